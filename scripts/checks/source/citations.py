"""Checks that every figure and every statement names a source that exists."""

from collections.abc import Iterator
from datetime import date

from ...facts.finding import Finding, finding
from ...facts.nearest import nearest
from ...facts.project import Project

GROUPS = (("campaign", "facts"), ("convention", "statements"))


def check(project: Project, today: date) -> Iterator[Finding]:
    """Yields facts without a source, and source ids that `sources.yml` does not hold."""
    sources = project.entries("sources")
    for file, group in GROUPS:
        entries = project.entries(file).get(group) or {}
        for id, entry in entries.items():
            cited = entry.get("sources") if isinstance(entry, dict) else None
            if not cited and isinstance(entry, dict):
                yield finding(entry.place, "fact-source-missing", fact=id)
            for source in cited or []:
                if sources and source not in sources:
                    yield finding(source.place, "fact-source-unknown", fact=id, source=source,
                                  guess=nearest(source, sources))
