"""Judges whether what an address leads to is there: the file, in exactly these letters, and the place in it."""

from collections.abc import Iterator
from posixpath import dirname, relpath
from unicodedata import normalize
from urllib.parse import unquote

from ....facts.words.nearest import nearest
from ..files.page import Fault, Reference, fault
from ..world import World, folded
from .aim import Aim
from .guess import Guesses
from .places import Places
from .written import LISTS, told

OPENED = {"a", "area", "iframe", "frame", "form", "button", "meta", "link", *LISTS}
TOLD_TO_SERVERS = {"canonical", "alternate", "shortlink", "prev", "next"}
# Read by browsers as something else than a place: views of drawings (SVG 2, 16.2.2), media fragments (W3C),
# addresses that scripts make.
NO_PLACES = ("svgView(", "t=", "xywh=", "track=", "/", "!")
DIRECTIVE = ":~:"  # WICG: browsers take text fragments off before they look for the place


def served(reference: Reference) -> bool:
    """Returns whether an address is meant for the web only, where a server answers for a folder with its index."""
    if reference.tag == "link":
        return not TOLD_TO_SERVERS.isdisjoint(reference.rel.lower().split())
    return reference.tag in LISTS or reference.tag == "meta" and reference.attribute != "content"


class Targets:
    """Judges targets within one site."""

    def __init__(self, places: Places):
        self.world: World = places.world
        self.places, self.guesses = places, Guesses(places.world)

    def faults(self, reference: Reference, aim: Aim, document: str, address: str) -> Iterator[Fault]:
        """Yields what is wrong with the file that an address leads to, else with the place in it."""
        target, tree = reference.target, self.world.tree
        if aim.above:
            yield fault("built-link-above-root", target, **told(reference))
        elif aim.path in tree.addresses and (aim.folder or aim.doubled):
            better = self._relative(aim.path, document)
            yield fault("built-link-slash-extra", target, **told(reference), better=better)
        elif aim.path in tree.addresses:
            yield from self._place(reference, aim)
        elif aim.path in self.world.folders:
            yield from self._folder(reference, aim, document, address)
        elif not (aim.own and tree.carried):
            yield self._missing(reference, aim, document, address)

    def _folder(self, reference: Reference, aim: Aim, document: str, address: str) -> Iterator[Fault]:
        index = self.places.file(aim)
        if reference.tag not in OPENED:
            yield self._missing(reference, aim, document, address)
        elif not index and not (aim.own and self.world.tree.carried):
            yield fault("built-folder-index-missing", reference.target, **told(reference))
        elif index and not aim.own and not served(reference) and (self.world.ours or not aim.folder):
            yield fault("built-link-folder", reference.target, **told(reference), better=self._relative(index, document))
        elif index:
            yield from self._place(reference, aim._replace(path=index))

    def _missing(self, reference: Reference, aim: Aim, document: str, address: str) -> Fault:
        alike = self.world.by_fold.get(folded(aim.path))
        if alike is None:
            guess = self.guesses.said(aim.path, document, reference.target, address)
            return fault("built-link-broken", reference.target, **told(reference), guess=guess)
        letters = normalize("NFC", alike) == normalize("NFC", aim.path)
        rule = "built-link-letters-differ" if letters else "built-link-case-differs"
        return fault(rule, reference.target, **told(reference), better=self._relative(alike, document))

    def _relative(self, path: str, document: str) -> str:
        return relpath(path, dirname(document) or ".")

    def _place(self, reference: Reference, aim: Aim) -> Iterator[Fault]:
        """Yields a fragment that names no place (HTML, 7.4.6.4: as written first, then decoded; #top always is one)."""
        known = self.world.anchors.get(aim.path)
        written = aim.fragment.partition(DIRECTIVE)[0]
        place = unquote(written)
        if known is None or written.lower() in ("", "top") or written in known or place in known or written.startswith(NO_PLACES):
            return
        other = next((other for other in self.places.counterparts(aim.path) if place in self.world.anchors.get(other, ())), "")
        if other:
            yield fault("built-anchor-other-language", reference.target, target=aim.path, anchor=place, other=other)
        else:
            yield fault("built-anchor-missing", reference.target, target=aim.path, anchor=place, guess=nearest(place, known))
