"""Checks that every package in `requirements.txt` was asked for: a name one letter away from a known one is how strangers get in.

Comments of the list say what brings each package (`# via mkdocs`); followed far enough, they end in `scripts/requirements.in`.
"""

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice

from ....facts.files.reading import read_text
from ....facts.finding import Finding, finding
from ....facts.place import Place
from ....facts.project import Project
from ....facts.words.nearest import did_you_mean
from ..numbers.known import one_slip
from .pins import LOCK, MOST

ASKED = "scripts/requirements.in"
NAME = re.compile(r"[A-Za-z0-9][\w.-]*(?=\s*(?:[\[=<>~!;\\]|\Z))")
BROUGHT = re.compile(r"\s*#\s+(?:via\b)?\s*(?:-r\s+)?(\S*)\Z")
SHORTEST = 5  # letters; shorter names are alike by chance
Brought = dict[str, list[str]]


def check(project: Project, today: date) -> Iterator[Finding]:
    """Yields packages whose names are a slip of another one, and those that nothing asks for, where both lists and their comments are there."""
    text, asking = (read_text(project.root, name)[0] or "" if (project.root / name).is_file() else "" for name in (LOCK, ASKED))
    asked, locked = _named(asking), _named(text)
    brought = _brought(text) if asked else {}
    yield from islice(_told(asked, locked, brought), MOST)


def _told(asked: dict[str, int], locked: dict[str, int], brought: Brought) -> Iterator[Finding]:
    for name, line in locked.items():
        alike = next((other for other in {**asked, **locked} if _mistaken(name, other)), "") if name not in asked else ""
        if alike or brought and not _leads(name, asked, brought):
            yield finding(Place(LOCK, line), "requirement-unasked", name=name, asked=ASKED, guess=did_you_mean(alike))


def _mistaken(name: str, other: str) -> bool:
    return min(len(name), len(other)) >= SHORTEST and one_slip(name, other)


def _named(text: str) -> dict[str, int]:
    """Returns the packages of a list, each with its line."""
    found = ((NAME.match(line), number) for number, line in enumerate(text.split("\n"), 1))
    return {_name(match): number for match, number in found if match}


def _name(match: re.Match) -> str:
    """Returns the one spelling of a package's name (packaging.python.org, "Names and normalization")."""
    return re.sub(r"[-_.]+", "-", match[0]).lower()


def _brought(text: str) -> Brought:
    """Returns what brings each package, as the comments below it say."""
    brought: Brought = {}
    name = ""
    for line in text.split("\n"):
        if match := NAME.match(line):
            name = _name(match)
        elif name and (comment := BROUGHT.match(line)) and comment[1]:
            brought.setdefault(name, []).append(comment[1])
    return brought


def _leads(name: str, asked: dict[str, int], brought: Brought) -> bool:
    """Returns whether a package is asked for, or brought by one that is, over however many others."""
    passed, waiting = {name}, [name]
    while waiting:
        one = waiting.pop()
        if one in asked:
            return True
        more = set(brought.get(one, ())) - passed
        passed |= more
        waiting += more
    return False
