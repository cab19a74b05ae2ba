"""Checks of what people write: data files and Markdown pages."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from datetime import date

from ...facts.finding import Finding
from ...facts.project import Project
from ...processors import split
from .data import archives, citations, cited, destinations, figures, strings, synonyms, tokens as data_tokens, treaty
from .names import answers, crossed, free_calls, linked, misnamed
from .numbers import echoes
from .pages import amounts, blocks, drawings, front_matter, groups, hours, languages, links, lists, markup, moved, navigation, pairs, tokens, untranslated, ways
from .registry import allowed, changes, contacts, costs, freshness, second_opinion
from .stories import guides, quizzes, scenarios
from .tree import files, folders, pictures, pins, settings, strays, theme, unasked
from .words import homes, people, private, reading, scam_links, wording

# What MkDocs must not even start on: settings that run or reach something, files that lead elsewhere. Pages that are
# beyond a limit are not read into a project, and are among its problems.
BEFOREHAND = (settings, files, folders, strays, pins, unasked, theme)
CHECKS = (allowed, contacts, costs, second_opinion, changes,
          archives, citations, cited, destinations, figures, strings, synonyms, data_tokens, treaty,
          answers, crossed, linked, misnamed,
          amounts, blocks, drawings, front_matter, groups, hours, languages, links, lists, markup, moved, navigation, pairs, tokens, untranslated, ways,
          guides, quizzes, scenarios,
          scam_links, wording,
          pictures)
BESIDE = (private, people, homes, reading, free_calls, echoes)  # take about as long as all others together
CROWDED = ("folder-crowded", "pages-too-much")  # nobody wrote that much; every other check would go through all of it
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
    if project.settings is None or any(found.rule in CROWDED for found in project.problems):
        return
    for module in BEFOREHAND:
        for found in module.check(project, today):
            yield found
            if found.rule in CROWDED:
                return
    with _split(project, today) as told_beside:
        for module in CHECKS:
            yield from module.check(project, today)
        yield from told_beside()
    yield from freshness.check(project, today, release)


def _split(project: Project, today: date) -> AbstractContextManager[Callable[[], list[Finding]]]:
    """Returns what the checks of `BESIDE` tell; in a large project they look beside the others."""
    def told() -> list[Finding]:
        return [found for module in BESIDE for found in module.check(project, today)]

    return split(told) if len(project.pages) >= MANY else nullcontext(told)
