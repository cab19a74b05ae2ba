"""Reads the ages of people in a text: 13–16 tuổi, under 18, a 9-year-old.

Which words stand before and behind an age in a language stands in `figures.yml`.
"""

import re
from dataclasses import dataclass
from functools import cache

from ....facts.place import Record
from ..numbers.vocabulary import one_of, small

AGE = r"(?:1[01][0-9]|[1-9]?[0-9])"
NUMBER = re.compile(r"(?<![\w.,])[0-9]{1,3}(?![\w.,/]*[0-9])")


@dataclass(frozen=True)
class Ages:
    """The ages in a text, both ends of a span, and all numbers in it."""

    told: tuple[int, ...]
    numbers: frozenset[int]

    def __bool__(self) -> bool:
        return bool(self.told)


def ages_of(text: str, way: Record) -> Ages:
    """Returns the ages in a text as its language writes them.

    >>> ages_of("Aged 11 to 14, or under 9 with a friend", {"before_age": ["aged", "under"], "to": ["to"]}).told
    (11, 14, 9)
    """
    words = (tuple(way.get(key) or ()) for key in ("before_age", "age", "to", "joining"))
    told = [int(age) for match in _pattern(*words).finditer(small(text)) for age in re.findall("[0-9]+", match[1] or match[2])]
    return Ages((*told,), frozenset(int(number[0]) for number in NUMBER.finditer(text)) if told else frozenset())


def other_ages(mine: Ages, theirs: Ages) -> list[str]:
    """Returns the ages of which another text has no number; who is under 18 is at most 17, so one year is no difference."""
    return [str(age) for age in mine.told if theirs.numbers.isdisjoint({age - 1, age, age + 1})]


@cache
def _pattern(before: tuple[str, ...], behind: tuple[str, ...], to: tuple[str, ...], joining: tuple[str, ...]) -> re.Pattern:
    ages = rf"({AGE}(?:(?:\s?[-–—]\s?|\s{one_of((*to, *joining))}\s){AGE})?)"
    return re.compile(rf"(?<!\w){one_of(before)}\s{ages}(?![\w%]|[.,:/-][0-9])|(?<![\w.,/]){ages}[\s-]?{one_of(behind)}(?!\w)")
