"""Checks of what people write: data files and Markdown pages."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from datetime import date

from ...facts.finding import Finding
from ...facts.project import Project
from ...processors import split
from . import (archives, changes, citations, cited, contacts, costs, crossed, destinations, drawings, echoes, figures, files, folders, free_calls, freshness,
               front_matter, groups, guides, languages, links, lists, markup, misnamed, moved, navigation, pairs, pictures, private, quizzes, reading,
               scam_links, scenarios, second_opinion, settings, strays, strings, synonyms, tokens,
               untranslated, wording)

# What MkDocs must not even start on: settings that run or reach something, files that lead elsewhere. Pages that are
# beyond a limit are not read into a project, and are among its problems.
BEFOREHAND = (settings, files, folders, strays)
CHECKS = (contacts, costs, free_calls, second_opinion, citations, figures, cited, archives, changes,
          moved, front_matter, groups, tokens, crossed, misnamed, lists, markup, pairs, languages, untranslated, navigation, links, strings, destinations, guides,
          quizzes, scenarios, wording, private, scam_links, reading, pictures, drawings, synonyms, echoes)
CROWDED = "folder-crowded"
MANY = 40  # pages, from which on a second process is worth its start


def check_beforehand(project: Project, today: date) -> Iterator[Finding]:
    """Yields those of the findings below that forbid to hand the sources to any other program."""
    yield from project.problems
    for module in BEFOREHAND if project.settings else ():
        yield from module.check(project, today)


def check_source(project: Project, today: date, release: bool = False) -> Iterator[Finding]:
    """Yields what is wrong with the sources: first what could not be read, then each check's findings.

    Time alone makes nothing wrong: what has grown old is a warning, and an error only for a `release`.
    """
    yield from project.problems
    if project.settings is None:
        return
    for module in BEFOREHAND:
        for found in module.check(project, today):
            yield found
            if found.rule == CROWDED:  # nobody wrote that many; every other check would go through all of them
                return
    with _split(project, today) as echoed:
        for module in CHECKS:
            yield from echoed() if module is echoes else module.check(project, today)
    yield from freshness.check(project, today, release)


def _split(project: Project, today: date) -> AbstractContextManager[Callable[[], list[Finding]]]:
    """Returns the look for typed numbers, which takes as long as all other checks, done beside them in a large project."""
    def echoed() -> list[Finding]:
        return [*echoes.check(project, today)]

    return split(echoed) if len(project.pages) >= MANY else nullcontext(echoed)
