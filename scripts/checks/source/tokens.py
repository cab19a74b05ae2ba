"""Checks that every token names something that exists and that readers may get."""

from collections.abc import Iterator
from datetime import date

from ...facts.contacts import KINDS as CONTACT_KINDS, RANKS
from ...facts.finding import Finding, finding
from ...facts.nearest import nearest
from ...facts.place import Place
from ...facts.project import Project
from ...facts.tokens import FILTERS, KINDS, Token, tokens_in

FILES = {"contact": ("contacts", ""), "fact": ("campaign", "facts"), "treaty": ("convention", "statements"),
         "term": ("glossary", "")}
VALUES = {"kind": CONTACT_KINDS, "rank": RANKS}


def check(project: Project, today: date) -> Iterator[Finding]:
    """Yields tokens that are malformed, unknown, misplaced, or name an unpublished contact."""
    for page in project.pages:
        for token, line in page.outline.tokens:
            yield from _token(token, page.place(line), project)
        for heading in page.outline.headings:
            for token in tokens_in(heading.text):
                yield finding(page.place(heading.line), "token-misplaced", written=token.written, where="a heading")
        for link in page.outline.links:
            for token in tokens_in(link.text):
                yield finding(page.place(link.line), "token-misplaced", written=token.written, where="a link")
        for key in ("title", "description", "content_note"):
            for token in tokens_in(str(page.meta.get(key) or "")):
                yield finding(page.meta.place_of(key), "token-misplaced", written=token.written, where=f"the {key}")


def _token(token: Token, place: Place, project: Project) -> Iterator[Finding]:
    if not token.kind:
        yield finding(place, "token-malformed", written=token.written)
    elif token.kind not in KINDS:
        yield finding(place, "token-kind-unknown", written=token.written, kind=token.kind,
                      guess=nearest(token.kind, KINDS), known=", ".join(KINDS))
    elif token.kind == "contacts":
        yield from _listed(token, place, project)
    else:
        yield from _named(token, place, project)


def _listed(token: Token, place: Place, project: Project) -> Iterator[Finding]:
    if not token.filters:
        yield finding(place, "token-malformed", written=token.written)
        return
    for name, value in token.filters:
        if name not in FILTERS:
            yield finding(place, "token-filter-unknown", written=token.written, filter=name,
                          guess=nearest(name, FILTERS), known=", ".join(FILTERS))
            return
        if value not in VALUES[name]:
            yield finding(place, "token-filter-unknown", written=token.written, filter=f"{name}={value}",
                          guess=nearest(value, VALUES[name]), known=", ".join(VALUES[name]))
            return
    if project.contacts and not project.chosen(token):
        yield finding(place, "token-list-empty", written=token.written)


def _named(token: Token, place: Place, project: Project) -> Iterator[Finding]:
    file, group = FILES[token.kind]
    if file not in project.data:  # told once as a missing file
        return
    entries = project.entries(file)
    known = (entries.get(group) or {}) if group else entries
    if token.filters:
        yield finding(place, "token-malformed", written=token.written)
    elif token.id not in known:
        yield finding(place, "token-id-unknown", written=token.written, id=token.id, file=f"{file}.yml",
                      guess=nearest(token.id, known))
    elif token.kind == "contact" and token.id in project.contacts:
        contact = project.contacts[token.id]
        if not contact.published():
            yield finding(place, "token-contact-unpublished", written=token.written, status=contact.status)
