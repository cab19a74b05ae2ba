"""Checks that no link has the name of a contact for its text and opens somebody else's page: “[River rescue](https://other.example/)”.

A page that the registry itself cites for a contact may speak of it; a contact without an address on the web has none to compare.
"""

from collections.abc import Iterator
from datetime import date

from ....facts.contacts import Contact
from ....facts.finding import Finding, finding
from ....facts.place import mapping
from ....facts.project import Project
from ....facts.words import words
from ..numbers.hosts import domain_of
from ..numbers.known import host_of
from .named import names_of, owners_of

WEB = ("http://", "https://")


def check(project: Project, today: date) -> Iterator[Finding]:
    """Yields links whose text is the name of a contact that has another address."""
    names = names_of(project)
    for page in project.pages:
        for link in page.outline.links:
            heard = [word for word in words(link.text) if not word.ends] if link.target.lower().startswith(WEB) else []
            ids = owners_of(heard, names) if heard else []
            theirs, host = [_domains(project.contacts[id], project) for id in ids], host_of(link.target)
            if theirs and all(theirs) and domain_of(host) not in set[str]().union(*theirs):
                yield finding(page.place(link.line), "link-name-crossed", name=link.text.strip(), other=ids[0], host=host)


def _domains(contact: Contact, project: Project) -> set[str]:
    """Returns the domains of a contact and of what is cited for it, or nothing where it has no address on the web."""
    own = [str(url) for channel in contact.channels for url in channel.url.values()]
    entries = project.entries("sources")
    cited = [str(mapping(entries.get(id)).get("url", "")) for id in contact.sources]
    return {domain_of(host_of(url)) for url in (*own, *cited) if host_of(url)} if own else set()
