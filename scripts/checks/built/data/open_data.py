"""Reads the open data back as a stranger would, and compares it with the registry field by field.

The files travel into other people's telephones and sites, where we cannot mend them. So nothing is taken from the
part of the build that wrote them: JSON and vCard are read here by themselves, and compared with the file of contacts.
"""

from collections.abc import Iterator
from datetime import date
from itertools import chain

from ....facts.finding import Finding, finding
from ....facts.place import Place, Record
from ....facts.project import Project
from ..files.tree import OPEN_DATA, Tree
from . import cards, contacts_file, embedded, news, searching

JSON = f"{OPEN_DATA}contacts.json"


def check(project: Project, tree: Tree) -> Iterator[Finding]:
    """Yields every difference between the registry and the JSON, vCard and HTML made from it."""
    for address, what, detail in chain(searching.differences(project, tree), news.differences(project, tree)):
        yield finding(Place(address), "built-data-differs", what=what, detail=detail)
    entries = project.entries("contacts")
    live = {id: entries[id] for id, contact in project.contacts.items() if contact.works_on(project.today)}
    made = contacts_file.made(tree.content(JSON)) if JSON in tree.addresses else None
    for name, content in tree.data:
        for what, detail in _told(name, content, live, made, project):
            yield finding(Place(name), "built-data-differs", what=what, detail=detail)


def _told(name: str, content: bytes, live: dict[str, Record], made: date | None, project: Project) -> Iterator[tuple[str, str]]:
    """Returns what differs in a file; which language it is in, its name says."""
    language = name.rpartition(".")[0].rpartition(".")[2]
    if name == JSON:
        return contacts_file.differences(content, live, project)
    if name == f"{OPEN_DATA}contacts.schema.json":
        return contacts_file.differences_of_schema(content, project)
    if name.endswith(".vcf") and language in project.settings.codes:
        return cards.differences(content.decode("utf-8", "replace"), language, project)
    return embedded.differences(content, language, made, project) if name.endswith(".html") else iter(())
