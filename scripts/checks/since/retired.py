"""Checks that no old number is forgotten: whoever still has it on paper looks it up, or pastes it once more."""

from collections.abc import Iterator

from ...facts.files.past import RETIRED, Past
from ...facts.finding import Finding, finding
from ...facts.place import Place, mapping
from ...facts.project import Project


def check(project: Project, past: Past) -> Iterator[Finding]:
    """Yields numbers that stood in `retired.yml` and now stand neither there nor in `contacts.yml`."""
    known = set(_numbers(project))
    now = project.entries("retired")
    for id, entry in past.retired.items():
        number = mapping(entry).get("number")
        if isinstance(number, str) and project.settings.country.digits(number) not in known:
            place = mapping(now.get(id)).place_of("number") if id in now else Place(RETIRED)
            yield finding(place if place.path else Place(RETIRED), "retired-number-forgotten", entry=id, number=number, rev=past.rev)


def _numbers(project: Project) -> Iterator[str]:
    """Yields the digits of every number that the registry knows, in use or not."""
    digits = project.settings.country.digits
    for entry in map(mapping, project.entries("retired").values()):
        yield digits(str(entry.get("number")))
    for entry in map(mapping, project.entries("contacts").values()):
        for channel in entry.get("channels") or ():
            yield digits(str(mapping(channel).get("number")))
