"""Cuts a text into words by which it counts, without what other readers compare: days, hours, addresses, contacts."""

import re
from dataclasses import dataclass
from decimal import Decimal

from ....facts.words import spelling
from ..names.clauses import SILENT
from .days import days_of, without_days
from .numerals import LARGE, Number, number_at
from .vocabulary import DIGITS, PIECE, Unit, Vocabulary, vocabulary

YEAR = r"((?:19|20)[0-9]{2})"
DATE = re.compile(rf"(?<![\w/.-])(?<![0-9],)(?:(?:[0-9]{{1,2}}[/.-])?[0-9]{{1,2}}[/.-]{YEAR}|{YEAR}-[0-9]{{2}}(?:-[0-9]{{2}})?|[0-9]{{1,2}}/[0-9]{{1,2}})(?![\w/])")
YEARS = re.compile(r"(?<!\w)(19|20)([0-9]{2})[–/]([0-9]{2})(?![\w/])")  # 2025–26
HOUR = re.compile(r"(?<!\w)[0-9]{1,2}(?:[:h][0-9]{2}|h)(?!\w)")
FOREIGN = re.compile(r"(?![0-9])\d")
PRICE = re.compile(r"(?<=[$£€¥])\s?[0-9]{1,3}(?:,[0-9]{3})+(?![0-9,.])")  # no currency has thousandths, whatever the language
NOUGHT = re.compile("0[0-9]")
MOST_SHARING = 6  # numbers that are made larger by the word behind the last of them
HYPHEN = re.compile(r"(?<=\w)-(?=[^\W\d])")


@dataclass(frozen=True)
class Quantity:
    """Something counted: as written, of which kind, how much of it, the size of its unit, the numbers in it, and whether it is the least, 1, or the most, -1."""

    written: str
    kind: str
    values: frozenset[Decimal]
    unit: Decimal
    numbers: frozenset[Decimal]
    limit: int = 0
    in_digits: bool = False

    @property
    def read(self) -> str:
        """Returns it as written, and what its language means by it."""
        return f"{self.written} (= {' or '.join(f'{value:f}' for value in sorted(self.values))})"


class Worded:
    """A text, cut into words."""

    def __init__(self, text: str, code: str):
        self.known = vocabulary(code)
        self._plain = _plain(text, self.known)
        self._pieces = [*PIECE.finditer(self._plain)]
        self.words = [spelling(piece[0]) for piece in self._pieces]
        self._numbers: dict[int, Number | None] = {}

    def word(self, at: int) -> str:
        """Returns a word, or nothing before the first and behind the last."""
        return self.words[at] if 0 <= at < len(self.words) else ""

    def number(self, at: int) -> Number | None:
        """Returns the number that begins at a word; several ways of counting ask for the same. In “20, 50 or 100 thousand” each may be of thousands."""
        if at not in self._numbers:
            found = number_at(self.words, at, self.known)
            scale = self._scale_behind(found[0]) if found and self._may_share(at, found) else 1
            self._numbers[at] = (found[0], found[1] | {value * scale for value in found[1]}) if found else None
        return self._numbers[at]

    def _may_share(self, at: int, number: Number) -> bool:
        return number[0] == at + 1 and self.word(at) not in self.known.scales and max(number[1]) < LARGE

    def _scale_behind(self, at: int) -> Decimal:
        """Returns what makes larger the last of the numbers that follow with nothing but commas and the like between."""
        for _ in range(MOST_SHARING):
            between = at
            while self.word(at) == "," or self.word(at) in self.known.spanning:
                at += 1
            number = number_at(self.words, at, self.known) if at > between else None
            if not number or not self._may_share(at, number):
                return self.known.scales.get(self.word(number[0] - 1), Decimal(1)) if number else Decimal(1)
            at = number[0]
        return Decimal(1)

    def unit(self, at: int) -> tuple[Unit, int] | None:
        """Returns the unit at a word, and where it ends; one word like “more” may stand before it."""
        return self.known.units.at(self.words, at) or (self.known.units.at(self.words, at + 1) if self.word(at) in self.known.words("aside") else None)

    def limit(self, start: int, end: int) -> int:
        """Returns whether what stands before or behind some words makes them the least, 1, or the most, -1."""
        ahead, behind = self.known.limits
        found = behind.at(self.words, end)
        return found[0] if found else ahead.before(self.words, start) or 0

    def quantity(self, start: int, end: int, kind: str, value: Decimal | frozenset[Decimal], unit: Decimal = Decimal(0),
                 numbers: frozenset[Decimal] = frozenset(), limit: int = 0) -> Quantity:
        """Returns what some words count."""
        written = " ".join(self._plain[self._pieces[start].start():self._pieces[end - 1].end()].split())
        values = value if isinstance(value, frozenset) else frozenset({value})
        return Quantity(written, kind, values, unit, numbers, limit, any(word[0].isdecimal() for word in self.words[start:end]))

    def names(self, start: int, end: int) -> bool:
        """Returns whether digits count nothing, but name something: letters stand right beside them, or other digits, or they begin with a nought."""
        first, last = self._pieces[start], self._pieces[end - 1]
        before, behind = self._plain[max(0, first.start() - 1):first.start()], self._plain[last.end():last.end() + 1]
        named = behind.isalpha() and last[0].isdecimal() and self.word(end) not in self.known.words("ordinal")
        return first[0][0].isdecimal() and (before.isalpha() or named or NOUGHT.match(first[0]) is not None
                                          or self.word(start - 1)[:1].isdecimal() or self.word(end)[:1].isdecimal())


def _plain(text: str, known: Vocabulary) -> str:
    """Returns a text without what no reader counts by: days, of which only years are left, hours and addresses."""
    plain = SILENT.sub(" ", text)
    if DIGITS.search(plain):
        plain = YEARS.sub(r"\1\2–\1\3", FOREIGN.sub(lambda digit: str(int(digit[0])), plain))
        plain = PRICE.sub(lambda price: price[0].replace(",", ""), plain)
        plain = HOUR.sub(" ", DATE.sub(lambda day: f" {day[1] or day[2] or ''} ", without_days(plain, days_of(plain, known.way))))
    return HYPHEN.sub(" ", plain)
