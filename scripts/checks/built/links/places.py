"""Finds the file of the site that answers for an address on a page, and the translations a page names."""

from functools import cached_property

from ..world import World, primary
from .aim import Aim, aim, below, clean, document_of
from .written import SCHEME


class Places:
    """The places of one site."""

    def __init__(self, world: World):
        self.world = world

    def document(self, address: str) -> str | None:
        """Returns from where the relative addresses of a page count, None when that is not in the site."""
        base = self.world.tree.fronts[address].base
        return document_of(address, base, self.world.address) if base else address

    def aim(self, document: str | None, target: str) -> Aim | None:
        """Returns where a clean target leads within the site, None when it leads elsewhere."""
        if target.startswith("//") or SCHEME.match(target):
            inside = below(f"https:{target}" if target.startswith("//") else target, self.world.address)
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

    def counterparts(self, address: str) -> list[str]:
        """Returns the pages that are, by what the page says or by their path, the same in other languages."""
        folder, _, rest = address.partition("/")
        pair = rest if folder in self._folders else address
        paths = [pair, *(f"{other}/{pair}" for other in self._folders)]
        found = {path for path in paths if self.world.language(path) not in ("", self.world.language(address))}
        return sorted(found | self.translations.get(address, frozenset()) - {address})

    @cached_property
    def _folders(self) -> list[str]:
        """Returns the folders that hold a language each."""
        tops = {address.partition("/")[0] for address in self.world.tree.fronts if "/" in address}
        return sorted(top for top in tops if self.world.language(f"{top}/index.html") == primary(top))

    @cached_property
    def translations(self) -> dict[str, frozenset[str]]:
        """Returns for each page that names translations which pages of the site they are."""
        return {address: frozenset(self.on(address, target) for _, target in front.alternates) - {""}
                for address, front in self.world.tree.fronts.items() if front.alternates}
