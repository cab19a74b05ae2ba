"""Reads amounts of money in a text, in digits or in words: 2.000 đồng, hai nghìn đồng and 2,000 dong are one.

How a language says numbers and currencies stands in `figures.yml`. Two currencies are never compared.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from math import prod

from ....facts.place import Record, mapping
from ..numbers.vocabulary import one_of, small
from .decimals import values_of
from .rows import numerals_of, places_of

NUMBER = r"[0-9]{1,15}(?:[.,][0-9]{1,15}){0,5}"
BEFORE = 30  # characters, in which the word before an amount is looked for


@dataclass(frozen=True)
class Amount:
    """An amount as written, the place of its currency in the list, and what it may mean."""

    written: str
    currency: int
    values: frozenset[Decimal]


def amounts_of(text: str, way: Record) -> list[Amount]:
    """Returns the amounts of money in a text; where more numbers stand before one, it is only the end of an amount.

    >>> [amount.written for amount in amounts_of("2.000 đồng", {"thousands": ".", "money": "đồng"})]
    ['2.000 đồng']
    """
    numerals, currencies = numerals_of(str(way.get("numbers") or "")), places_of(str(way.get("money") or ""))
    return list(_amounts(text, way, numerals, currencies)) if currencies else []


def other_amounts(mine: list[Amount], theirs: list[Amount]) -> list[str]:
    """Returns the amounts that another text does not give, though it gives one in the same currency."""
    known: dict[int, set[Decimal]] = {}
    for other in theirs:
        known.setdefault(other.currency, set()).update(other.values)
    return [amount.written for amount in mine if amount.currency in known and amount.values.isdisjoint(known[amount.currency])]


def _amounts(text: str, way: Record, numerals: dict[str, int], currencies: dict[str, int]) -> Iterator[Amount]:
    scales, low = mapping(way.get("scales")), small(text)
    for match in _pattern(tuple(numerals), tuple(scales), tuple(currencies)).finditer(low):
        before = low[max(0, match.start() - BEFORE):match.start()].split()
        if not before or before[-1] not in scales and before[-1] not in numerals:
            scale = prod(Decimal(scales[word]) for word in match["scale"].split())
            known = {Decimal(numerals[match["word"]])} if match["word"] else values_of(match["number"], way)
            yield Amount(text[match.start():match.end()], currencies[match["currency"]], frozenset(value * scale for value in known))


@cache
def _pattern(numerals: tuple[str, ...], scales: tuple[str, ...], currencies: tuple[str, ...]) -> re.Pattern:
    """Returns a pattern for a number in digits, or in one word that a larger one follows, and a currency."""
    larger = rf"(?:\s{one_of(scales)}(?!\w))"
    return re.compile(rf"(?<![\w.,:/–-])(?:(?P<number>{NUMBER})|(?P<word>{one_of(numerals)})(?={larger}))(?P<scale>{larger}{{0,3}})"
                      rf"\s?(?P<currency>{one_of(currencies)})(?!\w)")
