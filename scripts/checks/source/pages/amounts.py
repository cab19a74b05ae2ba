"""Checks that a passage and its translation tell the same days and ages, and beside a contact the same amounts of money.

Only what contradicts is told: each of the two passages says something that the other one lacks. How a language says these things
stands in `data/figures.yml`.
"""

from collections.abc import Callable, Iterator
from datetime import date
from itertools import product

from ....facts.finding import Finding, finding
from ....facts.place import mapping
from ....facts.project import Project
from ..data.ages import ages_of, other_ages
from ..data.days import Day, days_of
from ..data.figures import WAYS
from ..data.money import amounts_of, other_amounts
from .paired import Pair, pairs

ANY = -1  # year


def check(project: Project, today: date) -> Iterator[Finding]:
    """Yields the passages of translations that give another day, age or amount than the page in the main language."""
    for pair in pairs(project):
        if differ := _contradiction(pair):
            yield finding(pair.place, "page-figures-differ", here=differ[0], there=differ[1], pair=pair.there)


def _contradiction(pair: Pair) -> tuple[str, str] | None:
    """Returns a day, an age or an amount of each of two passages that the other one lacks, if both have one."""
    for read, other in ((days_of, _other_days), (ages_of, other_ages)) if pair.in_digits else ():
        if differ := _differing(read, other, pair):
            return differ
    return _differing(amounts_of, other_amounts, pair) if pair.of_contacts else None


def _differing(read: Callable, other: Callable, pair: Pair) -> tuple[str, str] | None:
    """Returns what each of two texts gives and the other one lacks; most give nothing, and then the other is not read."""
    here, there = pair.said
    mine = read(here, mapping(WAYS.get(pair.page.language)))
    theirs = mine and read(there, mapping(WAYS.get(pair.original.language)))
    odd, pair_odd = (other(mine, theirs), other(theirs, mine)) if theirs else ((), ())
    return (odd[0], pair_odd[0]) if odd and pair_odd else None


def _other_days(mine: list[Day], theirs: list[Day]) -> list[str]:
    """Returns the days that another passage lacks; a month alone is no day, and a year that only one passage tells no difference."""
    known = {meaning for its in theirs for day, month, year in its.meanings for meaning in ((day, month, year), (day, month, ANY))}
    return [one.written for one in mine if all(day and known.isdisjoint(product((day, 0), [month], (year, 0) if year else [ANY]))
                                               for day, month, year in one.meanings)]
