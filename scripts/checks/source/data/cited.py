"""Checks that every source supports something: one that nothing cites is a leftover, or a page forgot to name it."""

from collections.abc import Iterator
from datetime import date

from ....facts.finding import Finding, finding
from ....facts.place import Items, Record, texts
from ....facts.project import Project

CITING = ("sources", "evidence")  # the fields that hold ids of sources


def check(project: Project, today: date) -> Iterator[Finding]:
    """Yields the sources that no page, contact, figure, law or other entry cites."""
    if project.unread:  # what could not be read may cite anything
        return
    named = {source for page in project.pages for source in texts(page.meta.get("sources"))}
    for name, entries in project.data.items():
        if name != "sources":
            named.update(_cited(entries))
    sources = project.entries("sources")
    for id in sources:
        if id not in named:
            yield finding(sources.place_of(id), "source-never-cited", source=id)


def _cited(value: object) -> Iterator[str]:
    """Yields the ids of sources anywhere below a value of a data file."""
    if isinstance(value, Record):
        for key, entry in value.items():
            yield from texts(entry) if key in CITING else _cited(entry)
    elif isinstance(value, Items):
        for entry in value:
            yield from _cited(entry)
