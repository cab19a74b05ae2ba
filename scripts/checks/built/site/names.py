"""Finds files whose names only a server can tell apart: on a USB stick, one of them overwrites the other."""

from collections import defaultdict
from collections.abc import Iterator

from ..world import World, folded


def collisions(world: World) -> Iterator[tuple[str, str]]:
    """Yields (address, other) of files whose names differ by case only, or by how a letter is written."""
    groups = defaultdict(list)
    for address in sorted(world.tree.addresses):
        groups[folded(address)].append(address)
    for first, *others in groups.values():
        yield from ((other, first) for other in others)
