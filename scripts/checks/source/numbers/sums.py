"""Works out what sums come to: "120 trừ 5", "112 : 8", and whether an equation is a true one."""

import re
from fractions import Fraction
from math import nan
from operator import add, mul, sub

from .vocabulary import values


def _divided(one: Fraction | float, other: int) -> Fraction | float:
    return one / Fraction(other) if other else nan


SIGNS = {sign: (add, sub, mul, _divided)[int(row)] for sign, row in values("sums").items()}
SIGN = "|".join(re.escape(sign.replace("_", " ")) for sign in sorted(SIGNS, key=len, reverse=True))
TERM = re.compile(rf"({SIGN}|) ?(\d+)", re.IGNORECASE)
EQUATION = re.compile(rf"(?<![\w.,/])(\d{{1,9}}(?: ?(?:{SIGN}) ?\d{{1,9}}){{1,8}}) ?= ?(\d{{1,10}})(?![.,/]?\d)", re.IGNORECASE)
WIDEST = 40  # characters of an equation on either side of one of its numbers


def worth(written: str) -> Fraction | float:
    """Returns the value of a sum; times and divided by go first.

    >>> int(worth("100 + 2 x 7")), int(worth("112 : 8"))
    (114, 14)
    """
    terms: list[Fraction | float] = []
    for sign, number in TERM.findall(written.lower()):
        reckon = SIGNS.get(sign.replace(" ", "_"), add)
        before = terms.pop() if reckon in (mul, _divided) else 0
        terms.append(reckon(before, int(number)))
    return sum(terms)


def equated(text: str, start: int, end: int) -> bool:
    """Returns whether a number stands in an equation that is true: 112 : 8 = 14."""
    first = max(0, start - WIDEST)
    near = EQUATION.finditer(text[first:end + WIDEST])
    return any(first + one.start() <= start and end <= first + one.end() and worth(one[1]) == int(one[2]) for one in near)
