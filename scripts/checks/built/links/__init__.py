"""Checks that every address inside a finished site leads somewhere, wherever the site will lie: on a server, below
a path of one, on a USB stick."""

import re
from collections.abc import Iterator
from posixpath import dirname

from ..files.page import BuiltPage, Fault, Reference, fault
from ..pages.offline import fetched
from ..reading.linked_data import BROKEN
from ..world import World
from . import alternates, crossing, written
from .aim import NOT_FOUND, WEB, Aim, clean
from .places import Places
from .target import Targets

LEADING = {"a", "area", "iframe", "frame", "form", "meta"}  # by which a reader gets from page to page
PLAIN = re.compile(r"(?:[A-Za-z0-9_-][A-Za-z0-9_.-]*/|\.\.?/)*[A-Za-z0-9_-][A-Za-z0-9_.-]*(?:#[A-Za-z0-9_-]+)?\Z")
ROOT = "index.html"  # search data counts from the home of the site, wherever it lies itself


class Links:
    """Judges the addresses of one site; what stands on many pages of a folder is looked at once."""

    def __init__(self, world: World):
        self.world, self.places = world, Places(world)
        self.targets = Targets(self.places)
        self._seen: dict[tuple, tuple[tuple[Fault, ...], str]] = {}

    def judge(self, page: BuiltPage) -> tuple[list[Fault], set[str]]:
        """Returns what is wrong with the addresses of a page, and the pages that it leads to."""
        faults, ways = [*page.body.faults, *alternates.judge(page, self.places)], set()
        for id in page.body.repeated if page.front.kind == "page" else ():
            faults.append(fault("built-id-repeated", id, id=id))
        shared = (dirname(page.address), page.front.kind, self.world.language(page.address))
        for reference in page.body.references:
            found, way = self._judged(page, reference, shared)
            faults += found
            if way and reference.tag in LEADING:
                ways.add(way)
        return faults, ways

    def _judged(self, page: BuiltPage, reference: Reference, shared: tuple) -> tuple[tuple[Fault, ...], str]:
        """Returns the judgement of a reference, which is the same for all pages that have `shared` in common."""
        if page.front.base or reference.target[:1] in ("", "#", "?") or page.address == ROOT:
            return self._looked_at(page, reference)
        key = (shared, reference)
        if key not in self._seen:
            self._seen[key] = self._looked_at(page, reference)
        return self._seen[key]

    def _looked_at(self, page: BuiltPage, reference: Reference) -> tuple[tuple[Fault, ...], str]:
        if reference.attribute == BROKEN:
            return (fault("built-file-malformed", what="JSON-LD", reason=reference.target),), ""
        target = clean(reference.target)
        wrong = () if self._plain(reference, target) else tuple(_written(page, reference, target, self.world))
        if wrong or reference.tag == "base":
            return wrong, ""
        document = ROOT if reference.tag == "search" else self.places.document(page.address)
        aim = self.places.aim(document, target)
        if aim is None:
            return tuple(self._outside(reference, target)), ""
        return self._inside(page, reference, aim, document or page.address)

    def _plain(self, reference: Reference, target: str) -> bool:
        """Returns whether an address is as plain as almost all are, with nothing in it that could be written wrong."""
        own = self.world.address
        if own and target.startswith(own):
            return bool(PLAIN.match(target, len(own))) and reference.tag != "base"
        return bool(PLAIN.match(target)) and reference.tag not in ("base", "sitemap", "robots")

    def _inside(self, page: BuiltPage, reference: Reference, aim: Aim, document: str) -> tuple[tuple[Fault, ...], str]:
        faults = [*written.spaces(reference, reference.target), *self.targets.faults(reference, aim, document, page.address)]
        if reference.tag == "sitemap" and aim.fragment:
            faults.append(fault("built-sitemap-fragment", reference.target, target=reference.target))
        file = self.places.file(aim)
        faults += crossing.judge(reference, page.address, file, self.world)
        return tuple(faults), file

    def _outside(self, reference: Reference, target: str) -> Iterator[Fault]:
        """An address of our own host that leaves out the path below which the site is served."""
        here, there = WEB.match(self.world.address), WEB.match(target)
        if here and there and here[2].lower() == there[2].lower():
            path = there[3].partition("#")[0].partition("?")[0].strip("/")
            if path in self.world.tree.addresses or f"{path}/{ROOT}" in self.world.tree.addresses:
                yield fault("built-link-base-missed", reference.target, **written.told(reference), address=self.world.address)


def _written(page: BuiltPage, reference: Reference, target: str, world: World) -> Iterator[Fault]:
    """Yields the first thing that is wrong with how an address is written."""
    if not target and reference.tag != "search":
        yield from written.emptiness(reference)
    elif written.local(target):
        yield fault("built-link-local", reference.target, **written.told(reference))
    elif written.SCHEME.match(target):
        yield from written.scheme(reference, target, world.ours)
    elif target.startswith("//") and not fetched(reference):
        yield fault("built-link-protocol-relative", reference.target, **written.told(reference))
    elif not target.startswith("//") and not (found := tuple(written.backslashes(reference, target))):
        yield from _absolute(page, reference, target)
        yield from written.escapes(reference, target)
    elif not target.startswith("//"):
        yield from found


def _absolute(page: BuiltPage, reference: Reference, target: str) -> Iterator[Fault]:
    """Only a page that a server shows for whatever is missing must know where the site begins."""
    if reference.tag in ("sitemap", "robots"):
        yield fault("built-sitemap-relative", reference.target, target=reference.target)
    elif target.startswith("/") and not (reference.tag == "base" and NOT_FOUND.match(page.address)):
        yield fault("built-link-absolute", reference.target, **written.told(reference))
