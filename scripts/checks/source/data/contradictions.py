"""Tells where what two texts count contradicts: each of them counts something of one kind that the other one lacks, in digits and in words."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import islice

from .quantities import quantities, with_frequencies
from .vocabulary import AGE, LOOSE, MONEY, PLAIN, TIME, WAYS, vocabulary
from .worded import Quantity, Worded

COUNTED_IN_WORDS = 12  # what may stand in words of which nobody knows which they are
MOST = 300  # quantities of a text that are compared, more than any reader counts
NEAR = Decimal("1.08")  # a month is four weeks, a third is 33%


@dataclass(frozen=True)
class _Counts:
    """What a text counts, its words, its language, and whether it denies something, so that a limit may be said by its opposite."""

    all: tuple[Quantity, ...]
    words: frozenset[str]
    code: str
    denies: bool

    @classmethod
    def of(cls, text: str, code: str, read: Callable[[Worded], Iterator[Quantity]]) -> "_Counts":
        worded = Worded(text, code)
        found = (*islice(read(worded), MOST),)
        return cls(found, frozenset(worded.words), code, bool(found) and _denies(worded))

    def of_kind(self, *kinds: str) -> list[Quantity]:
        return [one for one in self.all if one.kind in kinds]

    def say(self, value: Decimal) -> bool:
        """Returns whether one of the words may tell a value, in whatever way: three, third."""
        if self.code not in WAYS:
            return value <= COUNTED_IN_WORDS
        rows = vocabulary(self.code).alike
        return value < len(rows) and value == int(value) and not self.words.isdisjoint(rows[int(value)])

    def only_numbers(self) -> "_Counts":
        """Returns the same, with nothing known of its units."""
        return replace(self, all=tuple(replace(one, kind=PLAIN, values=one.numbers) for one in self.all if one.numbers))

    def without_limits(self) -> "_Counts":
        return replace(self, all=tuple(replace(one, limit=0) for one in self.all))


def contradiction(text: str, code: str, other: str, other_code: str) -> tuple[str, str] | None:
    """Returns what each of two texts counts and the other one lacks, however they say how often something is; most count nothing, and then the other is not read."""
    if not _worth_reading(text, code, other, other_code):
        return None
    readings = ([_Counts.of(text, code, read), _Counts.of(other, other_code, read)] for read in (quantities, with_frequencies))
    differ = _contradicting(*next(readings))
    return differ if differ and _contradicting(*next(readings)) else None


def _contradicting(mine: _Counts, theirs: _Counts) -> tuple[str, str] | None:
    if mine.denies or theirs.denies:
        mine, theirs = mine.without_limits(), theirs.without_limits()
    if not {mine.code, theirs.code} <= WAYS.keys():
        mine, theirs = mine.only_numbers(), theirs.only_numbers()
    for kind in dict.fromkeys(one.kind for one in mine.all if one.kind not in (PLAIN, LOOSE)):
        if differ := _differing(mine, theirs, lambda one, others: one.kind == kind and _lacks(one, others)):
            return differ
    return _differing(mine, theirs, _lacks_number)


def _denies(text: Worded) -> bool:
    """Returns whether a text denies something; “no more than” is only a limit."""
    denying, limits = text.known.phrases("denying"), text.known.limits[0]
    return any(denying.at(text.words, at) and not limits.at(text.words, at) for at in range(len(text.words)))


def _worth_reading(text: str, code: str, other: str, other_code: str) -> bool:
    """Returns whether both texts may count something of one kind, or have other numbers; most do not."""
    kinds, numbers = vocabulary(code).kinds(text)
    if not kinds and not numbers:
        return False
    other_kinds, other_numbers = vocabulary(other_code).kinds(other)
    return not kinds.isdisjoint(other_kinds) or bool(numbers and other_numbers) and numbers != other_numbers


def _differing(mine: _Counts, theirs: _Counts, lacks: Callable[[Quantity, _Counts], bool]) -> tuple[str, str] | None:
    here = next((one for one in mine.all if lacks(one, theirs)), None)
    there = here and next((one for one in theirs.all if lacks(one, mine)), None)
    if not here or not there:
        return None
    return (here.read, there.read) if here.written == there.written else (here.written, there.written)


def _lacks(one: Quantity, others: _Counts) -> bool:
    """Returns whether a text that counts something of the same kind lacks a quantity, and has no number by itself that may mean it."""
    some = others.of_kind(one.kind)
    if one.kind == MONEY:
        some = [other for other in some if other.unit == one.unit or other.values & one.values]  # amounts of two currencies tell nothing
    return bool(some) and not any(_alike(one, other) for other in some) and not any(_may_mean(one, other) for other in others.of_kind(PLAIN, LOOSE))


def _alike(one: Quantity, other: Quantity) -> bool:
    """Returns whether two quantities of a kind may be the same; who is under 18 is at most 17, so one year is no difference."""
    if one.limit * other.limit < 0 or one.kind == MONEY and one.unit != other.unit:
        return False
    if one.kind == AGE:
        return _near_ages(one, other)
    less, more = sorted((max(one.values), max(other.values)))
    return not one.values.isdisjoint(other.values) or one.unit != other.unit and more <= less * NEAR


def _near_ages(one: Quantity, other: Quantity) -> bool:
    return any(abs(mine - theirs) <= 1 for mine in one.values for theirs in other.values)


def _may_mean(one: Quantity, number: Quantity) -> bool:
    """Returns whether a number without a unit, or a unit without a number, may be the one of a quantity: the two of “a day or two”, a week of “in the week”."""
    if number.kind == LOOSE or one.limit * number.limit < 0:
        return number.kind == LOOSE and one.kind == TIME and one.values == number.values
    return one.kind == AGE and _near_ages(one, number) or any(value > 1 for value in one.numbers & number.values)


def _lacks_number(one: Quantity, others: _Counts) -> bool:
    """Returns whether a text lacks a number without a unit; only one in digits, or one that is a limit, must be there."""
    same = [other for other in others.all if not one.values.isdisjoint(other.numbers)]
    if one.kind != PLAIN or same:
        return bool(same) and one.kind == PLAIN and all(one.limit * other.limit < 0 for other in same)
    return one.in_digits and not any(map(others.say, one.values))
