"""Checks that nothing on a finished page is there and yet kept from readers: a number that is hidden helps nobody."""

from collections.abc import Iterator

from ..files.page import BuiltPage, Fault, fault
from ..world import World

LONGEST = 80  # characters that are told


def judge(page: BuiltPage, world: World) -> Iterator[Fault]:
    """Yields what a page hides from eyes or from screen readers: numbers to call, words of its article."""
    for how, what in page.heard.hidden if page.front.kind == "page" and world.ours else ():
        yield fault("built-text-hidden", what[:LONGEST], how=how, what=what[:LONGEST])
