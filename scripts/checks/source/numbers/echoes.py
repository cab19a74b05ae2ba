"""Looks for typed numbers, and leaves out what is only the echo of a broken number in the registry itself.

While the number of an entry cannot be read, its own name seems to hold a stranger's number, and a date that was
written in place of a number seems to stand all over the file. One fault is told once, where it is.
"""

from collections.abc import Iterator
from datetime import date

from ....facts.data.shape import parse_day
from ....facts.finding import Finding
from ....facts.place import Place, leaves, mapping
from ....facts.project import Project
from .. import numbers
from .excerpts import NAMES

BROKEN_NUMBER, BROKEN_DATE = "contact-number-malformed", "field-date-malformed"


def check(project: Project, today: date) -> Iterator[Finding]:
    """Yields typed numbers, without those that a told fault of the registry makes look like one."""
    broken = dict(_broken(project))
    names = {place for entry in broken.values() for place in entry}
    dates = {(problem.place, dict(problem.values)["written"]) for problem in project.problems if problem.rule == BROKEN_DATE}
    days = {number for problem in project.problems if problem.rule == BROKEN_NUMBER
            and parse_day(number := dict(problem.values)["number"])}
    path = project.entries("contacts").place.path
    for found in numbers.check(project, today):
        values = dict(found.values)
        named = found.rule == "number-unregistered" and found.place in names
        dated = found.rule == "number-unregistered" and (found.place, values["written"]) in dates
        repeated = found.rule == "number-unpublished" and values["contact"] in broken and (
            found.place.path == path or values["written"] in days)
        if not (named or dated or repeated):
            yield found


def _broken(project: Project) -> Iterator[tuple[str, list[Place]]]:
    """Yields the entries with a number that cannot be read, each with the places of its names."""
    lines = {problem.place for problem in project.problems if problem.rule == BROKEN_NUMBER}
    for id, entry in project.entries("contacts").items() if lines else ():
        channels = mapping(entry).get("channels")
        if any(mapping(channel).places.get("number") in lines for channel in (channels if isinstance(channels, list) else ())):
            yield id, [at for key in NAMES for _, _, at in leaves(mapping(entry).get(key), mapping(entry).place_of(key))]
