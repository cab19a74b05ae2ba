"""Reads what a text says of opening hours in words: at any time, in the hours of offices, from Monday to Friday.

The words of each language stand in `figures.yml`.
"""

import re
from dataclasses import dataclass
from functools import cache

from ....facts.place import Record
from ..numbers.vocabulary import one_of, small
from .rows import places_of
from .times import Time, without

MIDNIGHT = frozenset({0, 24 * 60 - 1})  # minutes
WEEK = 7


@dataclass(frozen=True)
class Opening:
    """The words of a text that say that it is at any time, or in the hours of offices, and for the days of the week: which, and as written; with those it is closed on."""

    always: str
    office: str
    week: str
    days: frozenset[int]
    closing: str = ""
    closed: frozenset[int] = frozenset()


def opening_of(text: str, way: Record) -> Opening:
    """Returns what a text says of opening hours as its language writes them.

    >>> opening_of("Mon to Wed, Sat", {"week": "mon, tue, wed, thu, fri, sat, sun", "to": ["to"]}).days == {0, 1, 2, 5}
    True
    """
    low, names = small(text), places_of(str(way.get("week") or ""))
    lists = [tuple(way.get(key) or ()) for key in ("always", "office", "every", "except")]
    if not _any(str(way.get("week") or ""), *lists).search(low):
        return Opening("", "", "", frozenset())
    always, office, every = (_said(text, low, words) for words in lists[:3])
    less = _words(lists[3]).search(low)
    joining, to, hours = (tuple(way.get(key) or ()) for key in ("joining", "to", "hours"))
    rows = [*_pattern(tuple(names), (*joining, *to), hours).finditer(low)]
    if less or every and rows:  # all but some, or some for one thing and all for another
        closed = _behind(less.end(), rows, low, (joining, tuple(way.get("on") or ()))) if less else []
        return Opening(always, office, "", frozenset(), _written(closed, text), _all_days(closed, names, to))
    return Opening(always, office, every or _written(rows, text), frozenset(range(WEEK)) if every else _all_days(rows, names, to))


def differing(mine: Opening, theirs: Opening, my_times: list[Time], their_times: list[Time]) -> tuple[str, str] | None:
    """Returns what two texts say of opening hours where one contradicts the other: other days, or at any time and at some."""
    if mine.days and theirs.days and mine.days != theirs.days:
        return mine.week, theirs.week
    if mine.closed and theirs.closed and mine.closed != theirs.closed:
        return mine.closing, theirs.closing
    if limits := _limits(mine, theirs, my_times, their_times):
        return mine.always, limits
    if limits := _limits(theirs, mine, their_times, my_times):
        return limits, theirs.always
    return None


def names_day(text: str, way: Record) -> bool:
    """Returns whether a text names a day of the week."""
    return bool(_words(tuple(places_of(str(way.get("week") or "")))).search(small(text)))


def other_days(mine: Opening, theirs: Opening) -> tuple[str, str] | None:
    """Returns the days of the week of two texts where each has one that the other lacks, or where each is one span, and one is longer."""
    spans = all(len(one.days) > 1 and "," not in one.week for one in (mine, theirs))
    differ = mine.days != theirs.days if spans else mine.days - theirs.days and theirs.days - mine.days
    return (mine.week, theirs.week) if differ and mine.days and theirs.days else None


def _limits(mine: Opening, theirs: Opening, my_times: list[Time], their_times: list[Time]) -> str:
    """Returns the hours of a text that does not say, as the other one does, that it is at any time."""
    if not mine.always or theirs.always or all(time.minutes & MIDNIGHT for time in their_times) and not theirs.office:
        return ""
    alone = without(their_times, my_times)
    return " … ".join(alone) if len(alone) > 1 else "" if mine.office else theirs.office


def _behind(start: int, rows: list[re.Match], low: str, words: tuple[tuple[str, ...], tuple[str, ...]]) -> list[re.Match]:
    """Returns the days that follow right behind a place, and behind each other: “Saturdays, and on Sundays”."""
    found, between = [], _between(*words)
    for row in rows:
        if row.start() >= start:
            if not between.fullmatch(low, start, row.start()):
                break
            found.append(row)
            start = row.end()
    return found


@cache
def _between(joining: tuple[str, ...], on: tuple[str, ...]) -> re.Pattern:
    return re.compile(rf"[,:]?\s(?:{one_of(joining)}\s)?(?:{one_of(on)}\s)?")


def _written(rows: list[re.Match], text: str) -> str:
    return ", ".join(text[row.start():row.end()] for row in rows)


def _all_days(rows: list[re.Match], names: dict[str, int], to: tuple[str, ...]) -> frozenset[int]:
    return frozenset(day for row in rows for day in _days(row[0], names, to))


def _said(text: str, low: str, words: tuple[str, ...]) -> str:
    found = _words(words).search(low)
    return text[found.start():found.end()] if found else ""


@cache
def _words(words: tuple[str, ...]) -> re.Pattern:
    return re.compile(rf"(?<![\w/]){one_of(words)}(?![\w/])")


@cache
def _any(week: str, *lists: tuple[str, ...]) -> re.Pattern:
    """Returns a pattern for all that is read, for a first look."""
    return _words((*places_of(week), *(word for words in lists for word in words)))


@cache
def _pattern(names: tuple[str, ...], between: tuple[str, ...], hours: tuple[str, ...]) -> re.Pattern:
    """Returns a pattern for days in a row; where a name has two words, the second is enough behind another day, unless it is an hour."""
    short = one_of(tuple({name.split()[-1] for name in names if " " in name}))
    more = rf"(?:{one_of(names)}|{short}(?![:.–—-]|\s?{one_of(hours)}))"
    return re.compile(rf"(?<!\w){one_of(names)}(?!\w)(?:(?:\s?[-–—,&]\s?|,?\s{one_of(between)}\s){more}(?!\w)){{0,6}}")


def _days(row: str, names: dict[str, int], to: tuple[str, ...]) -> set[int]:
    """Returns the days of a row, those between the ends of a span with them."""
    known = {**{name.split()[-1]: day for name, day in names.items()}, **names}
    found: set[int] = set()
    last, through = 0, False
    for word in re.findall(rf"{one_of(tuple(known))}(?!\w)|[-–—]|{one_of(to)}(?!\w)", row):
        if word in known:
            first = last if through else known[word]
            found.update((first + on) % WEEK for on in range((known[word] - first) % WEEK + 1))
            last = known[word]
        through = word not in known
    return found
