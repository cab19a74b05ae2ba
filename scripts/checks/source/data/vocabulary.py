"""The words by which languages count; they stand in `figures.yml`, for those who mend them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, cached_property
from pathlib import Path
from typing import Generic, TypeVar

from ....facts.data.strict_yaml import read_yaml
from ....facts.place import Record, mapping
from ....facts.words import spelling
from .rows import numerals_of, places_of

TABLE = Path(__file__).with_name("figures.yml")
WAYS, _ = read_yaml(TABLE.read_text(encoding="utf-8"), TABLE.name)
PIECE = re.compile(r"(?P<number>[0-9]{1,20}(?:[.,][0-9]{1,20}){0,6})|[^\W\d_]+(?:['’][^\W\d_]+)*|[^\w\s*]")
LIMITS = ("least", "most", "least_behind", "most_behind")
DIGITS = re.compile(r"\d+")
WORD = re.compile(r"\w+|[^\w\s]")
# Kinds that are read or compared in a way of their own.
PLAIN, NOTHING, MONEY, AGE, SHARE, TIME, TIMES, LOOSE, LIMIT = "", "none", "money", "age", "share", "time", "times", "loose", "limit"
WITHOUT_NUMBER = {TIME, SHARE, TIMES}  # kinds that a word alone may count: daily, half, once
Meaning = TypeVar("Meaning")


class Phrases(Generic[Meaning]):
    """Words and phrases with what each means, to be found at a place among words, the longest first."""

    def __init__(self, meanings: Mapping[str, Meaning]):
        self._begun: dict[str, list[tuple[list[str], Meaning]]] = defaultdict(list)
        self._ended: dict[str, list[tuple[list[str], Meaning]]] = defaultdict(list)
        for name in sorted(meanings, key=len, reverse=True):
            words = [spelling(piece[0]) for piece in PIECE.finditer(name.replace("-", " "))]
            self._begun[words[0]].append((words, meanings[name]))
            self._ended[words[-1]].append((words, meanings[name]))

    @property
    def first_words(self) -> set[str]:
        """Returns the words with which they begin."""
        return {*self._begun}

    def __iter__(self) -> Iterator[tuple[list[str], Meaning]]:
        for some in self._begun.values():
            yield from some

    def at(self, words: Sequence[str], at: int) -> tuple[Meaning, int] | None:
        """Returns the meaning of the phrase that begins at a place, and where it ends."""
        some = self._begun.get(words[at], ()) if at < len(words) else ()
        for phrase, meaning in some:
            if words[at:at + len(phrase)] == phrase:
                return meaning, at + len(phrase)
        return None

    def before(self, words: Sequence[str], at: int) -> Meaning | None:
        """Returns the meaning of the phrase that ends right before a place."""
        some = self._ended.get(words[at - 1], ()) if at else ()
        return next((meaning for phrase, meaning in some if words[max(0, at - len(phrase)):at] == phrase), None)


@dataclass(frozen=True)
class Unit:
    """What is counted: its kind, and how many of the smallest unit of that kind it is."""

    kind: str
    size: Decimal


class Vocabulary:
    """How a language counts; there is one for each language, for as long as the program runs."""

    def __init__(self, code: str):
        self.way = mapping(WAYS.get(code))

    @cache
    def words(self, *keys: str) -> frozenset[str]:
        """Returns the words of some lists."""
        return frozenset(spelling(str(word)) for key in keys for word in self.way.get(key) or ())

    @cache
    def phrases(self, *keys: str) -> Phrases[bool]:
        """Returns the phrases of some lists."""
        return Phrases(dict.fromkeys((str(one) for key in keys for one in self.way.get(key) or ()), True))

    def _sizes(self, *keys: str) -> dict[str, Decimal]:
        return {name: Decimal(size) for key in keys for name, size in mapping(self.way.get(key)).items()}

    @cached_property
    def numerals(self) -> dict[str, Decimal]:
        """Returns the words for numbers, each with its value; the word for nothing says “not”, too."""
        first = numerals_of(str(self.way.get("numbers") or ""))
        return {**{name: Decimal(value) for name, value in first.items() if value and " " not in name}, **self._sizes("numerals")}

    @cached_property
    def alike(self) -> list[frozenset[str]]:
        """Returns for 0, 1, 2 and so on all words that tell it: three, third."""
        return [frozenset(row.split()) for row in str(self.way.get("numbers") or "").split(",")]

    @cached_property
    def scales(self) -> dict[str, Decimal]:
        """Returns the words that make a number larger, each with how many times."""
        return self._sizes("scales", "tens")

    @cached_property
    def fractions(self) -> dict[str, Decimal]:
        """Returns the words for parts of one, each with how many there are."""
        return self._sizes("fractions")

    @cached_property
    def units(self) -> Phrases[Unit]:
        """Returns what stands behind numbers; currencies are units of money that nothing turns into each other."""
        kinds = mapping(self.way.get("units")).items()
        told = {name: Unit(kind, Decimal(size)) for kind, units in kinds for name, size in mapping(units).items()}
        return Phrases({**told, **{name: Unit(MONEY, Decimal(place)) for name, place in places_of(str(self.way.get("money") or "")).items()}})

    @cached_property
    def times(self) -> dict[str, Decimal]:
        """Returns the units of time of one word, each with its length."""
        return {words[0]: unit.size for words, unit in self.units if unit.kind == TIME and len(words) == 1}

    @cached_property
    def alone(self) -> Phrases[Unit]:
        """Returns what counts without any number."""
        kinds = mapping(self.way.get("alone")).items()
        return Phrases({name: Unit(kind, Decimal(size)) for kind, units in kinds for name, size in mapping(units).items()})

    @cached_property
    def named(self) -> Record:
        """Returns what numbers name, each word with its kind."""
        return mapping(self.way.get("named"))

    @cached_property
    def limits(self) -> tuple[Phrases[int], Phrases[int]]:
        """Returns the phrases before and behind a number that make it the least, 1, or the most, -1."""
        return tuple(Phrases({**_all(self.way.get(f"least{where}"), 1), **_all(self.way.get(f"most{where}"), -1)}) for where in ("", "_behind"))

    @cached_property
    def spanning(self) -> frozenset[str]:
        """Returns what stands between two numbers of one unit."""
        return frozenset(word for one in self.words("to", "joining") for word in one.split()) | {"-", "–", "—"}

    @cached_property
    def beginning(self) -> frozenset[str]:
        """Returns the words with which something counted begins, if it does not begin with a digit."""
        return self.words("article", "each") | self.alone.first_words | self.fractions.keys() | self.numerals.keys() | {"/"}

    @cached_property
    def indefinite(self) -> frozenset[str]:
        """Returns the words that count one only where something counted follows."""
        return self.words("article", "each") - self.alone.first_words

    @cached_property
    def following(self) -> frozenset[str]:
        """Returns the words that may follow them then."""
        return self.words("aside", "parts", "joining", "to") | self._parting | self.units.first_words | self.fractions.keys() | self.scales.keys() | self.numerals.keys()

    @cached_property
    def _hints(self) -> dict[str, set[str]]:
        """Returns the last words of phrases without which no text counts something of a kind."""
        found = defaultdict[str, set[str]](set)
        for key, kind in (("before_age", AGE), ("share_of", SHARE), ("parts", SHARE), ("fractions", SHARE), *((key, LIMIT) for key in LIMITS)):
            for one in self.words(key):
                found[one.split()[-1]].add(kind)
        for words, unit in (*self.units, *self.alone):
            found[words[-1]].add(unit.kind)
        return found

    @cached_property
    def _hinting(self) -> frozenset[str]:
        return frozenset(self._hints)

    @cached_property
    def _parting(self) -> frozenset[str]:
        return frozenset(phrase.split()[0] for phrase in self.words("share"))

    @cached_property
    def _several(self) -> frozenset[str]:
        return frozenset(name for name, value in self.numerals.items() if value > 1)

    def kinds(self, text: str) -> tuple[set[str], set[str]]:
        """Returns of which kinds a text may count something, at a first look, and the numbers in it."""
        words = {*WORD.findall(text.lower())}
        found = set[str]().union(*(self._hints[word] for word in words & self._hinting)) - {NOTHING}
        numbers = {*DIGITS.findall(text)}
        if not numbers and self._several.isdisjoint(words):
            return found & WITHOUT_NUMBER, numbers
        return found if self._parting.isdisjoint(words) else found | {SHARE}, numbers


def _all(words: Iterable[str] | None, meaning: int) -> dict[str, int]:
    return dict.fromkeys(map(str, words or ()), meaning)


@cache
def vocabulary(code: str) -> Vocabulary:
    """Returns how a language counts; of one that is not listed nothing is known."""
    return Vocabulary(code)
