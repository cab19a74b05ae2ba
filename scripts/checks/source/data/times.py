"""Reads the times of day in a text, so that they can be compared: 22:00, 22h, 22 giờ, 10 giờ tối and 10 pm are one time.

How a language says hours, and which words tell morning from evening, stands in `figures.yml`.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from ....facts.place import Record
from ..numbers.vocabulary import one_of
from .rows import numerals_of

HOUR, DAY = 60, 24 * 60  # minutes
DASH = r"\s?[-–—]\s?"
FIGURES = r"(?:[01]?[0-9]|2[0-4])"


@dataclass(frozen=True)
class Time:
    """A time as written, the hour in it, and the minutes after midnight that it may mean: two where nobody says which half of the day."""

    written: str
    hour: int
    minutes: frozenset[int]


class _Words(NamedTuple):
    """The words by which a language says hours, as `figures.yml` names them."""

    hours: tuple[str, ...]
    clock: tuple[str, ...]
    earlier: tuple[str, ...]
    later: tuple[str, ...]
    either: tuple[str, ...]
    late: tuple[str, ...]
    half_past: tuple[str, ...]
    past_half: tuple[str, ...]
    short_of: tuple[str, ...]
    to: tuple[str, ...]
    joining: tuple[str, ...]


def times_of(text: str, way: Record) -> list[Time]:
    """Returns the times of day in a text as its language writes them; what ends with “pm” may begin with it, too.

    >>> [(time.written, sorted(time.minutes)) for time in times_of("8:00–10 pm, 2 to 5 pm", {"later": ["pm"], "to": ["to"]})]
    [('8:00', [480, 1200]), ('10 pm', [1320]), ('2', [120, 840]), ('5 pm', [1020])]
    """
    words = _Words(*(tuple(way.get(name, ())) for name in _Words._fields))
    names = numerals_of(str(way.get("numbers") or ""))
    low, through = text.lower(), _through((*words.to, *words.joining))
    found = [*_pattern((*names,)[1:], words).finditer(low)]
    ends = [after if after and through.fullmatch(low, match.end(), after.start()) else None for match, after in zip(found, [*found[1:], None])]
    read = [(match, names[match["hour"]] if match["hour"] in names else int(match["hour"]), end) for match, end in zip(found, ends)]
    whole_day = any(hour > 12 for _, hour, _ in read)  # who says 17 o'clock means the morning by 9
    late = _late(words.late).search(low)  # who says “on Saturday night” anywhere may mean the evening by 8:15
    return [Time(match[0].strip(), hour, _minutes(match, hour, _past(match, names), end, words, whole_day or match["sign"] is not None and not late))
            for match, hour, end in read]


def without(some: list[Time], others: list[Time]) -> list[str]:
    """Returns the times that are none of the others, as written."""
    known = frozenset[int]().union(*(other.minutes for other in others))
    return [time.written for time in some if time.minutes.isdisjoint(known)]


@cache
def _late(words: tuple[str, ...]) -> re.Pattern:
    return re.compile(rf"\b{one_of(words)}(?!\w)")


@cache
def _through(words: tuple[str, ...]) -> re.Pattern:
    """Returns a pattern for what stands between two times of which the second may say the half of the day for both."""
    return re.compile(rf"{DASH}|\s{one_of(words)}\s")


@cache
def _pattern(names: tuple[str, ...], words: _Words) -> re.Pattern:
    """Returns a pattern for 7:30, 7h30 and 7h, for 7 with a word for hours or half a day, for half past 7, and for the 7 of “7 to 10 pm”."""
    word, half, rest = (rf"{one_of(some)}(?!\w)" for some in (words.hours, (*words.earlier, *words.later, *words.either), words.half_past))
    end = rf"{FIGURES}(?:[:h][0-5][0-9](?!\w)|h(?!\w)|(?:\.[0-5][0-9])?\s?(?:{half}|{word}))"
    also = rf"(?P<also>[0-5][0-9](?!\d)|[0-9](?=\s{one_of(words.clock)}))"
    less = rf"{one_of(words.short_of)}\s(?P<less>{one_of(names)}|[0-5]?[0-9])(?!\w)"
    told = (r"(?P<sign>[:h])(?P<past>[0-5][0-9])(?![\w:])", r"h(?!\w)",
            rf"\s?{word}(?:\s(?:{also}|(?P<rest>{rest})|{less}))?",
            rf"(?:\.(?P<dotted>[0-5][0-9])|\s(?P<half_of>{rest}))?(?=\s?{half}|(?:{DASH}|\s{one_of(words.to)}\s){end})")
    return re.compile(rf"(?<![\w.,:/])(?:(?P<ahead>{one_of(words.past_half)})\s)?(?P<hour>{FIGURES}|{one_of(names)})"
                      rf"(?(ahead)(?!\w)|(?:{'|'.join(told)}))(?:\s?(?P<half>{half}))?")


def _past(match: re.Match, names: dict[str, int]) -> int:
    """Returns the minutes past the hour of a time, less than none for those to the hour."""
    if less := match["less"]:
        return -(names[less] if less in names else int(less))
    return int(match["past"] or match["also"] or match["dotted"] or (30 if match["rest"] or match["half_of"] or match["ahead"] else 0))


def _minutes(match: re.Match, hour: int, past: int, end: re.Match | None, words: _Words, counted_on: bool) -> frozenset[int]:
    """Returns what a time may mean; `end` is the time that ends the span which it begins, `counted_on` says that hours are counted to 24."""
    noon = hour % 12 * HOUR + past
    if match["half"] in words.later:
        return frozenset({noon + 12 * HOUR})
    if match["half"] in words.earlier:
        return frozenset({noon})
    if counted_on and not (end and end["half"] in words.later and 0 < hour <= 12):
        return frozenset({(hour * HOUR + past) % DAY})
    return frozenset({noon % DAY, (noon + 12 * HOUR) % DAY})
