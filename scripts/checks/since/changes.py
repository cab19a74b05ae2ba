"""Checks that no news is taken back: whoever reads the list of changes later must find all that happened to the numbers."""

from collections.abc import Iterator

from ...facts.files.past import Past
from ...facts.finding import Finding, finding
from ...facts.place import Place
from ...facts.project import DATA, Project


def check(project: Project, past: Past) -> Iterator[Finding]:
    """Yields entries that stood in `changes.yml` and are gone; their words may be mended."""
    now = project.entries("changes")
    for id in past.changes:
        if id not in now:
            yield finding(Place(f"{DATA}/changes.yml"), "change-removed", change=id, rev=past.rev)
