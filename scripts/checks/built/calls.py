"""Checks every telephone link of the finished pages against the registry."""

from collections.abc import Iterator

from ...facts.finding import Finding, finding
from ...facts.pages import Page
from ...facts.place import Place, texts
from ...facts.project import Project
from .blame import blamed, source_of
from .tree import BuiltPage, Reference, Tree

SCHEMES = ("tel:", "sms:", "callto:", "zalo:", "viber:", "whatsapp:")


def check(project: Project, tree: Tree) -> Iterator[Finding]:
    """Yields links that dial what the registry does not publish, or say one number and dial another."""
    published = {channel.href for contact in project.contacts.values() if contact.works_on(project.today)
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
    """Every page that a person wrote must reach the contacts of the help bar, and those it names, in one tap."""
    source = source_of(project, page)
    if not page.source and source is None:
        return
    dialled = {reference.target for reference in page.references}
    for id in project.help_bar:
        if href := _lacking(id, project, dialled):
            yield finding(blamed(project, page), "built-help-missing", contact=id, href=href)
    for id, place in _named(source).items() if source else ():
        if id not in project.help_bar and (href := _lacking(id, project, dialled)):
            yield finding(place, "built-contact-missing", contact=id, href=href)


def _named(page: Page) -> dict[str, Place]:
    """Returns the contacts that a page names by a token or for its call buttons, and where it does."""
    found = {token.id: page.place(line) for token, line in page.outline.tokens if token.kind == "contact"}
    return {**found, **{id: id.place for id in texts(page.meta.get("call"))}}


def _lacking(id: str, project: Project, dialled: set[str]) -> str:
    """Returns the link that should call a contact, or what stands in for it, when it is not among `dialled`."""
    contact = project.offered(id)
    call = contact.call() if contact else None
    return call.href if call and call.href not in dialled else ""
