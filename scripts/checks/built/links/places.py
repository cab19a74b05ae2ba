"""Finds the file of the site that answers for an address on a page, and the translations a page names."""

from functools import cached_property

from ..world import World
from .aim import Aim, aim, below, clean, document_of
from .written import SCHEME


class Places:
    """The places of one site."""

    def __init__(self, world: World):
        self.world = world
        self._documents: dict[tuple[str, str], str | None] = {}

    def document(self, address: str) -> str | None:
        """Returns from where the relative addresses of a page count, None when that is not in the site."""
        base = self.world.tree.fronts[address].base
        return document_of(address, base, self.world.address) if base else address

    def aim(self, document: str | None, target: str) -> Aim | None:
        """Returns where a clean target leads within the site, None when it leads elsewhere."""
        if SCHEME.match(target) or target.startswith("//"):
            absolute = target if SCHEME.match(target) else f"https:{target}"
            inside = below(absolute, self.world.address)
            return None if inside is None else aim("", inside, own=True)
        return None if document is None or target.startswith("/") else aim(document, target)

    def file(self, found: Aim | None) -> str:
        """Returns the file that answers for an aim, a folder's index included; empty when none does."""
        if found is None or found.above:
            return ""
        index = f"{found.path}/index.html".lstrip("/")
        return next((path for path in (found.path, index) if path in self.world.tree.addresses), "")

    def on(self, address: str, target: str) -> str:
        """Returns the file that a target written on a page leads to, empty when none does."""
        return self.file(self.aim(self.document(address), clean(target)))

    @cached_property
    def translations(self) -> dict[str, frozenset[str]]:
        """Returns for each page that names translations which pages of the site they are."""
        return {address: frozenset(self.on(address, target) for _, target in front.alternates) - {""}
                for address, front in self.world.tree.fronts.items() if front.alternates}
