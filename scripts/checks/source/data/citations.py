"""Checks that every figure and every statement names a source that exists."""

from collections.abc import Iterator
from datetime import date

from ....facts.finding import Finding, finding
from ....facts.place import Items, Place, mapping, texts
from ....facts.project import Project
from ....facts.words.nearest import nearest

GROUPS = (("campaign", "facts"), ("convention", "statements"), ("convention", "articles"), ("convention", "law"),
          ("glossary", ""), ("retired", ""), ("tactics", ""))
LISTED = (("campaign", "timeline"), ("campaign", "partners"))  # entries without an id
NEEDED = ("facts", "statements", "articles", "law", "timeline", "partners")  # a page prints these as they stand


def check(project: Project, today: date) -> Iterator[Finding]:
    """Yields facts without a source, and source ids that `sources.yml` does not hold."""
    sources = project.entries("sources")
    for group, name, place, cited in _entries(project):
        if cited == [] and group in NEEDED:
            yield finding(place, "fact-source-missing", fact=name)
        for source in texts(cited):
            if sources and source not in sources:
                yield finding(source.place, "fact-source-unknown", fact=name, source=source,
                              guess=nearest(source, sources))


def _entries(project: Project) -> Iterator[tuple[str, str, Place, object]]:
    """Yields the group, the name, the place of `sources` and the sources of every entry."""
    for file, group in GROUPS:
        for id, entry in project.group(file, group).items():
            yield group, id, mapping(entry).place_of("sources"), mapping(entry).get("sources")
    for file, group in LISTED:
        found = project.entries(file).get(group)
        for number, entry in enumerate(found if isinstance(found, Items) else [], 1):
            yield group, f"{group} {number}", mapping(entry).place_of("sources"), mapping(entry).get("sources")
