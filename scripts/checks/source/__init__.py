"""Checks of what people write: data files and Markdown pages."""

from collections.abc import Iterator
from datetime import date

from ...facts.finding import Finding
from ...facts.project import Project
from . import archives, citations, contacts, folders, front_matter, links, markup, navigation, numbers, pairs, synonyms, tokens

CHECKS = (folders, contacts, citations, archives, front_matter, tokens, numbers, markup, pairs, navigation, links, synonyms)


def check_source(project: Project, today: date) -> Iterator[Finding]:
    """Yields what is wrong with the sources: first what could not be read, then each check's findings."""
    yield from project.problems
    if project.settings is None:
        return
    for module in CHECKS:
        yield from module.check(project, today)
