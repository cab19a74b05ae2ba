"""Checks that no text contradicts what `convention.yml` says of the treaty in figures: its articles, its days, who signed.

Only a sentence that names the treaty, and says a figure or a day in one of the ways that stand there, is held against it.
"""

import re
from collections.abc import Iterator
from datetime import date

from ....facts.data.shape import parse_day
from ....facts.finding import Finding, finding
from ....facts.place import Record, mapping, texts
from ....facts.project import Project
from ....facts.words.said import Said, unheard
from ..numbers.vocabulary import one_of, small
from .days import Day, days_of
from .vocabulary import WAYS

SENTENCE = re.compile(r"(?:[^.!?…\n|]|[.](?=\S))+")
FIGURE, GAP = "#", r"(?P<figure>[0-9]{1,6})"
MARKS = re.compile(r"[*_`]")
Way = tuple[list[re.Pattern], list[str]]  # how one figure or day is said, and what is right


def check(project: Project, today: date) -> Iterator[Finding]:
    """Yields figures and days of the treaty in pages and data files, its own statements among them, that are not those of `convention.yml`."""
    treaty = mapping(project.entries("convention").get("treaty"))
    held = {code: (_named(treaty, "names", code), _named(treaty, "others", code), _ways(treaty, code)) for code in project.settings.codes}
    for one in unheard(project) if treaty else ():
        if one.language in held:
            yield from _judged(one, *held[one.language])


def _named(treaty: Record, key: str, code: str) -> re.Pattern:
    return re.compile(rf"(?<!\w){one_of(map(small, texts(mapping(treaty.get(key)).get(code))))}(?!\w)")


def _ways(treaty: Record, code: str) -> list[Way]:
    """Returns the ways of saying each figure or day in a language, with what is right."""
    found = []
    for entry in map(mapping, mapping(treaty.get("figures")).values()):
        said_so = [r"\s".join(map(re.escape, small(way).split())) for way in texts(mapping(entry.get("says")).get(code))]
        patterns = [re.compile(rf"(?<!\w){way.replace(re.escape(FIGURE), GAP, 1)}(?!\w)") for way in said_so]
        found.append((patterns, texts(entry.get("values"))))
    return found


def _judged(one: Said, names: re.Pattern, others: re.Pattern, ways: list[Way]) -> Iterator[Finding]:
    if not names.search(small(one.text)):
        return
    for sentence in SENTENCE.finditer(one.text):
        plain = MARKS.sub("", sentence[0])
        if names.search(small(plain)) and not others.search(small(plain)):
            for written, right in _wrong(plain, one.language, ways):
                yield finding(one.place_at(sentence.start()), "treaty-figure-differs", written=written, right=", ".join(right))


def _wrong(sentence: str, code: str, ways: list[Way]) -> Iterator[tuple[str, list[str]]]:
    """Yields what a sentence says of a figure or a day, unless it says what is right, too."""
    low = small(sentence)
    for patterns, right in ways:
        match = next(filter(None, (pattern.search(low) for pattern in patterns)), None)
        written = sentence[match.start():match.end()] if match else ""
        if match and (figure := match.groupdict().get("figure")):
            if _other(figure, sentence, right):
                yield written, right
        elif match and (day := _other_day(sentence, code, right)):
            yield f"{written} … {day}", right


def _other(figure: str, sentence: str, right: list[str]) -> bool:
    """Returns whether a figure is about the whole, for some of its articles are less than half of them, and the sentence knows none that is right."""
    whole = max((int(value) for value in right if value.isdecimal()), default=int(figure) * 2)
    return 2 * int(figure) > whole and set(right).isdisjoint(re.findall("[0-9]+", sentence))


def _other_day(sentence: str, code: str, right: list[str]) -> str:
    """Returns the first day in a sentence, if none of them is right."""
    told = days_of(sentence, mapping(WAYS.get(code)))
    known = [Day("", 0, "", frozenset({(day.day, day.month, day.year)})) for day in map(parse_day, right) if day]
    return told[0].written if told and not any(day.agrees(other) for day in told for other in known) else ""
