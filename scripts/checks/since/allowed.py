"""Checks that nobody puts an imitation in the place of a host that the owners let pages name."""

from collections.abc import Iterator

from ...facts.files.past import Past
from ...facts.finding import Finding, finding
from ...facts.place import mapping
from ...facts.project import Project
from ..source.numbers.hosts import alike


def check(project: Project, past: Past) -> Iterator[Finding]:
    """Yields entries of `allowed.yml` whose host was changed into one that looks like it."""
    for id, entry in project.entries("allowed").items():
        was, now = (str(mapping(side).get("value") or "").lower() for side in (past.allowed.get(id), entry))
        if "." in was and was != now and alike(now, was):
            yield finding(entry.place_of("value"), "allowed-host-imitates", entry=id, was=was, now=now, rev=past.rev)
