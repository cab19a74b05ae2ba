"""Checks that a passage and its translation tell the same days and ages, and beside a contact the same amounts of money.

Only what contradicts is told: each of the two passages says something that the other one lacks. How a language says these things
stands in `data/figures.yml`.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date
from itertools import product

from ....facts.finding import Finding, finding
from ....facts.place import Place, mapping
from ....facts.project import Project
from ..data.ages import ages_of, other_ages
from ..data.days import Day, days_of
from ..data.figures import SILENT, WAYS
from ..data.money import amounts_of, other_amounts
from .paired import paired

FIGURE = re.compile(r"[0-9]")
CONTACT = "[[contact"
ANY = -1  # year


def check(project: Project, today: date) -> Iterator[Finding]:
    """Yields the passages of translations that give another day, age or amount than the page in the main language."""
    main = project.settings.default
    for page in project.pages:
        original = project.page(page.pair, main) if page.language != main else None
        for mine, theirs in paired(page, original) if original else ():
            if differ := _contradiction((mine.text, page.language), (theirs.text, main)):
                yield finding(page.place(mine.line), "page-figures-differ", here=differ[0], there=differ[1], pair=Place(original.path, theirs.line))


def _contradiction(here: tuple[str, str], there: tuple[str, str]) -> tuple[str, str] | None:
    """Returns a day, an age or an amount of each of two passages that the other one lacks, if both have one."""
    of_contacts = CONTACT in here[0] and CONTACT in there[0]
    mine, theirs = (SILENT.sub(" ", text) for text, _ in (here, there))
    in_digits = FIGURE.search(mine) and FIGURE.search(theirs)
    for read, other in ((days_of, _other_days), (ages_of, other_ages)) if in_digits else ():
        if differ := _differing(read, other, (mine, here[1]), (theirs, there[1])):
            return differ
    return _differing(amounts_of, other_amounts, (mine, here[1]), (theirs, there[1])) if of_contacts else None


def _differing(read: Callable, other: Callable, here: tuple[str, str], there: tuple[str, str]) -> tuple[str, str] | None:
    """Returns what each of two texts gives and the other one lacks; most give nothing, and then the other is not read."""
    mine = read(here[0], mapping(WAYS.get(here[1])))
    theirs = mine and read(there[0], mapping(WAYS.get(there[1])))
    odd, pair_odd = (other(mine, theirs), other(theirs, mine)) if theirs else ((), ())
    return (odd[0], pair_odd[0]) if odd and pair_odd else None


def _other_days(mine: list[Day], theirs: list[Day]) -> list[str]:
    """Returns the days that another passage lacks; a month alone is no day, and a year that only one passage tells no difference."""
    known = {meaning for its in theirs for day, month, year in its.meanings for meaning in ((day, month, year), (day, month, ANY))}
    return [one.written for one in mine if all(day and known.isdisjoint(product((day, 0), [month], (year, 0) if year else [ANY]))
                                               for day, month, year in one.meanings)]
