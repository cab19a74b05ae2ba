"""Checks of what people write: data files and Markdown pages."""

from collections.abc import Iterator
from datetime import date

from ...facts.finding import Finding
from ...facts.project import Project
from . import (citations, cited, contacts, files, folders, front_matter, groups, guides, links, lists, markup, navigation,
               numbers, pairs, pictures, private, quizzes, reading, scam_links, scenarios, settings, strings, tokens, wording)

CHECKS = (settings, files, folders, contacts, citations, cited, front_matter, groups, tokens, lists, numbers, markup, pairs,
          navigation, links, strings, guides, quizzes, scenarios, wording, private, scam_links, reading, pictures)


def check_source(project: Project, today: date) -> Iterator[Finding]:
    """Yields what is wrong with the sources: first what could not be read, then each check's findings."""
    yield from project.problems
    if project.settings is None:
        return
    for module in CHECKS:
        yield from module.check(project, today)
