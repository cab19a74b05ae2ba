"""Reads a number in digits as its language writes it: 5.000 is five in English and five thousand in Vietnamese."""

import re
from decimal import Decimal

from ....facts.place import Record


def values_of(number: str, way: Record) -> set[Decimal]:
    """Returns what a number may mean, as its language writes thousands and decimals; two values where nobody knows.

    >>> values_of("5.000", {"thousands": "."}) == {Decimal(5000)}
    True
    """
    parts, signs = re.split("[.,]", number), re.findall("[.,]", number)
    whole = Decimal("".join(parts))
    broken = Decimal(f"{''.join(parts[:-1])}.{parts[-1]}") if signs else whole
    if len(signs) != 1:
        return {broken if len(set(signs)) > 1 else whole}
    if len(parts[0]) > 3 or len(parts[1]) != 3:  # no group of thousands, whatever the language
        return {broken}
    return {whole} if signs[0] == way.get("thousands") else {broken} if signs[0] == way.get("decimal") else {whole, broken}
