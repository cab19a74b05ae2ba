"""Reads the lists of `figures.yml` in which commas lead from one number to the next: months, days of the week, numerals, currencies."""

from functools import cache


@cache
def places_of(rows: str) -> dict[str, int]:
    """Returns each name of a list with its place in it, from 0.

    >>> places_of("mon, tue tues, hai_mươi")
    {'mon': 0, 'tue': 1, 'tues': 1, 'hai mươi': 2}
    """
    return {name.replace("_", " "): place for place, row in enumerate(rows.split(",")) for name in row.split()}


@cache
def numerals_of(rows: str) -> dict[str, int]:
    """Returns the first name of each place: how a numeral is said by itself."""
    return {row.split()[0].replace("_", " "): place for place, row in enumerate(rows.split(",")) if row.strip()}
