"""What a page is judged by besides itself: the other files of the site, and what the project says."""

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from posixpath import dirname
from unicodedata import normalize

from ...facts.contacts import Contact
from ...facts.pages import Page
from ...facts.project import Project
from .contacts.unexplained import typed_numbers
from .files.page import Front
from .files.tree import Tree
from .sources import Sources

MARKED = 0.5  # a tree with this share of the project's addresses is the project's, also when its marks are lost


UNSAID = ("und", "mul", "zxx")  # RFC 5646, 4.1: undetermined, several, none


@cache
def primary(language: str) -> str:
    """Returns a language without its region or script (RFC 5646, 2.2.1), empty when it names none.

    >>> primary("vi-VN"), primary("und")
    ('vi', '')
    """
    first = language.strip().lower().replace("_", "-").partition("-")[0]
    return "" if first in UNSAID else first


def language_of(address: str, project: Project) -> str:
    """Returns the language that an address belongs to: its first folder, else the main language."""
    folder = address.partition("/")[0]
    return folder if folder in project.settings.codes[1:] else project.settings.default


def folded(address: str) -> str:
    """Returns an address as file systems take it that pass over case and ways to write a letter."""
    return normalize("NFC", address).casefold()


@dataclass(frozen=True)
class World:
    """A finished site and the project it was made of. `ours` is false of trees that something else built."""

    project: Project
    tree: Tree
    sources: Sources

    @cached_property
    def ours(self) -> bool:
        """Returns whether the site was made of this project."""
        if any(front.source for front in self.tree.fronts.values()):
            return True
        expected = self.sources.by_address
        return len(expected.keys() & self.tree.addresses) > len(expected) * MARKED

    @cached_property
    def address(self) -> str:
        """Returns where the site is served, with a slash at the end; empty when nobody says it.

        Of a tree that something else built, its own canonical addresses tell.
        """
        if self.ours:
            return self.project.settings.address
        return next(filter(None, (_root(*each) for each in sorted(self.tree.fronts.items()))), "")

    def language(self, address: str) -> str:
        """Returns the primary language of a page: what its address promises of our own pages, else what the page says."""
        return self._languages.get(address, "")

    @cached_property
    def _languages(self) -> dict[str, str]:
        return {address: primary(language_of(address, self.project) if self._mine(address) else front.language)
                for address, front in self.tree.fronts.items() if front.kind == "page"}

    def _mine(self, address: str) -> bool:
        return self.ours and bool(self.tree.fronts[address].source or address in self.sources.by_address)

    @cached_property
    def anchors(self) -> dict[str, frozenset[str]]:
        """Returns the places of each page and drawing, by its address."""
        return {address: frozenset(front.ids) for address, front in self.tree.fronts.items()
                if front.kind in ("page", "drawing")}

    @cached_property
    def folders(self) -> frozenset[str]:
        """Returns every folder of the site, the outermost as an empty text."""
        found = {""}
        for address in self.tree.addresses:
            while (address := dirname(address)) not in found:
                found.add(address)
        return frozenset(found)

    @cached_property
    def by_fold(self) -> dict[str, str]:
        """Returns the files by their folded address, for those who typed another case."""
        return {folded(address): address for address in sorted(self.tree.addresses, reverse=True)}

    @cached_property
    def published(self) -> frozenset[str]:
        """Returns every telephone address that the registry publishes for the day."""
        return frozenset(channel.href for contact in self.project.contacts.values() if contact.works_on(self.project.today)
                         for channel in contact.channels if channel.number)

    @cached_property
    def offers(self) -> dict[str, str]:
        """Returns the telephone address under which each contact is offered: its own, or of what stands in for it."""
        found = [(id, self.project.offered(id)) for id in self.project.contacts]
        return {id: call.href for id, contact in found if contact and (call := contact.call())}

    @cached_property
    def owners(self) -> dict[str, Contact]:
        """Returns the contact that a telephone address belongs to."""
        return {channel.href: contact for contact in reversed(self.project.contacts.values()) if contact.published()
                for channel in contact.channels if channel.number}

    @cached_property
    def typed(self) -> Callable[[str], tuple[str, ...]]:
        """Returns what finds the numbers in a line that no data file explains."""
        return typed_numbers(self.project)

    def source(self, address: str) -> Page | None:
        """Returns the Markdown that a finished page was made of."""
        path = self._path(address)
        return self.sources.page(path) if path else None

    def written(self, address: str) -> str:
        """Returns a hash of the Markdown that a finished page was made of, empty when there is none."""
        path = self._path(address)
        return self.sources.hash(path) if path else ""

    def _path(self, address: str) -> str:
        front = self.tree.fronts[address]
        return self.sources.path_of(front.source, address) if self.ours and front.kind == "page" else ""

    @cached_property
    def digest(self) -> str:
        """Returns a text that changes whenever something changes by which a page is judged."""
        return hashlib.blake2b("\n".join(map(json.dumps, self._all())).encode(), digest_size=20).hexdigest()

    def _all(self) -> Iterator[object]:
        settings = self.project.settings
        yield [self.ours, self.tree.carried, self.tree.files.policed, self.address, settings.codes, sorted(self.published), sorted(self.offers.items()),
               self.project.help_bar]
        yield self.project.data if self.ours else []
        yield sorted(self.sources.by_address.items()) if self.ours else []
        yield sorted(self.tree.addresses)
        yield from ([address, front.kind, front.language, front.base, front.ids, front.alternates]
                    for address, front in sorted(self.tree.fronts.items()))


def _root(address: str, front: Front) -> str:
    """Returns the root that the canonical address of a page speaks of."""
    if front.canonical.lower().startswith(("http://", "https://")):
        for ending in (address, address.removesuffix("index.html"), address.removesuffix(".html")):
            if front.canonical.endswith(f"/{ending}") and front.canonical.count("/", 0, -len(ending) or None) > 2:
                return front.canonical[:len(front.canonical) - len(ending)]
    return ""
