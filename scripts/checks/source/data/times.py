"""Reads the times of day in a text, so that they can be compared: 22:00, 22h, 22 giờ, 10 giờ tối and 10 pm are one time.

How a language says hours, and which words tell morning from evening, stands in `figures.yml`.
"""

import re
from dataclasses import dataclass
from functools import cache

from ....facts.place import Record

HOUR, DAY = 60, 24 * 60  # minutes


@dataclass(frozen=True)
class Time:
    """A time as written, and the minutes after midnight that it may mean: two where nobody says which half of the day."""

    written: str
    minutes: frozenset[int]


def times_of(text: str, way: Record) -> list[Time]:
    """Returns the times of day in a text as its language writes them.

    >>> [(time.written, sorted(time.minutes)) for time in times_of("8:00–10 pm", {"later": ["pm"]})]
    [('8:00', [480]), ('10 pm', [1320])]
    """
    hours, earlier, later, either = (tuple(way.get(name, ())) for name in ("hours", "earlier", "later", "either"))
    return [Time(match[0].strip(), _minutes(match, earlier, later))
            for match in _pattern(hours, (*earlier, *later, *either)).finditer(text.lower())]


def without(some: list[Time], others: list[Time]) -> list[str]:
    """Returns the times that are none of the others, as written."""
    return [time.written for time in some if all(time.minutes.isdisjoint(other.minutes) for other in others)]


@cache
def _pattern(hours: tuple[str, ...], halves: tuple[str, ...]) -> re.Pattern:
    """Returns a pattern for 7:30, for 7h30 and 7h, for 7 with a word for hours, and for 7 with a word for half a day."""
    word, half = (r"(?:" + "|".join(map(re.escape, some)) + r")(?!\w)" if some else r"(?!)" for some in (hours, halves))
    told = (r"(?P<sign>[:h])(?P<past>[0-5][0-9])(?![\w:])", r"h(?!\w)", rf"\s?{word}(?:\s(?P<also>[0-5][0-9])(?!\d))?",
            rf"\.(?P<dotted>[0-5][0-9])(?=\s?{half})", rf"(?=\s?{half})")
    return re.compile(rf"(?<![\w.,:/])(?P<hour>[01]?[0-9]|2[0-4])(?:{'|'.join(told)})(?:\s?(?P<half>{half}))?")


def _minutes(match: re.Match, earlier: tuple[str, ...], later: tuple[str, ...]) -> frozenset[int]:
    hour, past = int(match["hour"]), int(match["past"] or match["also"] or match["dotted"] or 0)
    noon = hour % 12 * HOUR + past
    if match["half"] in later:
        return frozenset({noon + 12 * HOUR})
    if match["half"] in earlier:
        return frozenset({noon})
    if match["sign"] or hour > 12:
        return frozenset({(hour * HOUR + past) % DAY})
    return frozenset({noon, noon + 12 * HOUR})
