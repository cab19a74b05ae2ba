"""Checks that every figure and every statement names a source that exists."""

from collections.abc import Iterator
from datetime import date

from ...facts.finding import Finding, finding
from ...facts.nearest import nearest
from ...facts.place import mapping, texts
from ...facts.project import Project

GROUPS = (("campaign", "facts"), ("convention", "statements"), ("convention", "articles"), ("convention", "law"),
          ("glossary", ""), ("retired", ""), ("tactics", ""))
NEEDED = ("facts", "statements")  # a page prints these as they stand


def check(project: Project, today: date) -> Iterator[Finding]:
    """Yields facts without a source, and source ids that `sources.yml` does not hold."""
    sources = project.entries("sources")
    for file, group in GROUPS:
        for id, entry in project.group(file, group).items():
            cited = mapping(entry).get("sources")
            if cited == [] and group in NEEDED:
                yield finding(entry.place_of("sources"), "fact-source-missing", fact=id)
            for source in texts(cited):
                if sources and source not in sources:
                    yield finding(source.place, "fact-source-unknown", fact=id, source=source,
                                  guess=nearest(source, sources))
