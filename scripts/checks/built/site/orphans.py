"""Finds pages that nobody can reach: no link leads there from the home page of their language."""

from collections.abc import Iterator, Mapping
from posixpath import dirname

from ..links.aim import NOT_FOUND
from ..world import World, primary

HOME = "index.html"


def orphans(world: World, ways: Mapping[str, set[str]]) -> Iterator[tuple[str, str]]:
    """Yields (address, home) of each page to which no way leads; `ways` holds the pages that each page leads to."""
    fronts = world.tree.fronts
    homes = {address: dirname(address) for address in _homes(world)}
    for home, folder in homes.items():
        others = [f"{other}/" for other in homes.values() if other and other != folder]
        group = {address for address, front in fronts.items() if front.kind == "page"
                 and address.startswith(f"{folder}/" if folder else "") and not address.startswith(tuple(others))}
        reached = _reached(home, group, ways)
        if len(reached) > 1:  # a home page that leads nowhere is not meant as the door of these pages
            yield from ((address, home) for address in sorted(group - reached) if _to_be_found(world, address))


def _homes(world: World) -> Iterator[str]:
    """Yields the home page of the site, and of each language that has a folder of its own."""
    for address in sorted(world.tree.fronts):
        folder = dirname(address)
        if address == HOME or address == f"{folder}/{HOME}" and "/" not in folder and folder \
                and primary(folder) == world.language(address):
            yield address


def _reached(home: str, group: set[str], ways: Mapping[str, set[str]]) -> set[str]:
    reached, ahead = {home}, [home]
    while ahead:
        fresh = (ways.get(ahead.pop(), set()) & group) - reached
        reached |= fresh
        ahead += fresh
    return reached


def _to_be_found(world: World, address: str) -> bool:
    front = world.tree.fronts[address]
    if front.aside or NOT_FOUND.match(address):
        return False
    return not world.ours or bool(front.source) or address in world.sources.by_address
