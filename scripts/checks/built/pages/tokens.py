"""Checks that no token reached a reader unrendered."""

from collections.abc import Iterator

from ..files.page import BuiltPage, Fault, fault
from ..world import World


def judge(page: BuiltPage, world: World) -> Iterator[Fault]:
    """Yields every `[[token]]` outside of code."""
    for written in page.body.tokens if world.ours else ():  # elsewhere, two brackets mean something else
        yield fault("built-token-left", written, written=written)
