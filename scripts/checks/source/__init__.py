"""Checks of what people write: data files and Markdown pages."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from itertools import chain
from pathlib import Path
from types import ModuleType

from ...facts.finding import Finding
from ...facts.project import Project
from ...processors import split
from .data import archives, citations, cited, destinations, figures, strings, synonyms, tokens as data_tokens, treaty
from .names import answers, crossed, free_calls, linked, misnamed, promises
from .numbers import echoes
from .pages import amounts, blocks, drawings, front_matter, groups, hours, languages, links, lists, markup, moved, navigation, pairs, tokens, untranslated, ways
from .quiet import Quiet
from .registry import allowed, changes, contacts, costs, freshness, second_opinion
from .stories import guides, quizzes, scenarios
from .tree import files, folders, pictures, pins, settings, strays, theme, unasked
from .words import homes, people, private, reading, scam_links, wording

# What MkDocs must not even start on: settings that run or reach something, files that lead elsewhere. Pages that are
# beyond a limit are not read into a project, and are among its problems.
BEFOREHAND = (settings, files, folders, strays, pins, unasked, theme)
# Those that share what they work out stand together; the longest stand first, because several processes may divide them among themselves.
CHECKS = ((echoes,), (wording,), (private, people, homes, scam_links),
          (answers, crossed, free_calls, linked, misnamed, promises),
          (amounts, blocks, drawings, front_matter, groups, hours, languages, links, lists, markup, moved, navigation, pairs, tokens, untranslated, ways),
          (reading,),
          (archives, citations, cited, destinations, figures, strings, synonyms, data_tokens, treaty),
          (allowed, contacts, costs, second_opinion, changes), (guides, quizzes, scenarios), (pictures,))
# Those that take long, and look at a page with its translations and the data files, but at no other page; and one that looks at data files alone.
APART = frozenset({echoes, wording, private, people, homes, scam_links, crossed, free_calls, promises, amounts, hours, untranslated, reading, treaty})
OF_DATA = frozenset({figures})
CROWDED = ("folder-crowded", "pages-too-much")  # nobody wrote that much; every other check would go through all of it
MANY = 40  # pages, from which on a second process is worth its start


def check_beforehand(project: Project, today: date) -> Iterator[Finding]:
    """Yields those of the findings below that forbid to hand the sources to any other program."""
    yield from project.problems
    for module in BEFOREHAND if project.settings else ():
        yield from module.check(project, today)


def check_source(project: Project, today: date, release: bool = False, memory: Path | None = None) -> Iterator[Finding]:
    """Yields what is wrong with the sources: first what could not be read, then each check's findings.

    Time alone makes nothing wrong: what has grown old is a warning, and an error only for a `release`.
    A file of `memory` spares many pages that have not changed since nothing was told of them the hard looks.
    """
    yield from project.problems
    if project.settings is None or any(found.rule in CROWDED for found in project.problems):
        return
    many = len(project.pages) >= MANY
    quiet = Quiet(project, today, memory if many else None)
    jobs = [partial(_told, modules, project, quiet.loud, today) for modules in CHECKS]
    with split(jobs, many) as told:
        for module in BEFOREHAND:
            for found in module.check(project, today):
                yield found
                if found.rule in CROWDED:
                    return
        results = told()
    yield from chain.from_iterable(chain.from_iterable(results))
    quiet.keep([found for apart, _ in results for found in apart])
    yield from freshness.check(project, today, release)


def _told(modules: tuple[ModuleType, ...], project: Project, loud: Project, today: date) -> tuple[list[Finding], list[Finding]]:
    """Returns what those say that may be spared a second look, and what the others say."""
    apart, rest = [], []
    for module in modules:
        if module in APART:
            apart += module.check(loud, today)
        elif module not in OF_DATA:
            rest += module.check(project, today)
        elif not loud.data_quiet:
            apart += module.check(project, today)
    return apart, rest
