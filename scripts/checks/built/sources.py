"""Knows the Markdown file of each finished page, and reads one only when something is to be said about it."""

import hashlib
import os
from dataclasses import dataclass, field
from functools import cached_property

from ...facts.pages import Page, address_of, listed_pages, page_at
from ...facts.project import Project


@dataclass(frozen=True)
class Sources:
    """The Markdown of a project. A project that was read whole has its pages already."""

    project: Project
    _read: dict[str, Page | None] = field(default_factory=dict, init=False)

    @cached_property
    def by_address(self) -> dict[str, str]:
        """Returns the path of each page by the address where it must be served."""
        project = self.project
        if project.pages:
            return {project.address(page): page.path for page in project.pages}
        return {address_of(pair, code, project.settings.default): path
                for path, code, pair in listed_pages(project.root, project.settings)}

    @cached_property
    def addresses(self) -> dict[str, str]:
        """Returns the address of each page by its path."""
        return {path: address for address, path in self.by_address.items()}

    @cached_property
    def _whole(self) -> dict[str, Page]:
        return {page.path: page for page in self.project.pages}

    def path_of(self, source: str, address: str) -> str:
        """Returns the Markdown that a page says, or by its address must, come from; empty when there is none.

        Where a translation is still to be written, the page was made of the main language's.
        """
        if source in self.addresses:
            return source
        docs, _, rest = source.partition("/")
        language, _, pair = rest.partition("/")
        instead = f"{docs}/{self.project.settings.default}/{pair}"
        if language in self.project.settings.codes and instead in self.addresses:
            return instead
        return self.by_address.get(address, "")

    def page(self, path: str) -> Page | None:
        """Returns the page of a path, read now if it was not read before."""
        if path in self._whole:
            return self._whole[path]
        if path not in self._read:
            self._read[path] = page_at(self.project.root, path)
        return self._read[path]

    def hash(self, path: str) -> str:
        """Returns a hash of the bytes of a page, empty when it cannot be read."""
        try:
            with open(os.path.join(self.project.root, path), "rb") as file:
                return hashlib.blake2b(file.read(), digest_size=20).hexdigest()
        except OSError:
            return ""
