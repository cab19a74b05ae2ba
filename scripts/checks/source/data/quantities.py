"""Reads what a text counts, in digits or in words, so that it can be compared: 24 giờ, một ngày and a day are one length of time.

How a language counts stands in `figures.yml`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from .days import LATEST_DAY
from .numerals import Number
from .rows import places_of
from .shares import ONE, Found, fraction, part
from .vocabulary import AGE, LOOSE, MONEY, NOTHING, PLAIN, TIME, TIMES, Unit
from .worded import Quantity, Worded

OLDEST, HIGHEST_GRADE = 119, 12
NO_NUMBER = Decimal(-1)


@dataclass(frozen=True)
class _Number:
    """A number among the words of a text, and whether what stands before and behind it makes it a limit."""

    start: int
    end: int
    values: frozenset[Decimal]
    limit: int


def quantities(text: Worded) -> Iterator[Quantity]:
    """Yields what a text counts as its language writes it, without days of the calendar and hours of the day; a unit of time may stand without a number.

    >>> [(one.kind, *map(str, one.values)) for one in quantities(Worded("On 6 May 2026 half of 5,000 came for two weeks.", "en"))]
    [('', '2026'), ('share', '0.5'), ('', '5000'), ('time', '1209600')]
    """
    for _, _, found in _found(text):
        yield from found


def with_frequencies(text: Worded) -> Iterator[Quantity]:
    """Yields the same, but how often something is as the time from one to the next: “twice a year” is half a year."""
    some, reached = list[Quantity](), 0
    for start, end, found in _found(text):
        if often := _often(some, found, text.words[reached:start], text):
            some = [often]
        else:
            yield from some
            some = found
        reached = end
    yield from some


def _found(text: Worded) -> Iterator[tuple[int, int, list[Quantity]]]:
    """Yields where something is counted, up to where, and what."""
    end, known = 0, text.known
    for at, word in enumerate(text.words):
        if at < end:
            continue
        if word[0].isdecimal() or word in known.beginning and (word not in known.indefinite or text.word(at + 1) in known.following):
            found, end = _alone(text, at) or _about(text, at) or fraction(text, at) or _each(text, at) or _counted(text, at) or ((), 0)
            if end > at:
                yield at, end, [*found]
        elif word in known.times:
            yield at, at + 1, [text.quantity(at, at + 1, LOOSE, known.times[word])]


def _often(some: list[Quantity], more: list[Quantity], between: list[str], text: Worded) -> Quantity | None:
    """Returns the time from one to the next, where a number of times follows a length of time or leads to it: 6 tháng một lần, “once every six months”."""
    if len(some) != 1 or len(more) != 1 or len(between) > 1 or not text.known.words("each", "within").issuperset(between):
        return None
    (first,), (second,) = some, more
    times, time = (first, second) if first.kind == TIMES else (second, first)
    one_unit = time.values == frozenset({time.unit}) or time.kind == LOOSE
    if times.kind != TIMES or time.kind not in (TIME, LOOSE) or not max(times.values) or times is first and not between and not one_unit:
        return None
    return replace(time, kind=TIME, values=frozenset(value / max(times.values) for value in time.values))


def _alone(text: Worded, at: int) -> Found:
    """Returns what counts without any number: once, daily."""
    found = text.known.alone.at(text.words, at)
    if not found:
        return None
    unit, end = found
    return [] if unit.kind == NOTHING else [text.quantity(at, end, unit.kind, unit.size, unit.size, ONE)], end


def _about(text: Worded, at: int) -> Found:
    """Returns nothing for two neighbours that say “some”: hai ba lần; a word that is a unit, too, is a number before another unit alone."""
    few, more = (text.known.numerals.get(text.word(place), NO_NUMBER) for place in (at, at + 1))
    unit = text.known.units.at(text.words, at + 2)
    if not 0 < few < more < 10 or more - few > 1 or not unit and text.known.units.at(text.words, at + 1):
        return None
    return [], unit[1] if unit else at + 2


def _each(text: Worded, at: int) -> Found:
    """Returns the one unit of time behind “each” or “a”, or behind a slash; in “every five years” the five counts them."""
    unit = text.known.units.at(text.words, at + 1)
    if not unit or unit[0].kind != TIME or text.words[at] not in text.known.words("each") and text.words[at] != "/":
        return None
    if text.word(at + 1) in text.known.numerals and text.known.units.at(text.words, at + 2):
        return None
    more, end = _and_half(text, unit[1])
    return [text.quantity(at, end, TIME, unit[0].size * (1 + more), unit[0].size, ONE)], end


def _and_half(text: Worded, end: int) -> tuple[Decimal, int]:
    """Returns what is added to a unit by the words behind it: half of it, or nothing."""
    half = text.known.phrases("and_half").at(text.words, end)
    return (Decimal(1) / 2, half[1]) if half else (Decimal(0), end)


def _counted(text: Worded, at: int) -> Found:
    """Returns what one number counts, or each of some numbers of one unit."""
    some = _numbers(text, at)
    if not some:
        return None
    end, number = some[-1].end, text.number(at)
    if len(some) == 1 and number and (share := part(text, at, number)):
        return share
    named = text.known.named.get(text.word(at - 1)) if text.word(at - 2) not in text.known.words("each") else None
    if unit := text.unit(end):
        return _of_unit(text, some, *unit, named)
    if named and not (named == "grade" and any(max(one.values) > HIGHEST_GRADE for one in some)):
        return [text.quantity(one.start, one.end, str(named), _whole(text, one), Decimal(1), one.values) for one in some], end
    return [] if _of_calendar(text, at, end, some) else [*_by_themselves(text, some)], end


def _numbers(text: Worded, at: int) -> list[_Number]:
    """Returns the numbers that follow each other with nothing between but what joins them: 6–9, from 16 to under 18."""
    found = list[_Number]()
    while number := text.number(at):
        found.append(_Number(at, *number, text.limit(at, number[0])))
        at = number[0]
        while text.word(at) in text.known.spanning:
            at += 1
        if at == number[0]:
            break
        limit = text.known.limits[0].at(text.words, at)
        at = limit[1] if limit and text.number(limit[1]) else at
    return found


def _of_unit(text: Worded, some: list[_Number], unit: Unit, end: int, named: object) -> Found:
    """Returns numbers with the unit behind the last of them; where the first is a name, it is none of them."""
    *others, last = some
    more, end = _and_half(text, end)
    behind = text.known.limits[1].at(text.words, end)
    found = [text.quantity(one.start, one.end, str(named or unit.kind), _sizes(one, unit), unit.size, one.values, one.limit) for one in others]
    values = frozenset(value + more * unit.size for value in _sizes(last, unit))
    quantity = text.quantity(last.start, end, unit.kind, values, unit.size, last.values, behind[0] if behind else last.limit)
    if unit.kind == TIME:
        quantity, end = _with_smaller(text, quantity, last.start, end)
    return [] if _of_clock(text, some[0].start, unit, end) else [*found, quantity], end


def _sizes(number: _Number, unit: Unit) -> frozenset[Decimal]:
    return number.values if unit.kind == MONEY else frozenset(value * unit.size for value in number.values)


def _with_smaller(text: Worded, quantity: Quantity, start: int, end: int) -> tuple[Quantity, int]:
    """Returns a length of time with the smaller one that follows it: an hour and 30 minutes."""
    number: Number | None = text.number(end + (text.word(end) in text.known.words("joining")))
    unit = number and text.known.units.at(text.words, number[0])
    if not number or not unit or unit[0].kind != TIME or unit[0].size >= quantity.unit:
        return quantity, end
    values = frozenset(one + other * unit[0].size for one in quantity.values for other in number[1])
    return text.quantity(start, unit[1], TIME, values, limit=quantity.limit), unit[1]


def _of_clock(text: Worded, start: int, unit: Unit, end: int) -> bool:
    """Returns whether a number of hours is a time of day, where a language says both by one word."""
    return (unit.kind == TIME and not text.known.words("hours").isdisjoint(text.words[start:end])
            and (text.word(start - 1) in text.known.words("at_hour") or _of_half_day(text, end)))


def _of_half_day(text: Worded, end: int) -> bool:
    return bool(text.known.phrases("earlier", "later", "either").at(text.words, end))


def _whole(text: Worded, number: _Number) -> frozenset[Decimal]:
    """Returns the number before the point of 8.2, which names a part of 8."""
    word = text.words[number.start]
    return frozenset({Decimal(re.split("[.,]", word)[0])}) if word[0].isdecimal() else number.values


def _of_calendar(text: Worded, start: int, end: int, some: list[_Number]) -> bool:
    """Returns whether numbers are days, months or hours of a clock, which are read by themselves."""
    before, behind, clock = text.word(start - 1), text.word(end), text.known.words("clock")
    months = places_of(str(text.known.way.get("month_names") or ""))
    return (before in text.known.words("days") and max(some[0].values) <= LATEST_DAY or before in clock or behind in clock or _of_half_day(text, end)
            or bool(text.known.phrases("hours").at(text.words, end)) or (before in months or behind in months) and max(some[0].values) <= LATEST_DAY)


def _by_themselves(text: Worded, some: list[_Number]) -> Iterator[Quantity]:
    """Yields numbers without a unit: an amount of the currency before it, an age, or whatever it may be; “over 50” may be no age."""
    money = text.known.units.before(text.words, some[0].start)
    for one in some:
        plain = text.quantity(one.start, one.end, PLAIN, one.values, Decimal(1), one.values, one.limit)
        if money and money.kind == MONEY:
            yield replace(plain, written=f"{text.word(some[0].start - 1).upper()} {plain.written}", kind=MONEY, unit=money.size)
        elif not text.names(one.start, one.end):
            age = text.known.phrases("before_age").before(text.words, one.start) and max(one.values) <= OLDEST
            yield from [replace(plain, kind=AGE)] if age else []
            yield from [plain] if one.limit or not age else []
