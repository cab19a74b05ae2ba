"""Checks that the texts of data files give the same figures in every language: 5.000 and 5,000 are one number, 5.000 and 50,000 are not.

A figure may be told in words, or left out, in one language. So only what contradicts is told: each of two languages has a
figure, a day or a time of day that the other one lacks, or one is open at any time and the other is not.
"""

from collections.abc import Callable, Iterator
from datetime import date
from functools import cached_property

from ....facts.finding import Finding, finding
from ....facts.place import Text
from ....facts.project import Project
from .contradictions import contradiction
from .days import Day, days_of
from .opening import Opening, differing, opening_of
from .times import Time, times_of, without
from .translated import translated
from .vocabulary import vocabulary

NAME = ", name"  # the checks of names compare these


class _Told:
    """A text in a language, and the days, times and opening hours in it, each read when asked for."""

    def __init__(self, text: str, code: str):
        self.text, self.code, self._way = text, code, vocabulary(code).way

    @cached_property
    def days(self) -> list[Day]:
        return days_of(self.text, self._way)

    @cached_property
    def times(self) -> list[Time]:
        return times_of(self.text, self._way)

    @cached_property
    def opening(self) -> Opening:
        return opening_of(self.text, self._way)


def check(project: Project, today: date) -> Iterator[Finding]:
    """Yields texts with a figure, a day or a time that contradicts the text of the main language."""
    main = project.settings.default
    for name, said in translated(project):
        original = _Told(str(said[main]), main)
        for code in project.settings.codes if not name.endswith(NAME) else ():
            if code != main and isinstance(said.get(code), Text) and (differ := _contradiction(_Told(str(said[code]), code), original)):
                yield finding(said.place_of(code), "fact-figures-differ", fact=name, here=differ[0], language=code, there=differ[1], main=main)


def _contradiction(here: _Told, there: _Told) -> tuple[str, str] | None:
    """Returns a day, a figure or a time of each of two texts that the other one lacks, if both have one; or their opening hours."""
    return _first(_other_days, here, there) or contradiction(here.text, here.code, there.text, there.code) or _first(_other_times, here, there) or _opening(here, there)


def _first(other: Callable[[_Told, _Told], list[str]], here: _Told, there: _Told) -> tuple[str, str] | None:
    """Returns the first of what each of two texts tells and the other one lacks; most tell nothing, and then the other is not read."""
    mine = other(here, there)
    theirs = mine and other(there, here)
    return (mine[0], theirs[0]) if theirs else None


def _opening(here: _Told, there: _Told) -> tuple[str, str] | None:
    said = here.opening
    return differing(said, there.opening, here.times, there.times) if here.times or said.always or said.days or said.closed else None


def _other_days(mine: _Told, theirs: _Told) -> list[str]:
    return [day.written for day in mine.days if not any(day.agrees(other) for other in theirs.days)]


def _other_times(mine: _Told, theirs: _Told) -> list[str]:
    return without(mine.times, theirs.times) if mine.times else []
