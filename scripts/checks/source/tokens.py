"""Checks that every token names something that exists and that readers may get."""

import re
from collections.abc import Iterator
from datetime import date

from ...facts.contacts import KINDS as CONTACT_KINDS, RANKS
from ...facts.finding import Finding, finding
from ...facts.nearest import nearest
from ...facts.pages import Page
from ...facts.place import Place
from ...facts.project import DATA, Project
from ...facts.tokens import FILTERS, KINDS, Token, tokens_in

FILES = {"contact": ("contacts", ""), "fact": ("campaign", "facts"), "treaty": ("convention", "statements"),
         "term": ("glossary", "")}
VALUES = {"kind": CONTACT_KINDS, "rank": RANKS}
MARKER = re.compile(r"\s*(?:[-*+>:]\s+|[0-9]+\.\s+)*")


def check(project: Project, today: date) -> Iterator[Finding]:
    """Yields tokens that are malformed, unknown, misplaced, or name an unpublished contact."""
    for page in project.pages:
        for token, line in page.outline.tokens:
            yield from faults(token, page.place(line), project)
        yield from _misplaced(page)


def _misplaced(page: Page) -> Iterator[Finding]:
    headings = {heading.line for heading in page.outline.headings}
    lines = page.markdown.split("\n")
    for token, line in page.outline.tokens:
        if line in headings:
            yield _stands(token, page.place(line), "a heading")
        elif _is_list(token) and MARKER.sub("", lines[line - page.body_line], count=1).strip() != token.written:
            yield _stands(token, page.place(line), "a sentence")
    for link in page.outline.links:
        for token in tokens_in(link.text):
            yield _stands(token, page.place(link.line), "a link")
    for key in ("title", "description", "content_note"):
        for token in tokens_in(str(page.meta.get(key) or "")):
            yield _stands(token, page.meta.place_of(key), f"the {key}")


def _is_list(token: Token) -> bool:
    return token.kind == "contacts" and bool(token.filters)


def _stands(token: Token, place: Place, where: str) -> Finding:
    return finding(place, "token-misplaced", written=token.written, where=where)


def faults(token: Token, place: Place, project: Project) -> Iterator[Finding]:
    """Yields what is wrong with one token, wherever it stands."""
    if not token.kind:
        yield finding(place, "token-malformed", written=token.written)
    elif token.kind not in KINDS:
        yield finding(place, "token-kind-unknown", written=token.written, kind=token.kind,
                      guess=nearest(token.kind, KINDS), known=", ".join(KINDS))
    elif bool(token.filters) != (token.kind == "contacts"):
        yield finding(place, "token-malformed", written=token.written)
    elif token.filters:
        yield from _listed(token, place, project)
    else:
        yield from _named(token, place, project)


def _listed(token: Token, place: Place, project: Project) -> Iterator[Finding]:
    for name, value in token.filters:
        known = VALUES.get(name, FILTERS)
        if name not in VALUES or value not in known:
            wrong = f"{name}={value}" if name in VALUES else name
            yield finding(place, "token-filter-unknown", written=token.written, filter=wrong,
                          guess=nearest(value if name in VALUES else name, known), known=", ".join(known))
            return
    all_read = len(project.contacts) == len(project.entries("contacts"))
    if project.contacts and all_read and not project.chosen(token):
        yield finding(place, "token-list-empty", written=token.written)


def _named(token: Token, place: Place, project: Project) -> Iterator[Finding]:
    file, group = FILES[token.kind]
    if file not in project.data and f"{DATA}/{file}.yml" in project.unread:  # told once, as a file
        return
    known = project.group(file, group)
    if token.id not in known:
        yield finding(place, "token-id-unknown", written=token.written, id=token.id, file=f"{file}.yml",
                      guess=nearest(token.id, known))
    elif token.kind == "contact" and token.id in project.contacts:
        contact = project.contacts[token.id]
        if not contact.printable():
            yield finding(place, "token-contact-unpublished", written=token.written, status=contact.status)
        elif not contact.published():
            yield finding(place, "token-contact-retired", written=token.written, other=contact.replaced_by)
