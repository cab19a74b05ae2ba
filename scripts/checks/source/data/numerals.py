"""Reads numbers among the words of a text, in digits or in words: 2.500.000, 2,5 triệu and two and a half million are one."""

from collections.abc import Sequence
from decimal import Decimal

from .decimals import values_of
from .vocabulary import Vocabulary

LARGE = 1000  # from here on a scale ends a part of a number
LARGEST = 10**30  # of what a scale makes larger
Number = tuple[int, frozenset[Decimal]]  # where it ends, and what it may mean: two values where nobody knows how its language writes them


def number_at(words: Sequence[str], at: int, known: Vocabulary) -> Number | None:
    """Returns the number that begins at a place, if one does.

    >>> number_at("two hundred and five million people".split(), 0, Vocabulary("en"))
    (5, frozenset({Decimal('205000000')}))
    """
    if at >= len(words):
        return None
    values = _values(words[at], known)
    if not values and words[at] in known.words("article") and words[at + 1:at + 2] and words[at + 1] in known.scales:
        values = frozenset({Decimal(1)})
    if len(values) != 1:
        return (at + 1, values) if values else None
    building = _Building(words, at + 1, *values)
    while building.grows(known):
        pass
    return building.end, frozenset({building.value})


def _values(word: str, known: Vocabulary) -> frozenset[Decimal]:
    if word[0].isdecimal():
        return frozenset(values_of(word, known.way))
    return frozenset({known.numerals[word]}) if word in known.numerals else frozenset()


class _Building:
    """A number of which some words are read: its large part, what is added up below that, and its last part."""

    def __init__(self, words: Sequence[str], end: int, first: Decimal):
        self.words, self.end = words, end
        self.large, self.small, self.last = Decimal(0), Decimal(0), first
        self.scale, self.room = Decimal(1), _room(first)  # what the last word made larger by, and what is less may be added

    @property
    def value(self) -> Decimal:
        return self.large + self.small + self.last

    def grows(self, known: Vocabulary) -> bool:
        """Returns whether one more word belongs to the number, and takes it."""
        word = self.words[self.end] if self.end < len(self.words) else ""
        if word in known.scales and self.value < LARGEST:
            self._multiplied(known.scales[word])
        elif half := known.phrases("and_half").at(self.words, self.end):
            self.last += self.scale / 2
            self.end, self.room = half[1], Decimal(0)
        else:
            return self._added(self.end, known) or self.scale >= 100 and word in known.words("filling") and self._added(self.end + 1, known)
        return True

    def _multiplied(self, scale: Decimal) -> None:
        if scale < LARGE:
            self.last *= scale
        elif self.small + self.last:
            self.large, self.small, self.last = self.large + (self.small + self.last) * scale, Decimal(0), Decimal(0)
        else:
            self.large *= scale
        self.scale = self.room = scale
        self.end += 1

    def _added(self, at: int, known: Vocabulary) -> bool:
        """Takes a smaller number; one in digits, a word that is a unit, too, and what follows thousands, only before a scale."""
        word = self.words[at] if at < len(self.words) else ""
        values = _values(word, known) if word and self.room > 1 else ()
        followed = at + 1 < len(self.words) and known.scales.get(self.words[at + 1], self.scale) < self.scale
        if len(values) != 1 or min(values) >= self.room or not followed and (self.room >= LARGE or word[0].isdecimal() or known.units.at(self.words, at)):
            return False
        self.small, self.last = self.small + self.last, min(values)
        self.scale, self.room, self.end = Decimal(1), _room(self.last), at + 1
        return True


def _room(number: Decimal) -> Decimal:
    """Returns below what a number may be to be added to another one: five to twenty, nothing to five."""
    return Decimal(10 if number >= 10 and number % 10 == 0 and number < 100 else 0)
