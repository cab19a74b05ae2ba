"""Checks of what readers get: the finished HTML, in a folder, a zip or a ZIM."""

import hashlib
import json
from collections.abc import Iterator

from ...facts.finding import Finding, finding
from ...facts.pages import Page
from ...facts.place import Place
from ...facts.project import Project
from . import calls, language, markup, names, numbers, offline, open_data, tokens
from .blame import place_of
from .links import Links
from .orphans import orphans
from .page import Fault, fault
from .sources import Sources
from .tree import Tree
from .world import World

CHECKS = (tokens, calls, numbers, language, markup, offline)
Judged = tuple[list[Fault], set[str]]


def check_built(project: Project, tree: Tree) -> Iterator[Finding]:
    """Yields what is wrong with a finished site; of a project that was not read whole, pages are read when blamed."""
    world = World(project, tree, Sources(project))
    judged = _judged(world)
    for address, (faults, _) in judged.items():
        yield from (_told(world, address, found) for found in dict.fromkeys(faults))
    for address, home in orphans(world, {address: ways for address, (_, ways) in judged.items()}):
        yield _told(world, address, fault("built-page-orphan", address=address, home=home))
    for address, other in names.collisions(world):
        yield finding(Place(address), "built-file-names-collide", other=other)
    yield from _missing(world)
    if world.ours:
        yield from open_data.check(project, tree)
        yield from numbers.unequal(world)


def is_of(project: Project, tree: Tree) -> bool:
    """Returns whether a finished site was made of this project."""
    return World(project, tree, Sources(project)).ours


def _told(world: World, address: str, found: Fault) -> Finding:
    return finding(place_of(world, address, found), found.rule, **dict(found.values))


def _judged(world: World) -> dict[str, Judged]:
    """Returns the faults of each file and the pages that it leads to, found out before or now."""
    links, kept = Links(world), world.tree.kept
    known, fresh, found = kept.all("judged"), {}, {}
    keys = {address: _key(world, address) for address in world.tree.fronts}
    for address, key in keys.items():
        if key not in known:
            fresh[key] = known[key] = _judge(world, links, address)
        found[address] = _unpacked(known[key])
    if fresh:
        kept.keep("judged", fresh)
        kept.forget("judged", keys.values())
    return found


def _key(world: World, address: str) -> str:
    """Returns a hash of everything by which the judgement of a file is made."""
    return hashlib.blake2b(json.dumps([address, world.tree.hashes[address], world.written(address), world.digest]).encode(), digest_size=20).hexdigest()


def _judge(world: World, links: Links, address: str) -> str:
    page = world.tree.page(address)
    faults, ways = links.judge(page)
    faults += [found for module in CHECKS for found in module.judge(page, world)]
    return json.dumps([faults, sorted(ways)])


def _unpacked(said: str) -> Judged:
    faults, ways = json.loads(said)
    return [Fault(rule, tuple(map(tuple, values)), *rest) for rule, values, *rest in faults], set(ways)


def _missing(world: World) -> Iterator[Finding]:
    """Every page of the sources must be there; a carried copy leaves out the not-found pages."""
    for address, path in world.sources.by_address.items() if world.ours else ():
        if address not in world.tree.addresses and not (world.tree.carried and _notice(world.sources.page(path))):
            yield finding(Place(path), "built-page-missing", address=address)


def _notice(page: Page | None) -> bool:
    return page is not None and page.type == "notice"
