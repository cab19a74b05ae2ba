"""Counts the steps that a page tells its readers to take: in each numbered list and each list of boxes to tick; and the rows of its tables.

The rules are Python-Markdown's with `sane_lists`: another kind of mark begins another list, and what is indented by four
spaces belongs to the item above it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from .passages import Passage

KINDS = STEPS, BOXES, ROWS = "numbered list", "tick list", "table"  # whatever else has a mark is a point
ITEM = re.compile(r"( *)(?:([0-9]+\.)|[-*+]) +(\[[ xX]\] |[\u2610-\u2612\u25a1\u25fb])?")  # the last are boxes of Unicode to tick
INDENT = 4  # spaces of one level, as Python-Markdown counts


@dataclass(frozen=True)
class Run:
    """Items of one kind that follow each other."""

    kind: str
    items: tuple[Passage, ...]

    @property
    def line(self) -> int:
        """Returns the line on which the first of them stands."""
        return self.items[0].line


def runs(passages: Iterable[Passage]) -> tuple[Run, ...]:
    """Returns the lists of steps and the tables of a page in the order in which they begin."""
    found: list[tuple[str, list[Passage]]] = []
    open_: dict[int, int] = {}  # which run goes on at a level
    for passage in passages:
        kind, spaces = _kind(passage.raw)
        level = spaces // INDENT
        goes_on = open_.get(level)
        open_ = {deep: at for deep, at in open_.items() if deep < level}
        if kind in KINDS:
            if goes_on is None or found[goes_on][0] != kind:
                goes_on = len(found)
                found.append((kind, []))
            found[goes_on][1].append(passage)
            open_[level] = goes_on
    return tuple(Run(kind, (*items,)) for kind, items in found)


def _kind(raw: str) -> tuple[str, int]:
    """Returns of what kind of list, or of a table, a passage is an item, if of any, and by how many spaces it is indented."""
    if raw.lstrip(" ").startswith("|"):
        return ROWS, len(raw) - len(raw.lstrip(" "))
    match = ITEM.match(raw)
    if not match:
        return "", len(raw) - len(raw.lstrip(" "))
    return STEPS if match[2] else BOXES if match[3] else "point", len(match[1])
