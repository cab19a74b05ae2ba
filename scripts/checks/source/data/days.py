"""Reads the days and months in a text, so that they can be compared: 24/12/2024, 24 December 2024 and December 24, 2024 are one day.

How a language names months, and which words stand between two days, stands in `figures.yml`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product

from ....facts.place import Record
from ..numbers.vocabulary import one_of, small
from .rows import places_of

YEAR = r"(?P<year>(?:19|20)[0-9]{2})"
DAY, MONTH = r"[0-3]?[0-9](?:st|nd|rd|th)?", r"(?P<month>[01]?[0-9])"
FIGURE = re.compile("[0-9]")
LATEST_DAY, MONTHS = 31, 12
Meaning = tuple[int, int, int]  # day, month and year; 0 for what is not told


@dataclass(frozen=True)
class Day:
    """A day, or a month with its year: as written, where, its year, and what it may mean: two days where nobody says which number is the month."""

    written: str
    start: int
    year: str
    meanings: frozenset[Meaning]

    def agrees(self, other: "Day") -> bool:
        """Returns whether both may mean the same; what only one of them tells contradicts nothing."""
        return any(one[1] == another[1] and all(mine == theirs or not mine or not theirs for mine, theirs in zip(one, another))
                   for one, another in product(self.meanings, other.meanings))


def days_of(text: str, way: Record) -> list[Day]:
    """Returns the days in a text as its language writes them, each day of a list by itself, and months with their year.

    >>> [sorted(day.meanings) for day in days_of("on 25 and 26 October 2025", {"month_names": ",,,,,,,,,october,,", "joining": ["and"]})]
    [[(25, 10, 2025)], [(26, 10, 2025)]]
    """
    names = places_of(str(way.get("month_names") or ""))
    found, rest = list[Day](), small(text)  # place for place
    if not FIGURE.search(text) or not _may_stand(tuple(names), tuple(way.get("month") or ())).search(rest):
        return []

    def taken(match: re.Match) -> str:
        found.extend(_days(match, text[match.start():match.end()], names, way.get("first_of_date") == "day"))
        return " " * len(match[0])

    for pattern in _patterns(tuple(names), *(tuple(way.get(key) or ()) for key in ("month", "days", "year", "joining", "to"))):
        rest = pattern.sub(taken, rest)
    return sorted(found, key=lambda day: day.start)


def without_days(text: str, days: list[Day]) -> str:
    """Returns a text in which only the years of its days are left, for whoever looks for other figures."""
    for start, end, year in sorted({(day.start, day.start + len(day.written), day.year) for day in days}, reverse=True):
        text = f"{text[:start]} {year} {text[end:]}"
    return text


@cache
def _may_stand(names: tuple[str, ...], month: tuple[str, ...]) -> re.Pattern:
    """Returns a pattern for what stands in every day and month, for a first look."""
    return re.compile(rf"[0-9]\s?[/.-]\s?[0-9]|\b(?:{one_of((*names, *month))})\b")


@cache
def _patterns(names: tuple[str, ...], month: tuple[str, ...], before: tuple[str, ...], year: tuple[str, ...],
              joining: tuple[str, ...], to: tuple[str, ...]) -> list[re.Pattern]:
    """Returns patterns for 2024-12-24, 24/12/2024, 24/12 behind a word for days, 24 December and December 24, and months with a year."""
    joint = rf"(?:\s?[-–—&]\s?|\s{one_of((*joining, *to))}\s)(?:{one_of(before)}\s)?"
    days = rf"(?P<days>{DAY}(?:{joint}{DAY}){{0,4}})"
    named = rf"(?:(?P<name>{one_of(names)})\b\.?|{one_of(month)}\s{MONTH}(?![0-9]))"
    end = rf"(?:(?:,?\s(?:{one_of(year)}\s)?|\s?[/.-]\s?){YEAR})"
    forms = (rf"{YEAR}-{MONTH}-(?P<days>[0-3][0-9])", rf"{days}(?P<sign>[/.-]){MONTH}(?P=sign){YEAR}",
             rf"{one_of(before)}\s{days}/{MONTH}", rf"{days}\s(?:of\s)?{named}{end}?",
             rf"(?P<name>{one_of(names)})\s{days}{end}?", rf"{MONTH}/{YEAR}", rf"{named}{end}")
    return [re.compile(rf"(?<![\w/.-]){form}(?![\w/]|[.,-][0-9])") for form in forms]


def _days(match: re.Match, written: str, names: dict[str, int], day_first: bool) -> Iterator[Day]:
    """Yields each day of a match, or its month."""
    told = match.groupdict()
    year, month = told.get("year") or "", int(told.get("month") or names.get(told.get("name") or "", -1) + 1)
    either_way = bool(told.get("sign")) and not day_first
    numbers = [int(day) for day in re.findall("[0-9]+", told.get("days") or "")] or [0]
    for day in numbers:
        ways = {(day, month), (month, day)} if either_way else {(day, month)}
        meanings = frozenset((one, other, int(year or 0)) for one, other in ways if one <= LATEST_DAY and 0 < other <= MONTHS)
        if meanings:
            yield Day(written, match.start(), year, meanings)
