"""Checks that an old address leads to a page in one step: a poster with it may hang for years."""

from collections.abc import Iterator
from datetime import date

from ...facts.finding import Finding, finding
from ...facts.moved import Moved, moved_pages
from ...facts.nearest import nearest
from ...facts.project import Project


def check(project: Project, today: date) -> Iterator[Finding]:
    """Yields redirects that hide a page, lead nowhere, go round in a loop, or take more than one step."""
    moved = {entry.pair: entry for entry in moved_pages(project.entries("moved"))}
    pairs = {page.pair for page in project.pages if page.language == project.settings.default}
    for entry in moved.values():
        if project.stands(entry.pair, project.settings.default):
            yield finding(entry.place, "moved-page-present", pair=entry.pair)
        elif entry.to:
            yield from _target(entry, moved, pairs, project)


def _target(entry: Moved, moved: dict[str, Moved], pairs: set[str], project: Project) -> Iterator[Finding]:
    if project.stands(entry.to, project.settings.default):
        return
    if entry.to not in moved:
        yield finding(entry.place, "moved-target-missing", target=entry.to, guess=nearest(entry.to, pairs))
        return
    last = _end(entry, moved)
    if last:
        yield finding(entry.place, "moved-chain", pair=entry.pair, step=entry.to, target=last)
    else:
        yield finding(entry.place, "moved-loop", pair=entry.pair)


def _end(entry: Moved, moved: dict[str, Moved]) -> str:
    """Returns where a chain of redirects ends, or an empty text when it comes back to where it was."""
    seen, at = {entry.pair}, entry.to
    while at in moved and moved[at].to:
        if at in seen:
            return ""
        seen.add(at)
        at = moved[at].to
    return at
