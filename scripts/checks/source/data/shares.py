"""Reads parts of a whole: half, three in ten, of every ten three, three quarters of an hour."""

from decimal import Decimal

from .numerals import Number
from .vocabulary import AGE, SHARE, TIME, Unit
from .worded import Quantity, Worded

APART = 5  # words between the number of some and the number of all
CENTURIES = range(1900, 2100)  # “ten in 2026” is no part
ONE = frozenset({Decimal(1)})
Found = tuple[list[Quantity], int] | None


def fraction(text: Worded, at: int) -> Found:
    """Returns the part of one, or of a unit of time, that begins at a word, and where it ends: half, three quarters of an hour, hai phần ba."""
    number = text.number(at)
    end, [count, *_] = number or (at + (text.words[at] in text.known.words("article")), ONE)
    parts = text.known.fractions.get(text.word(end))
    if not parts and number and text.word(end) in text.known.words("parts") and (below := text.number(end + 1)):
        end, [parts, *_] = below[0] - 1, below[1]
    if not parts or parts <= count or end == at and parts != 2 and not _time_behind(text, end + 1):
        return None  # “fifth” alone is a place in a row
    return _of_whole(text, at, end + 1, count / parts)


def _time_behind(text: Worded, end: int) -> tuple[Unit, int] | None:
    """Returns the unit of time of which a part is told: the first quarter of an hour."""
    whole = end
    while text.word(whole) in text.known.words("of", "article"):
        whole += 1
    unit = text.known.units.at(text.words, whole)
    return unit if unit and unit[0].kind == TIME and whole > end else None


def _of_whole(text: Worded, start: int, end: int, share: Decimal) -> Found:
    if unit := _time_behind(text, end):
        return [text.quantity(start, unit[1], TIME, share * unit[0].size)], unit[1]
    return [text.quantity(start, end, SHARE, share, limit=text.known.limits[0].before(text.words, start) or 0)], end


def part(text: Worded, start: int, number: Number) -> Found:
    """Returns the part that a number is of another one, or another one of it: three in ten, of every ten people three."""
    end, values = number
    of = text.known.phrases("share_of").before(text.words, start)
    for at in range(end, min(end + APART, len(text.words)) if not text.unit(end) else end):
        between = (at, at) if of else text.known.phrases("share").at(text.words, at)
        other = between and text.number(between[1])
        if other and not _measured(text, other[0]):
            some, all_ = (min(other[1]), min(values)) if of else (min(values), min(other[1]))
            return _share(text, start, other[0], some, all_) if some < all_ and all_ not in CENTURIES else None
        if other or not text.words[at][0].isalpha():
            break
    return None


def _share(text: Worded, start: int, end: int, some: Decimal, all_: Decimal) -> Found:
    return [text.quantity(start, end, SHARE, some / all_, numbers=frozenset({some, all_}), limit=text.limit(start, end))], end


def _measured(text: Worded, end: int) -> bool:
    unit = text.unit(end)
    return bool(unit and unit[0].kind != AGE)
