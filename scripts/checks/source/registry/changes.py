"""Checks that the list of changes names contacts and pages that exist."""

from collections.abc import Iterator
from datetime import date

from ....facts.contacts.changes import changes_of
from ....facts.finding import Finding, finding
from ....facts.project import Project
from ....facts.words.nearest import nearest


def check(project: Project, today: date) -> Iterator[Finding]:
    """Yields ids and paths of the list of changes that lead nowhere; a page that moved may be named by its old path."""
    known = project.entries("contacts") and {**project.entries("contacts"), **project.entries("retired")}
    pairs = {page.pair for page in project.pages}
    old = project.entries("moved")
    for change in changes_of(project.entries("changes"), project.settings.codes):
        for id in change.contacts:
            if known and id not in known:
                yield finding(id.place, "change-contact-unknown", contact=id, guess=nearest(id, known))
        for pair in change.pages:
            if pair not in pairs and pair not in old and pairs and not project.stands(pair, project.settings.default):
                yield finding(pair.place, "change-page-missing", pair=pair, guess=nearest(pair, pairs))
