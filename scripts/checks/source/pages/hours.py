"""Checks that a passage and its translation tell the same hours, days of the week and prices: no “8 giờ đến 21 giờ” beside “8 am to 6 pm”.

Only what contradicts is told: each of the two passages says something that the other one lacks. A passage is compared with the one
at its place in the same section, where both sections have as many. The words stand in `data/figures.yml`.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from ....facts.contacts.upkeep import claims_of
from ....facts.finding import Finding, finding
from ....facts.project import Project
from ....facts.words import phrase
from ..data.opening import differing, names_day, opening_of, other_days
from ..data.times import DAY, HOUR, times_of, without
from ..data.vocabulary import vocabulary
from ..names.clauses import SILENT
from ..numbers.vocabulary import one_of
from .paired import Pair, pairs

OPPOSITE = (("free", "charged"), ("charged", "free"))
Claims = dict[str, tuple[str, ...]]


def check(project: Project, today: date) -> Iterator[Finding]:
    """Yields the passages of translations that tell other hours, or another price, than the page in the main language."""
    claims = {code: _claims(project, code) for code in project.settings.codes}
    for pair in pairs(project):
        if hours := _hours(pair):
            yield finding(pair.place, "page-hours-differ", here=hours[0], there=hours[1], pair=pair.there)
        elif prices := _prices(pair, claims) if pair.of_contacts else None:
            yield finding(pair.place, "page-cost-differs", here=prices[0], there=prices[1], pair=pair.there)


def _claims(project: Project, code: str) -> Claims:
    """Returns the words that say in a language what a call costs."""
    way = vocabulary(code).way
    free, not_free = claims_of(project.entries("upkeep"), project.entries("strings"), code)
    found = {"charged": way.get("charged", ()), "free": free, "not_free": not_free}
    return {name: tuple(filter(str.strip, map(_spoken, some))) for name, some in found.items()}


def _hours(pair: Pair) -> tuple[str, str] | None:
    """Returns the hours, or the days of the week, that each of two passages tells and the other one lacks, if both tell some."""
    way = vocabulary(pair.page.language).way
    if not pair.of_contacts and not pair.in_digits and not names_day(pair.said[0], way):
        return None
    mine, theirs = map(_Told, pair.said, (pair.page.language, pair.original.language))
    one, other = mine.times_unlike(theirs), theirs.times_unlike(mine)
    if one and other:
        return one[0], other[0]
    if not pair.of_contacts:
        return other_days(mine.opening, theirs.opening)
    return differing(mine.opening, theirs.opening, mine.times, theirs.times)


def _prices(pair: Pair, claims: dict[str, Claims]) -> tuple[str, str] | None:
    """Returns what each of two passages says of the price of a call where one says that it costs nothing, and the other that it does."""
    said = _said(pair.mine.text, claims[pair.page.language])
    meant = said and _said(pair.theirs.text, claims[pair.original.language])
    return next(((said[one], meant[other]) for one, other in OPPOSITE
                 if one in said and other in meant and other not in said and one not in meant), None)


class _Told:
    """The times of day, the counts of hours, which a language may say by the same word, and the opening hours in a passage."""

    def __init__(self, text: str, code: str):
        way = vocabulary(code).way
        self.times, self.opening = times_of(text, way), opening_of(text, way)
        self.counts = [int(match[1]) for match in _counted(tuple(way.get("counted", ()))).finditer(text.lower())]

    def times_unlike(self, other: "_Told") -> list[str]:
        """Returns the times that another passage does not tell; “24 giờ” is a count of hours."""
        counts = {DAY // HOUR, *other.counts} - {time.hour for time in other.times}
        return without([time for time in self.times if time.hour not in counts], other.times)


@cache
def _counted(units: tuple[str, ...]) -> re.Pattern:
    return re.compile(rf"(?<![\w.,:/-])([0-9]{{1,3}})[\s-]?{one_of(units)}(?!\w)")


def _said(text: str, claims: Claims) -> dict[str, str]:
    """Returns which of the claims a passage makes, each as its words; “not charged” is no charge, “not free” is no gift."""
    heard, found = _spoken(SILENT.sub(" … ", text)), dict[str, str]()
    for name in ("not_free", "free", "charged"):
        for one in claims[name]:
            if one in heard:
                found.setdefault(name, one.strip())
                heard = heard.replace(one, " … ")
    return found


def _spoken(text: object) -> str:
    """Returns the words of a text with a blank around each."""
    return f" {' '.join(phrase(str(text)))} "
