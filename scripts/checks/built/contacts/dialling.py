"""Checks that every part of a finished page dials what its Markdown and the templates ask for, in the same order.

A number of the registry in the place of another one is as bad as a number of nobody.
"""

from collections.abc import Iterator

from ....facts.pages import Page
from ..difference import alike
from ..files.page import BuiltPage, Fault, Row, fault
from ..world import World
from .asked import Asked, asked, bar, buttons

FRAME = {"bar": "in the help bar", "footer": "at the end of the page"}
TEXT = "in the text"
NOTHING = "nothing"


def judge(page: BuiltPage, world: World) -> Iterator[Fault]:
    """Yields, for each part of a page, the first number that nobody asked for there."""
    if page.front.kind != "page" or not world.ours:
        return
    rows, source = list(page.heard.rows), world.source(page.address)
    if source is None or page.front.aside and not page.front.source:
        return
    yield from (found for found in _faults(rows, world, source) if not found.about or found.about in world.published)


def _faults(rows: list[Row], world: World, source: Page) -> Iterator[Fault]:
    """Yields them all; of a number that nobody registered, the check of calls tells."""
    for part, name in FRAME.items():
        yield from _list(name, _targets(rows, part), bar(world.project))
    if large := _targets(rows, "buttons"):
        yield from _list("on the buttons at the top", large, buttons(world.project, source))
    yield from _text([row for row in rows if row.part in ("card", "text")], world, source)


def _targets(rows: list[Row], part: str) -> tuple[str, ...]:
    return tuple(target for row in rows if row.part == part for target in row.targets)


def _list(part: str, here: tuple[str, ...], there: list[str]) -> Iterator[Fault]:
    if list(here) != there:
        at = alike(here, there)
        yield _differs(part, at, here[at:at + 1], there[at:at + 1])


def _text(rows: list[Row], world: World, source: Page) -> Iterator[Fault]:
    at = 0
    for entry in asked(world.project, source):
        here, there = _next(rows[at:], entry)
        if here != there:
            yield _differs(TEXT, at, here, there).at(entry.line)
            return
        at += len(here) if not _card(rows[at:], entry) else 1
    if at < len(rows):
        yield _differs(TEXT, at, rows[at].targets, ())


def _card(rows: list[Row], entry: Asked) -> bool:
    """Returns whether a token became a card: one row with all of its numbers."""
    return bool(rows and entry.card and rows[0].part == "card" and (entry.inline or rows[0].targets == entry.card))


def _next(rows: list[Row], entry: Asked) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Returns what the page dials next, and what it should."""
    if _card(rows, entry):
        return rows[0].targets, entry.card
    return tuple(target for row in rows[:len(entry.inline)] for target in row.targets), entry.inline


def _differs(part: str, at: int, here: tuple[str, ...], there) -> Fault:
    return fault("built-calls-differ", here[0] if here else "", part=part, number=at + 1,
                 here=", ".join(here) or NOTHING, there=", ".join(there) or NOTHING)
