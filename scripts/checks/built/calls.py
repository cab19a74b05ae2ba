"""Checks every telephone link of the finished pages against the registry."""

from collections.abc import Iterator

from ...facts.finding import Finding, finding
from ...facts.project import Project
from .blame import blamed, source_of
from .reading import SCHEMES
from .tree import BuiltPage, Reference, Tree



def check(project: Project, tree: Tree) -> Iterator[Finding]:
    """Yields links that dial what the registry does not publish, or say one number and dial another."""
    published = {channel.href for contact in project.contacts.values() if contact.published()
                 for channel in contact.channels if channel.number}
    for page in tree.pages:
        for reference in page.references:
            if reference.target.lower().startswith(SCHEMES):
                yield from _call(project, page, reference, published)
        yield from _help(project, page)


def _call(project: Project, page: BuiltPage, reference: Reference, published: set[str]) -> Iterator[Finding]:
    place = blamed(project, page, reference.target)
    if reference.target not in published:
        yield finding(place, "built-call-unregistered", href=reference.target)
    elif _digits(reference.text) != _digits(reference.target):
        yield finding(place, "built-call-text-differs", text=reference.text, href=reference.target)


def _digits(text: str) -> str:
    return "".join(char for char in text if char.isdigit())


def _help(project: Project, page: BuiltPage) -> Iterator[Finding]:
    """Every page that a person wrote must reach the contacts of the help bar in one tap."""
    if not page.source and source_of(project, page) is None:
        return
    dialled = {reference.target for reference in page.references}
    for id in project.help_bar:
        contact = project.contacts.get(id)
        call = contact.call() if contact else None
        if call and call.href not in dialled:
            yield finding(blamed(project, page), "built-help-missing", contact=id, href=call.href)
