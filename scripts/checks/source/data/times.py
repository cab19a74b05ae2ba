"""Reads the times of day in a text, so that they can be compared: 22:00, 22h, 22 giờ, 10 giờ tối and 10 pm are one time.

How a language says hours, and which words tell morning from evening, stands in `figures.yml`.
"""

import re
from dataclasses import dataclass
from functools import cache

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


def times_of(text: str, way: Record) -> list[Time]:
    """Returns the times of day in a text as its language writes them; what ends with “pm” may begin with it, too.

    >>> [(time.written, sorted(time.minutes)) for time in times_of("8:00–10 pm, 2 to 5 pm", {"later": ["pm"], "to": ["to"]})]
    [('8:00', [480, 1200]), ('10 pm', [1320]), ('2', [120, 840]), ('5 pm', [1020])]
    """
    hours, clock, earlier, later, any_half, behind, ahead, short, late, to, joining = (tuple(way.get(name, ())) for name in (
        "hours", "clock", "earlier", "later", "either", "half_past", "past_half", "short_of", "late", "to", "joining"))
    names = numerals_of(str(way.get("numbers") or ""))
    low, through = text.lower(), _through((*to, *joining))
    found = [*_pattern((*names,)[1:], hours, (*earlier, *later, *any_half), behind, ahead, short, clock, to).finditer(low)]
    ends = [after if after and through.fullmatch(low, match.end(), after.start()) else None for match, after in zip(found, [*found[1:], None])]
    read = [(match, names[match["hour"]] if match["hour"] in names else int(match["hour"]), end) for match, end in zip(found, ends)]
    whole_day = any(hour > 12 for _, hour, _ in read)  # who says 17 o'clock means the morning by 9
    halves = not whole_day and bool(_word_of(late).search(low))  # who says “on Saturday night” before may mean the evening by 8:15
    return [Time(match[0].strip(), hour, _minutes(match, hour, end, earlier, later, whole_day, halves, names)) for match, hour, end in read]


def without(some: list[Time], others: list[Time]) -> list[str]:
    """Returns the times that are none of the others, as written."""
    known = frozenset[int]().union(*(other.minutes for other in others))
    return [time.written for time in some if time.minutes.isdisjoint(known)]


@cache
def _word_of(words: tuple[str, ...]) -> re.Pattern:
    return re.compile(rf"\b{one_of(words)}(?!\w)")


@cache
def _through(words: tuple[str, ...]) -> re.Pattern:
    """Returns a pattern for what stands between two times of which the second may say the half of the day for both."""
    return re.compile(rf"{DASH}|\s{one_of(words)}\s")


@cache
def _pattern(names: tuple[str, ...], hours: tuple[str, ...], halves: tuple[str, ...], behind: tuple[str, ...], ahead: tuple[str, ...],
             short: tuple[str, ...], clock: tuple[str, ...], to: tuple[str, ...]) -> re.Pattern:
    """Returns a pattern for 7:30, 7h30 and 7h, for 7 with a word for hours or half a day, for half past 7, and for the 7 of “7 to 10 pm”."""
    word, half, rest = (rf"{one_of(some)}(?!\w)" for some in (hours, halves, behind))
    end = rf"{FIGURES}(?:[:h][0-5][0-9](?!\w)|h(?!\w)|(?:\.[0-5][0-9])?\s?(?:{half}|{word}))"
    told = (r"(?P<sign>[:h])(?P<past>[0-5][0-9])(?![\w:])", r"h(?!\w)",
            rf"\s?{word}(?:\s(?:(?P<also>[0-5][0-9](?!\d)|[0-9](?=\s{one_of(clock)}))|(?P<rest>{rest})|{one_of(short)}\s(?P<less>{one_of(names)}|[0-5]?[0-9])(?!\w)))?",
            rf"(?:\.(?P<dotted>[0-5][0-9])|\s(?P<half_of>{rest}))?(?=\s?{half}|(?:{DASH}|\s{one_of(to)}\s){end})")
    return re.compile(rf"(?<![\w.,:/])(?:(?P<ahead>{one_of(ahead)})\s)?(?P<hour>{FIGURES}|{one_of(names)})"
                      rf"(?(ahead)(?!\w)|(?:{'|'.join(told)}))(?:\s?(?P<half>{half}))?")


def _minutes(match: re.Match, hour: int, end: re.Match | None, earlier: tuple[str, ...], later: tuple[str, ...], whole_day: bool,
             halves: bool, names: dict[str, int]) -> frozenset[int]:
    """Returns what a time may mean; `end` is the time that ends the span which it begins, `whole_day` says that hours are counted to 24,
    `halves` that the half of the day stands somewhere else."""
    past = int(match["past"] or match["also"] or match["dotted"] or (30 if match["rest"] or match["half_of"] or match["ahead"] else 0))
    less = match["less"] or "0"
    past -= names[less] if less in names else int(less)
    noon = hour % 12 * HOUR + past
    if match["half"] in later:
        return frozenset({noon + 12 * HOUR})
    if match["half"] in earlier:
        return frozenset({noon})
    if (match["sign"] and not halves or whole_day) and not (end and end["half"] in later and 0 < hour <= 12):
        return frozenset({(hour * HOUR + past) % DAY})
    return frozenset({noon % DAY, (noon + 12 * HOUR) % DAY})
