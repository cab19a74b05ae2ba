"""Checks that a passage and its translation tell the same days and count the same: no “30 phút” beside “30 hours”.

Only what contradicts is told: each of the two passages says something that the other one lacks. How a language says these things
stands in `data/figures.yml`.
"""

from collections.abc import Iterator
from datetime import date
from itertools import product

from ....facts.finding import Finding, finding
from ....facts.project import Project
from ..data.contradictions import contradiction
from ..data.days import Day, days_of
from ..data.vocabulary import vocabulary
from .paired import Pair, pairs

ANY = -1  # year


def check(project: Project, today: date) -> Iterator[Finding]:
    """Yields the passages of translations that give another day, or count something else, than the page in the main language."""
    for pair in pairs(project):
        here, there = pair.said
        if differ := pair.in_digits and _other_day(pair) or contradiction(here, pair.page.language, there, pair.original.language):
            yield finding(pair.place, "page-figures-differ", here=differ[0], there=differ[1], pair=pair.there)


def _other_day(pair: Pair) -> tuple[str, str] | None:
    """Returns a day of each of two passages that the other one lacks, if both have one; most have none, and then the other is not read."""
    here, there = pair.said
    mine = days_of(here, vocabulary(pair.page.language).way)
    theirs = mine and days_of(there, vocabulary(pair.original.language).way)
    odd, pair_odd = (_unlike(mine, theirs), _unlike(theirs, mine)) if theirs else ((), ())
    return (odd[0], pair_odd[0]) if odd and pair_odd else None


def _unlike(mine: list[Day], theirs: list[Day]) -> list[str]:
    """Returns the days that another passage lacks; a month alone is no day, and a year that only one passage tells no difference."""
    known = {meaning for its in theirs for day, month, year in its.meanings for meaning in ((day, month, year), (day, month, ANY))}
    return [one.written for one in mine if all(day and known.isdisjoint(product((day, 0), [month], (year, 0) if year else [ANY]))
                                               for day, month, year in one.meanings)]
