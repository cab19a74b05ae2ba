"""Finds the names in a table that belong to its tokens: in the head over them, or in another cell of their row.

A row belongs to the name with which it begins, where the token stands in a column of numbers, and to the name in a column of services.
Which heads say so stands in `numbers/words.yml`: `here`, `asking`, `naming`; and `leading_on`, of columns of those who call, or are told.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ....facts.pages.tokens import TOKEN
from ....facts.words import phrase, words
from ..numbers import vocabulary
from .beside import PARTING, Beside, beside, named_first
from .labels import AHEAD, ALONE, HERE, SAYING, Name, name_of, only
from .named import Names, texts_of

RULED = re.compile(r"^[ \t]*+\|?[ \t]*+:?-++:?[ \t]*+(?:\|[ \t]*+:?-++:?[ \t]*+)*+\|?[ \t]*+$", re.MULTILINE)
LONGEST, SCOPE = 400, 5_000  # characters of a head, and of what excuses a name
NAMING, LEADING_ON = vocabulary.phrases("naming"), vocabulary.phrases("leading_on")
CALLED = HERE | AHEAD
Cell = tuple[int, str]


@dataclass(frozen=True)
class Table:
    """The titles of the columns, and the rows, each as its cells with their places."""

    titles: list[str]
    rows: list[list[Cell]]


def tables(text: str) -> list[Table]:
    """Returns the tables of a text."""
    found: list[Table] = []
    done = 0
    for ruled in RULED.finditer(text) if "|" in text else ():
        head = text[max(0, ruled.start() - LONGEST):max(0, ruled.start() - 1)].rpartition("\n")[2]
        if "|" in head and ruled.start() >= done:
            rows = [*_rows(text, ruled.end() + 1)]
            done = max([done, *(row[-1][0] for row in rows[-1:])])
            found.append(Table([title for _, title in _cells(head, 0)], rows))
    return found


def in_tables(text: str, some: list[Table], known: tuple[Names, ...]) -> Iterator[tuple[re.Match, Beside]]:
    """Yields the tokens of tables, each with a name that belongs to it."""
    for table in some:
        for at, title in enumerate(table.titles):
            yield from _named(text, name_of(title, known), [row[at] for row in table.rows if at < len(row)])
        called = [at for at, title in enumerate(table.titles) if words(title) and only(title, CALLED)]
        numbers = [at for at in called if at > 1 and only(table.titles[at], HERE)]
        services = [at for at, title in enumerate(table.titles) if texts_of(named_first(words(title))) in NAMING]
        for row in table.rows:
            yield from _in_row(text, row, services, called, known[:1])
            yield from _in_row(text, row, [0], numbers, known)


def _in_row(text: str, row: list[Cell], whose: list[int], numbers: list[int], known: tuple[Names, ...]) -> Iterator[tuple[re.Match, Beside]]:
    """Yields the tokens in the columns of numbers, each with the names in some other columns of the row."""
    for at in whose if numbers else ():
        if at < len(row) and (name := name_of(row[at][1], known)):
            yield from _named(text, name, [cell for other in numbers for cell in row[other:other + 1]], "".join(cell for _, cell in row)[:SCOPE])


def apart_cells(text: str, some: list[Table]) -> dict[int, tuple[int, int]]:
    """Returns the tokens, by their places, to which a cell beside theirs does not belong: “If busy”, “Who to tell”; each with the stretch that does."""
    found: dict[int, tuple[int, int]] = {}
    for table in some:
        titles = [phrase(title) in LEADING_ON for title in (*table.titles, "")]
        for at, title in enumerate(table.titles):
            alone = titles[0] or titles[at] or not PARTING.isdisjoint(phrase(title))
            left, right = alone or titles[at - 1], alone or titles[at + 1]
            for start, cell in (cell for row in table.rows for cell in row[at:at + 1] if left or right):
                stretch = start if left else 0, start + len(cell) if right else len(text)
                found |= {match.start(): stretch for match in TOKEN.finditer(text, start, start + len(cell))}
    return found


def _rows(text: str, start: int) -> Iterator[list[Cell]]:
    """Yields the rows of a table from a place on, each as its cells."""
    while "|" in (line := text[start:start + LONGEST * 5].partition("\n")[0]):
        yield [*_cells(line, start)]
        start += len(line) + 1


def _cells(line: str, start: int) -> Iterator[Cell]:
    """Yields the cells of a row, each with its place."""
    body = line.lstrip(" \t").removeprefix("|")
    start += len(line) - len(body)
    for cell in body.split("|"):
        yield start, cell
        start += len(cell) + 1


def _named(text: str, name: Name | None, cells: list[Cell], row: str = "") -> Iterator[tuple[re.Match, Beside]]:
    """Yields the tokens that are all of their cell; a token of its own in any of the cells, or in the row, excuses the name."""
    excuse = row or "".join(cell for _, cell in cells)[:SCOPE]
    for start, cell in cells if name else ():
        match = TOKEN.search(text, start, start + len(cell))
        if match and ALONE.match(text, match.end(), start + len(cell)) and only(text[start:match.start()], SAYING):
            yield match, beside(*name, excuse=excuse)
