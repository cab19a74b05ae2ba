"""Checks that pages are sorted by words that the data files hold, so that every list finds its pages."""

from collections.abc import Iterator
from datetime import date

from ....facts.finding import Finding, finding
from ....facts.pages import Page
from ....facts.pages.listing import GROUPINGS
from ....facts.place import Record, texts
from ....facts.project import DATA, Project
from ....facts.words.nearest import nearest


def check(project: Project, today: date) -> Iterator[Finding]:
    """Yields unknown tactics and ages, cards without a tactic, and tactics explained nowhere."""
    for page in project.pages:
        for field, file in GROUPINGS.items():
            if f"{DATA}/{file}.yml" not in project.unread:
                yield from _unknown(page, field, file, project)
        if page.type == "card" and project.entries("tactics") and not page.meta.get("tactics"):
            known = ", ".join(project.entries("tactics"))
            yield finding(page.meta.place_of("type"), "page-tactic-missing", known=known)
    for tactic, entry in project.entries("tactics").items():
        if isinstance(entry, Record) and isinstance(entry.get("page"), str):
            yield from _explained(tactic, entry, project)


def _unknown(page: Page, field: str, file: str, project: Project) -> Iterator[Finding]:
    known = project.entries(file)
    for word in texts(page.meta.get(field)):
        if word not in known:
            yield finding(word.place, "page-group-unknown", field=field, word=word, file=f"{file}.yml",
                          guess=nearest(word, known))


def _explained(tactic: str, entry: Record, project: Project) -> Iterator[Finding]:
    pair, _, anchor = entry["page"].partition("#")
    for language in project.settings.codes:
        page = project.page(pair, language)
        there = page is not None and (not anchor or anchor in {heading.anchor for heading in page.outline.headings})
        if not there and (page is not None or not project.stands(pair, language)):
            yield finding(entry.place_of("page"), "tactic-page-missing", tactic=tactic, page=entry["page"],
                          language=language)
