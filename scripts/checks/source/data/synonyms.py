"""Checks that the pages which the search must answer with are there."""

from collections.abc import Iterator
from datetime import date

from ....facts.finding import Finding, finding
from ....facts.place import mapping, texts
from ....facts.project import Project
from ....facts.words.nearest import nearest


def check(project: Project, today: date) -> Iterator[Finding]:
    """Yields pages that `synonyms.yml` names and that nobody wrote; the search would pass over them without a word."""
    main = project.settings.default
    pairs = [page.pair for page in project.pages if page.language == main]
    for id, entry in project.entries("synonyms").items():
        for pair in texts(mapping(entry).get("pages")):
            if not project.stands(pair, main):
                yield finding(pair.place, "synonym-page-missing", entry=id, page=pair, guess=nearest(pair, pairs))
