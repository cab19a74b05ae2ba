"""Checks that a page and its translation have the same lists of steps and tables, each step with the same contacts, and the same boxes."""

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from ....facts.finding import Finding, finding
from ....facts.pages import Page
from ....facts.pages.runs import KINDS, ROWS, Run, runs
from ....facts.pages.tokens import tokens_in
from ....facts.place import Place
from ....facts.project import Project
from .markup import BOXES
from .paired import translations
from .pairs import first_difference

BOX = re.compile(r"[ \t]*!!!\s*([a-z]*)")


def check(project: Project, today: date) -> Iterator[Finding]:
    """Yields lists of steps, tables and boxes of a translation that are not those of the page in the main language."""
    for page, original in translations(project):
        yield from _same_steps(page, original)
        yield from _same_boxes(page, original)


def _same_steps(page: Page, original: Page) -> Iterator[Finding]:
    """Yields the first list, and the first table, that has more or fewer steps in one language, that stands in one only, or whose contacts moved."""
    mine, theirs = (runs(one.outline.passages) for one in (page, original))
    for kind in KINDS:
        here, there = ([run for run in side if run.kind == kind] for side in (mine, theirs))
        number, odd, other = first_difference(here, there, lambda run: len(run.items))
        if number and kind == ROWS and not (odd and other):
            continue  # one language may say in a list what the other one says in a table
        if number:
            rule = "page-steps-differ" if odd and other else "page-steps-missing"
            yield finding(page.place(odd.line if odd else page.body_line), rule, list=kind, number=number,
                          count=_entries(odd, kind), other=_entries(other, kind), pair=Place(original.path, other.line if other else original.body_line))
        elif _tokens(page) == _tokens(original):  # else told by them
            yield from _same_order(page, original, here, there)


def _entries(run: Run | None, kind: str) -> str:
    count, (one, more) = len(run.items) if run else 0, ("line", "lines") if kind == ROWS else ("entry", "entries")
    return f"1 {one}" if count == 1 else f"{count or 'no'} {more}"


def _tokens(page: Page) -> list[str]:
    return [token.written for token, _ in page.outline.tokens]


def _same_order(page: Page, original: Page, here: list[Run], there: list[Run]) -> Iterator[Finding]:
    """Yields the first token of each list that stands in other steps than in the other language."""
    for number, (run, other) in enumerate(zip(here, there), 1):
        mine, theirs = _steps(run), _steps(other)
        moved = next((token for token in mine if token in theirs and mine[token].isdisjoint(theirs[token])), None)
        if moved:
            at, pair_at = min(mine[moved]), min(theirs[moved])
            yield finding(page.place(run.items[at].line), "page-steps-differ", list=run.kind, number=number, count=f"{moved} in entry {at + 1}",
                          other=f"in entry {pair_at + 1}", pair=Place(original.path, other.items[pair_at].line))


def _steps(run: Run) -> dict[str, set[int]]:
    """Returns for each token in which steps of a list it stands."""
    found = defaultdict[str, set[int]](set)
    for at, item in enumerate(run.items):
        for token in tokens_in(item.text):
            found[token.written].add(at)
    return found


def _same_boxes(page: Page, original: Page) -> Iterator[Finding]:
    """Yields the first box that is of another kind in the other language, or that stands in one only."""
    sides = _boxes(page), _boxes(original)
    number, mine, theirs = first_difference(*sides, lambda box: box[0])
    if number and all(kind in BOXES for side in sides for kind, _ in side):  # a kind that no style knows was told already
        yield finding(page.place(mine[1] if mine else page.body_line), "page-boxes-differ", number=number, here=_kind(mine), there=_kind(theirs),
                      pair=Place(original.path, theirs[1] if theirs else original.body_line))


def _boxes(page: Page) -> tuple[tuple[str, int], ...]:
    """Returns the kind of each box of a page, and the line on which it begins."""
    return tuple((box[1], line) for passage in page.outline.passages if "!!!" in passage.text
                 for _, text, line in passage.lines() if (box := BOX.match(text)))


def _kind(box: tuple[str, int] | None) -> str:
    return f"“!!! {box[0]}”" if box else "missing"
