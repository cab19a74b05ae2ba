"""Guesses which file of the site a wrong address was meant for."""

import re
from collections import defaultdict
from functools import cached_property
from posixpath import basename, dirname, relpath, splitext
from urllib.parse import unquote

from ....facts.words.nearest import closest, did_you_mean
from ..world import World, folded
from .aim import NOT_FOUND

FEW = 400  # addresses among which each may be compared; more take too long for one guess
HOST = re.compile(r"(?:www\.|[a-z0-9-]+\.(?:com|org|net|vn|gov|edu|info|io)(?:\.[a-z]{2})?(?:/|\Z))", re.IGNORECASE)


class Guesses:
    """Guesses for one site, each made once: what is wrong in a template is wrong on every page."""

    def __init__(self, world: World):
        self.world = world
        self._made: dict[tuple[str, str], str] = {}

    def said(self, path: str, document: str, target: str, address: str) -> str:
        """Returns the words that guess for a path of the site, as it would be written in the document of a page."""
        if HOST.match(target):
            return did_you_mean(f"https://{target}")
        language = self.world.language(address)
        if (path, language) not in self._made:
            self._made[path, language] = self._guess(path, language)
        better = self._made[path, language]
        return did_you_mean(better and relpath(better, dirname(document) or "."))

    def _guess(self, path: str, language: str) -> str:
        known = self.world.tree.addresses
        tries = (f"{path}.html", f"{splitext(path)[0]}.html", f"{path}/index.html", unquote(path), f"{dirname(path)}.html")
        return next((one for one in tries if one in known), "") \
            or self._same_name(path, language) or closest(path, self._readable(self._near(path), language))

    def _readable(self, addresses: list[str], language: str) -> list[str]:
        """Returns addresses without the pages of other languages, and without those that nobody links to."""
        return [address for address in addresses if not NOT_FOUND.match(address)
                and self.world.language(address) in ("", language or self.world.language(address))]

    def _same_name(self, path: str, language: str) -> str:
        """Returns the file of the same name in the folder that is most alike."""
        name = folded(basename(path))
        others = self._readable(self._by_name.get(name, []), language) if name != "index.html" else []
        return closest(path, others) or (others[0] if len(others) == 1 else "")

    def _near(self, path: str) -> list[str]:
        known = self.world.tree.addresses
        if len(known) <= FEW:
            return sorted(known)
        return [one for name in (dirname(path), dirname(dirname(path))) for one in self._by_folder.get(name, ())][:FEW]

    @cached_property
    def _by_name(self) -> dict[str, list[str]]:
        found = defaultdict(list)
        for address in sorted(self.world.tree.addresses):
            found[folded(basename(address))].append(address)
        return found

    @cached_property
    def _by_folder(self) -> dict[str, list[str]]:
        found = defaultdict(list)
        for address in sorted(self.world.tree.addresses):
            found[dirname(address)].append(address)
        return found
