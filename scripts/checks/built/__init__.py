"""Checks of what readers get: the finished HTML, in a folder, a zip or a ZIM."""

from collections.abc import Iterator

from ...facts.finding import Finding, finding
from ...facts.pages import Page
from ...facts.place import Place
from ...facts.project import Project
from .blame import place_of
from .contacts import numbers
from .data import open_data
from .files.page import Fault, fault
from .files.tree import Tree
from .judging import judged
from .pages import painted
from .site import labels, names, remade, served
from .site.orphans import orphans
from .sources import Sources
from .world import World


def check_built(project: Project, tree: Tree, only: str | None = None) -> Iterator[Finding]:
    """Yields what is wrong with a finished site; of a project that was not read whole, pages are read when blamed.

    Whoever asks for `only` one family of rules gets all of these, and perhaps some others, sooner.
    """
    world = World(project, tree, Sources(project))
    found = judged(world, only)
    for address, (faults, _) in found.items():
        yield from (_told(world, address, one) for one in dict.fromkeys(faults))
    for address, home in orphans(world, {address: ways for address, (_, ways) in found.items()}):
        yield _told(world, address, fault("built-page-orphan", address=address, home=home))
    for address, other in names.collisions(world):
        yield finding(Place(address), "built-file-names-collide", other=other)
    yield from _missing(world)
    if world.ours:
        yield from open_data.check(project, tree, world.made)
        yield from numbers.unequal(world)
        yield from served.unserved(world)
        yield from remade.altered(world)
        yield from painted.unpainted(world)
        yield from labels.mislabelled(world)


def is_of(project: Project, tree: Tree) -> bool:
    """Returns whether a finished site was made of this project."""
    return World(project, tree, Sources(project)).ours


def _told(world: World, address: str, found: Fault) -> Finding:
    return finding(place_of(world, address, found), found.rule, **dict(found.values))


def _missing(world: World) -> Iterator[Finding]:
    """Every page of the sources must be there; a carried copy leaves out the not-found pages."""
    for address, path in world.sources.by_address.items() if world.ours else ():
        if address not in world.tree.addresses and not (world.tree.carried and _notice(world.sources.page(path))):
            yield finding(Place(path), "built-page-missing", address=address)


def _notice(page: Page | None) -> bool:
    return page is not None and page.type == "notice"
