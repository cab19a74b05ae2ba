"""Checks that every entry of the owners' list lets something pass: one that does not is believed to."""

from collections.abc import Iterator
from datetime import date

from ....facts.finding import Finding, finding
from ....facts.place import mapping, texts
from ....facts.project import Project
from ..numbers.permits import digits_of


def check(project: Project, today: date) -> Iterator[Finding]:
    """Yields numbers of `allowed.yml` without words in which they may stand; a host needs none."""
    for id, entry in project.entries("allowed").items():
        value = mapping(entry).get("value")
        digits = digits_of(value) if isinstance(value, str) and "." not in value else ""
        if digits and not any(digits in digits_of(words) for words in texts(entry.get("as"))):
            yield finding(entry.place_of("value"), "allowed-nothing", entry=id, value=value)
