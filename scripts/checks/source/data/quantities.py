"""Reads what a text counts, in digits or in words, so that it can be compared: 24 giờ, một ngày and a day are one length of time.

How a language counts stands in `figures.yml`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from ....facts.pages.tokens import TOKEN
from ....facts.words import spelling
from .days import LATEST_DAY, days_of, without_days
from .numerals import Number, number_at
from .rows import places_of
from .vocabulary import AGE, DIGITS, LOOSE, MONEY, NOTHING, PIECE, PLAIN, SHARE, TIME, Unit, Vocabulary, vocabulary

SILENT = re.compile(TOKEN.pattern + r"|https?://\S+")
YEAR = r"((?:19|20)[0-9]{2})"
DATE = re.compile(rf"(?<![\w/.-])(?:(?:[0-9]{{1,2}}[/.-])?[0-9]{{1,2}}[/.-]{YEAR}|{YEAR}-[0-9]{{2}}(?:-[0-9]{{2}})?|[0-9]{{1,2}}/[0-9]{{1,2}})(?![\w/])")
YEARS = re.compile(r"(?<!\w)(19|20)([0-9]{2})[–/]([0-9]{2})(?![\w/])")  # 2025–26
HOUR = re.compile(r"(?<!\w)[0-9]{1,2}(?:[:h][0-9]{2}|h)(?!\w)")
FOREIGN = re.compile(r"(?![0-9])\d")
HYPHEN = re.compile(r"(?<=\w)-(?=[^\W\d])")
OLDEST, HIGHEST_GRADE, APART = 119, 12, 5
ONE = frozenset({Decimal(1)})


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


@dataclass(frozen=True)
class _Number:
    """A number among the words of a text, and whether what stands before and behind it makes it a limit."""

    start: int
    end: int
    values: frozenset[Decimal]
    limit: int = 0


def _plain(text: str, known: Vocabulary) -> str:
    """Returns a text without what no reader counts by: days, of which only years are left, hours and addresses."""
    plain = SILENT.sub(" ", text)
    if DIGITS.search(plain):
        plain = YEARS.sub(r"\1\2 \1\3", FOREIGN.sub(lambda digit: str(int(digit[0])), plain))
        plain = HOUR.sub(" ", DATE.sub(lambda day: f" {day[1] or day[2] or ''} ", without_days(plain, days_of(plain, known.way))))
    return HYPHEN.sub(" ", plain)


class Reader:
    """A text, cut into words, of which one quantity after the other is read."""

    def __init__(self, text: str, code: str):
        self.known = vocabulary(code)
        self.plain = _plain(text, self.known)
        self.pieces = [*PIECE.finditer(self.plain)]
        self.words = [spelling(piece[0]) for piece in self.pieces]
        self._numbers_at: dict[int, Number | None] = {}

    def all(self) -> Iterator[Quantity]:
        """Yields what a text counts as its language writes it, without days of the calendar and hours of the day; a unit of time may stand without a number.

        >>> [(one.kind, *map(str, one.values)) for one in Reader("On 6 May 2026 half of 5,000 came for two weeks.", "en").all()]
        [('', '2026'), ('share', '0.5'), ('', '5000'), ('time', '1209600')]
        """
        end = 0
        for at, word in enumerate(self.words):
            if at >= end and (word[0].isdigit() or word in self.known.beginning and self._goes_on(word, at)):
                found, end = self._at(at)
                yield from found
            elif at >= end and word in self.known.times:
                yield self._quantity(at, at + 1, LOOSE, frozenset({self.known.times[word]}), Decimal(1), frozenset())

    def _goes_on(self, word: str, at: int) -> bool:
        """Returns whether something counted may follow an article; mostly nothing does."""
        return word not in self.known.indefinite or self._word(at + 1) in self.known.following

    def _at(self, at: int) -> tuple[list[Quantity], int]:
        """Returns the quantities that begin at a word, and where they end."""
        if alone := self.known.alone.at(self.words, at):
            unit, end = alone
            return [] if unit.kind == NOTHING else [self._quantity(at, end, unit.kind, frozenset({unit.size}), unit.size, ONE)], end
        return self._part(at) or self._each(at) or self._counted(at) or ([], at + 1)

    def _quantity(self, start: int, end: int, kind: str, values: frozenset[Decimal], unit: Decimal, numbers: frozenset[Decimal], limit: int = 0) -> Quantity:
        written = " ".join(self.plain[self.pieces[start].start():self.pieces[end - 1].end()].split())
        return Quantity(written, kind, values, unit, numbers, limit, any(word[0].isdigit() for word in self.words[start:end]))

    def _number(self, at: int) -> Number | None:
        """Returns the number that begins at a word; several ways of counting ask for the same."""
        if at not in self._numbers_at:
            self._numbers_at[at] = number_at(self.words, at, self.known)
        return self._numbers_at[at]

    def _word(self, at: int) -> str:
        return self.words[at] if 0 <= at < len(self.words) else ""

    def _each(self, at: int) -> tuple[list[Quantity], int] | None:
        """Returns the one unit of time behind “each” or “a”, or behind a slash; in “every five years” the five counts them."""
        unit = self.known.units.at(self.words, at + 1)
        if not unit or unit[0].kind != TIME or self.words[at] not in self.known.words("each") and self.words[at] != "/":
            return None
        if self._word(at + 1) in self.known.numerals and self.known.units.at(self.words, at + 2):
            return None
        size, end = self._and_half(unit[0].size, unit[1])
        return [self._quantity(at, end, TIME, frozenset({size}), unit[0].size, ONE)], end

    def _and_half(self, size: Decimal, end: int) -> tuple[Decimal, int]:
        """Returns how much a unit is with the half behind it, and where it ends."""
        half = self.known.phrases("and_half").at(self.words, end)
        return (size * 3 / 2, half[1]) if half else (size, end)

    def _part(self, at: int) -> tuple[list[Quantity], int] | None:
        """Returns a part of one, or of a unit of time: half, three quarters of an hour, hai phần ba."""
        number = self._number(at)
        end, [count, *_] = number or (at + (self.words[at] in self.known.words("article")), ONE)
        parts = self.known.fractions.get(self._word(end))
        if not parts and number and self._word(end) in self.known.words("parts") and (below := self._number(end + 1)):
            end, [parts, *_] = below[0] - 1, below[1]
        if not parts or parts <= count or end == at and parts != 2:
            return None
        return self._of_whole(at, end + 1, count / parts)

    def _of_whole(self, at: int, end: int, share: Decimal) -> tuple[list[Quantity], int]:
        whole = end
        while self._word(whole) in self.known.words("of", "article"):
            whole += 1
        unit = self.known.units.at(self.words, whole)
        if unit and unit[0].kind == TIME:
            return [self._quantity(at, unit[1], TIME, frozenset({share * unit[0].size}), Decimal(0), frozenset())], unit[1]
        return [self._quantity(at, end, SHARE, frozenset({share}), Decimal(0), frozenset(), self.known.limits[0].before(self.words, at) or 0)], end

    def _counted(self, at: int) -> tuple[list[Quantity], int] | None:
        """Returns what one number counts, or each of some numbers of one unit."""
        some = self._numbers(at)
        if not some:
            return None
        end = some[-1].end
        if share := self._share(some):
            return share
        named = self.known.named.get(self._word(at - 1)) if self._word(at - 2) not in self.known.words("each") else None
        if unit := self._unit(end):
            return self._of_unit(some, *unit, named)
        if named and not (named == "grade" and any(max(one.values) > HIGHEST_GRADE for one in some)):
            return [self._quantity(one.start, one.end, str(named), self._whole(one), Decimal(1), one.values) for one in some], end
        if self._of_calendar(some):
            return [], end
        return self._by_itself(some), end

    def _numbers(self, at: int) -> list[_Number]:
        """Returns the numbers that follow each other with nothing between but what joins them: 6–9, from 16 to under 18."""
        found = list[_Number]()
        while number := self._number(at):
            found.append(_Number(at, *number, self._limit(at, number[0])))
            at = number[0]
            while self._word(at) in self.known.spanning:
                at += 1
            if at == number[0]:
                break
            while at < len(self.words) and self._opens_limit(at) and not self._number(at):
                at += 1
        return found

    def _opens_limit(self, at: int) -> bool:
        phrase = self.known.limits[0].at(self.words, at)
        return bool(phrase and self._number(phrase[1]))

    def _limit(self, start: int, end: int) -> int:
        ahead, behind = self.known.limits
        found = behind.at(self.words, end)
        return found[0] if found else ahead.before(self.words, start) or 0

    def _unit(self, end: int) -> tuple[Unit, int] | None:
        """Returns the unit behind a number, one word like “more” between them left out."""
        return self.known.units.at(self.words, end) or (self.known.units.at(self.words, end + 1) if self._word(end) in self.known.words("aside") else None)

    def _of_unit(self, some: list[_Number], unit: Unit, end: int, named: object) -> tuple[list[Quantity], int]:
        """Returns numbers with the unit behind the last of them; where the first is a name, it is none of them."""
        more, end = self._and_half(Decimal(1), end)
        more = (more - 1) * unit.size
        limit = self.known.limits[1].at(self.words, end)
        found = [self._quantity(one.start, end if one is some[-1] else one.end, str(named) if named and one is not some[-1] else unit.kind,
                                frozenset(value * unit.size + more if unit.kind != MONEY else value for value in one.values),
                                unit.size, one.values, limit[0] if limit and one is some[-1] else one.limit) for one in some]
        found[-1], end = self._with_smaller(found[-1], some[-1].start, end) if unit.kind == TIME else (found[-1], end)
        return ([] if self._of_clock(some[0].start, unit, end) else found), end

    def _with_smaller(self, quantity: Quantity, start: int, end: int) -> tuple[Quantity, int]:
        """Returns a length of time with the smaller one that follows it: an hour and 30 minutes."""
        at = end + (self._word(end) in self.known.words("joining"))
        number = self._number(at)
        unit = number and self.known.units.at(self.words, number[0])
        if not unit or unit[0].kind != TIME or unit[0].size >= quantity.unit:
            return quantity, end
        values = frozenset(one + other * unit[0].size for one in quantity.values for other in number[1])
        return self._quantity(start, unit[1], TIME, values, Decimal(0), frozenset(), quantity.limit), unit[1]

    def _of_clock(self, start: int, unit: Unit, end: int) -> bool:
        """Returns whether a number of hours is a time of day, where a language says both by one word."""
        words = self.known.words("hours")
        return (unit.kind == TIME and not words.isdisjoint(self.words[start:end])
                and (self._word(start - 1) in self.known.words("at_hour") or self._of_half_day(end)))

    def _of_half_day(self, end: int) -> bool:
        return bool(self.known.phrases("earlier", "later", "either").at(self.words, end))

    def _share(self, some: list[_Number]) -> tuple[list[Quantity], int] | None:
        """Returns the part that a number is of another one: three in ten, of every ten people three."""
        first = some[0]
        if len(some) > 1 or self._unit(first.end):
            return None
        of = self.known.phrases("share_of").before(self.words, first.start)
        for at in range(first.end, min(first.end + APART, len(self.words))):
            between = (at, at) if of else self.known.phrases("share").at(self.words, at)
            number = between and self._number(between[1])
            if number and not self._is_measured(number[0]):
                part, whole = (number[1], first.values) if of else (first.values, number[1])
                return self._part_of(first.start, number[0], min(part), min(whole))
            if number or not self.words[at][0].isalpha():
                break
        return None

    def _is_measured(self, end: int) -> bool:
        unit = self._unit(end)
        return bool(unit and unit[0].kind != AGE)

    def _part_of(self, start: int, end: int, part: Decimal, whole: Decimal) -> tuple[list[Quantity], int] | None:
        if not part < whole or 1900 <= whole < 2100:
            return None
        return [self._quantity(start, end, SHARE, frozenset({part / whole}), Decimal(0), frozenset({part, whole}), self._limit(start, end))], end

    def _whole(self, number: _Number) -> frozenset[Decimal]:
        """Returns the number before the point of 8.2, which names a part of 8."""
        word = self.words[number.start]
        return frozenset({Decimal(re.split("[.,]", word)[0])}) if word[0].isdigit() else number.values

    def _of_calendar(self, some: list[_Number]) -> bool:
        """Returns whether numbers are days, months or hours of a clock, which are read by themselves."""
        before, behind = self._word(some[0].start - 1), self._word(some[-1].end)
        months = places_of(str(self.known.way.get("month_names") or ""))
        return (before in self.known.words("days") or behind in self.known.words("clock") or before in self.known.words("clock")
                or self._of_half_day(some[-1].end) or bool(self.known.phrases("hours").at(self.words, some[-1].end))
                or (before in months or behind in months) and max(some[0].values) <= LATEST_DAY)

    def _by_itself(self, some: list[_Number]) -> list[Quantity]:
        """Returns numbers without a unit: an amount of the currency before it, an age, or whatever it may be; “over 50” may be no age."""
        money = self.known.units.before(self.words, some[0].start)
        found = []
        for one in some:
            plain = self._quantity(one.start, one.end, PLAIN, one.values, Decimal(1), one.values, one.limit)
            if money and money.kind == MONEY:
                plain = replace(plain, written=f"{self._word(one.start - 1).upper()} {plain.written}", kind=MONEY, unit=money.size)
            elif self._attached(one):
                continue
            elif self.known.phrases("before_age").before(self.words, one.start) and max(one.values) <= OLDEST:
                found.append(replace(plain, kind=AGE))
                if not one.limit:
                    continue
            found.append(plain)
        return found

    def _attached(self, number: _Number) -> bool:
        """Returns whether letters stand right beside a number in digits, as in the name of an office."""
        first, last = self.pieces[number.start], self.pieces[number.end - 1]
        before, behind = self.plain[max(0, first.start() - 1):first.start()], self.plain[last.end():last.end() + 1]
        return first[0][0].isdigit() and (before.isalpha() or behind.isalpha() and last[0].isdigit())
