"""Reads the times of day in a text, so that they can be compared: 22:00, 22h, 22 giờ, 10 giờ tối and 10 pm are one time.

How a language says hours, and which words tell morning from evening, stands in `figures.yml`.
"""

import re
from dataclasses import dataclass
from functools import cache

from ....facts.place import Record

HOUR, DAY = 60, 24 * 60  # minutes
SPAN = re.compile(r"\s?[-–—]\s?")


@dataclass(frozen=True)
class Time:
    """A time as written, and the minutes after midnight that it may mean: two where nobody says which half of the day."""

    written: str
    minutes: frozenset[int]


def times_of(text: str, way: Record) -> list[Time]:
    """Returns the times of day in a text as its language writes them; what ends with “pm” may begin with it, too.

    >>> [(time.written, sorted(time.minutes)) for time in times_of("8:00–10 pm", {"later": ["pm"]})]
    [('8:00', [480, 1200]), ('10 pm', [1320])]
    """
    hours, earlier, later, either, half_past = (tuple(way.get(name, ())) for name in ("hours", "earlier", "later", "either", "half_past"))
    low = text.lower()
    found = [*_pattern(hours, (*earlier, *later, *either), half_past).finditer(low)]
    ends = [after if after and SPAN.fullmatch(low, match.end(), after.start()) else None for match, after in zip(found, [*found[1:], None])]
    return [Time(match[0].strip(), _minutes(match, end, earlier, later)) for match, end in zip(found, ends)]


def without(some: list[Time], others: list[Time]) -> list[str]:
    """Returns the times that are none of the others, as written."""
    return [time.written for time in some if all(time.minutes.isdisjoint(other.minutes) for other in others)]


@cache
def _pattern(hours: tuple[str, ...], halves: tuple[str, ...], half_past: tuple[str, ...]) -> re.Pattern:
    """Returns a pattern for 7:30, for 7h30 and 7h, for 7 with a word for hours, and for 7 with a word for half a day."""
    word, half, rest = (r"(?:" + "|".join(map(re.escape, some)) + r")(?!\w)" if some else r"(?!)" for some in (hours, halves, half_past))
    told = (r"(?P<sign>[:h])(?P<past>[0-5][0-9])(?![\w:])", r"h(?!\w)",
            rf"\s?{word}(?:\s(?:(?P<also>[0-5][0-9])(?!\d)|(?P<rest>{rest})))?",
            rf"\.(?P<dotted>[0-5][0-9])(?=\s?{half})", rf"(?=\s?{half})")
    return re.compile(rf"(?<![\w.,:/])(?P<hour>[01]?[0-9]|2[0-4])(?:{'|'.join(told)})(?:\s?(?P<half>{half}))?")


def _minutes(match: re.Match, end: re.Match | None, earlier: tuple[str, ...], later: tuple[str, ...]) -> frozenset[int]:
    """Returns what a time may mean; `end` is the time that ends the span which it begins."""
    hour, past = int(match["hour"]), int(match["past"] or match["also"] or match["dotted"] or (30 if match["rest"] else 0))
    noon = hour % 12 * HOUR + past
    if match["half"] in later:
        return frozenset({noon + 12 * HOUR})
    if match["half"] in earlier:
        return frozenset({noon})
    if (match["sign"] or hour > 12) and not (end and end["half"] in later and 0 < hour <= 12):
        return frozenset({(hour * HOUR + past) % DAY})
    return frozenset({noon, noon + 12 * HOUR})
