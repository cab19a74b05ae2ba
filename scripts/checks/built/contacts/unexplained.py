"""Finds the numbers in a line of a finished page that no data file explains; the search itself is that of the sources."""

import re
from collections.abc import Callable
from functools import lru_cache

from ....facts.place import Place, Record
from ....facts.project import Project
from ...source.numbers import search
from ...source.numbers.excerpts import Excerpt
from ...source.numbers.hosts import Hosts, hosts
from ...source.numbers.permits import Permits, permits

UNRENDERED = re.compile(r"\[\[?[^\[\]]*\]\]?")  # told as such
COPIED = re.compile(r'<a href="((?:tel|sms):[^"<>]+)">([^<>]*)</a>')  # a call link written out for others to copy
ONWARD = re.compile(r"→ \d{1,2}(?!\d)")  # where a story goes on; no number to call is so short
NUMBERS = ("page-number-typed", "page-number-replaced", "page-short-code-typed", "number-unregistered", "number-unpublished", "number-retired",
           "identity-number-typed", "account-number-typed", "mailbox-typed", "handle-typed")


def typed_numbers(project: Project) -> Callable[[str], tuple[str, ...]]:
    """Returns a function from a line to the numbers in it that no data file explains; most lines are on many pages."""
    facts, allowed, known = hosts(project), permits(project), _told(project)
    published = {channel.href for contact in project.contacts.values() if contact.works_on(project.today)
                 for channel in contact.channels if channel.number}

    def copied(link: re.Match) -> str:
        return "\ufffc" if link[1] in published and _digits(link[1]) == _digits(link[2]) else link[0]

    @lru_cache(maxsize=None)
    def judged(line: str) -> tuple[str, ...]:
        line = ONWARD.sub("\ufffc", COPIED.sub(copied, UNRENDERED.sub("\ufffc", line)))
        found = _found(line, facts, allowed)
        for text in known if found else ():
            if text in line:  # and not as a part of a longer number
                line = re.sub(rf"(?<![0-9]){re.escape(text)}(?![0-9])", "\ufffc", line)
        return _found(line, facts, allowed) if found else ()

    return judged


def _digits(text: str) -> str:
    return "".join(char for char in text if char.isdigit())


def _found(line: str, facts: Hosts, allowed: Permits) -> tuple[str, ...]:
    findings = search(Excerpt(line, Place("")), facts, allowed)
    return tuple(dict.fromkeys(value for one in findings if one.rule in NUMBERS for _, value in one.values[:1]))


def _told(project: Project) -> list[str]:
    """Returns the texts of the data files that hold digits or an address, the longest first; they were searched at home."""
    found: set[str] = set()
    values: list[object] = list(project.data.values())
    while values:
        value = values.pop()
        if isinstance(value, (Record, list)):
            values += value.values() if isinstance(value, Record) else value
        elif isinstance(value, str) and len(value) > 8 and any(char.isdigit() or char == "@" for char in value):
            found.add(" ".join(value.split()))
    return sorted(found, key=lambda text: (-len(text), text))
