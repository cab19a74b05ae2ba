"""Checks that an old address leads to a page in one step: a poster with it may hang for years."""

from collections.abc import Iterator
from datetime import date

from ....facts.finding import Finding, finding
from ....facts.pages.moved import Moved, moved_pages
from ....facts.project import Project
from ....facts.words.nearest import nearest

SHOWN = 5  # lines that a finding names


def check(project: Project, today: date) -> Iterator[Finding]:
    """Yields redirects that hide a page, lead nowhere, go round in a loop, or take more than one step."""
    moved = {entry.pair: entry for entry in moved_pages(project.entries("moved"))}
    pairs = {page.pair for page in project.pages if page.language == project.settings.default}
    waiting: dict[str, list[Moved]] = {}  # the entries that take more than one step, under the page that readers should get
    ends = _ends(moved)
    for entry in moved.values():
        if project.stands(entry.pair, project.settings.default):
            yield finding(entry.place, "moved-page-present", pair=entry.pair)
        elif entry.to and not project.stands(entry.to, project.settings.default):
            if entry.to not in moved or moved[entry.to].gone:
                yield finding(entry.place, "moved-target-missing", target=entry.to, guess=nearest(entry.to, pairs))
            elif ends[entry.pair] == entry.pair:
                yield finding(entry.place, "moved-loop", pair=entry.pair)
            elif project.stands(ends[entry.pair], project.settings.default):
                waiting.setdefault(ends[entry.pair], []).append(entry)
    for target, (first, *others) in waiting.items():
        yield finding(first.place, "moved-chain", pair=first.pair, step=first.to, target=target, others=_lines(others))


def _ends(moved: dict[str, Moved]) -> dict[str, str]:
    """Returns where each way of redirects ends: a path that goes nowhere else, or the first entry of a loop."""
    ends: dict[str, str] = {}
    for pair in moved:
        way: dict[str, None] = {}
        at = pair
        while at not in way and at not in ends and at in moved and moved[at].to:
            way[at] = None
            at = moved[at].to
        ends.update(dict.fromkeys(way, ends.get(at, at)))
    return ends


def _lines(others: list[Moved]) -> str:
    """Returns on which lines the same slip stands again; one mend of a page's path is one mistake."""
    if not others:
        return ""
    shown = ", ".join(str(entry.place.line) for entry in others[:SHOWN])
    return f" (so do the entries of lines {shown}" + (f" and {len(others) - SHOWN} more)" if len(others) > SHOWN else ")")
