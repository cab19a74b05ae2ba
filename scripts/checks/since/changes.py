"""Checks that no news is taken back: whoever reads the list of changes later must find all that happened to the numbers."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from ...facts.files.past import Past
from ...facts.finding import Finding, finding
from ...facts.place import Place, Record, mapping, texts
from ...facts.project import DATA, Project
from ...facts.words import phrase

MENDED = 2 / 3  # of the words stay where only misspelt ones are mended


def check(project: Project, past: Past) -> Iterator[Finding]:
    """Yields entries that stood in `changes.yml` and are gone, or tell something else; their words may be mended."""
    now = project.entries("changes")
    for id, before in past.changes.items():
        if id not in now:
            yield finding(Place(f"{DATA}/changes.yml"), "change-removed", change=id, rev=past.rev)
        elif other := next(_rewritten(mapping(before), mapping(now[id])), None):
            yield finding(now.place_of(id), "change-rewritten", change=id, rev=past.rev, was=other[0], now=other[1])


def _rewritten(before: Record, after: Record) -> Iterator[tuple[str, str]]:
    """Yields what an entry said and says instead: another day, fewer contacts, other figures, other words."""
    if before.get("date") != after.get("date"):
        yield str(before.get("date")), str(after.get("date"))
    if lost := sorted({*texts(before.get("contacts"))} - {*texts(after.get("contacts"))}):
        yield ", ".join(lost), ", ".join(texts(after.get("contacts"))) or "nobody"
    for code, was in mapping(before.get("text")).items():
        now = mapping(after.get("text")).get(code)
        if isinstance(was, str) and isinstance(now, str) and was != now and not _mended(was, now):
            yield was, now


def _mended(was: str, now: str) -> bool:
    same_figures = sorted(re.findall(r"\d+", was)) == sorted(re.findall(r"\d+", now))
    return same_figures and SequenceMatcher(None, phrase(was), phrase(now), autojunk=False).ratio() >= MENDED
