"""Checks that every token names something that exists and that readers may get."""

import re
from collections.abc import Iterator
from datetime import date

from ....facts.contacts import KINDS as CONTACT_KINDS
from ....facts.contacts import RANKS
from ....facts.finding import Finding, finding
from ....facts.pages import PRINTED, Page
from ....facts.pages.listing import listed, values_of
from ....facts.pages.tokens import ALONE, FILTERS, KINDS, LISTS, Token, tokens_in
from ....facts.place import Place
from ....facts.practice import GUIDES, PLAIN
from ....facts.project import DATA, Project
from ....facts.words.nearest import nearest

FILES = {"contact": ("contacts", ""), "fact": ("campaign", "facts"), "treaty": ("convention", "statements"),
         "term": ("glossary", ""), "tactic": ("tactics", ""), "guide": (GUIDES, "")}
IN_FOLDERS = {"quiz": "quizzes", "scenario": "scenarios"}
VALUES = {"kind": CONTACT_KINDS, "rank": RANKS, "core": ("true",)}  # of lists; those of pages are the project's own
MARKER = re.compile(r"\s*(?:[-*+>:]\s+|[0-9]+\.\s+)*")


def check(project: Project, today: date) -> Iterator[Finding]:
    """Yields tokens that are malformed, unknown, misplaced, or name an unpublished contact."""
    for page in project.pages:
        for token, line in page.outline.tokens:
            yield from faults(token, page.place(line), project)
        yield from _misplaced(page)
    for field, text in project.practice_texts():
        for token in tokens_in(text):
            yield from faults(token, text.place, project)
            if field in PLAIN or token.kind in ALONE or token.filters:
                yield _stands(token, text.place, f"the field {field}")


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
    for key in PRINTED:
        for token in tokens_in(str(page.meta.get(key) or "")):
            yield _stands(token, page.meta.place_of(key), f"the {key}")


def _is_list(token: Token) -> bool:
    return token.kind in ALONE or token.kind in FILTERS and bool(token.filters)


def _stands(token: Token, place: Place, where: str) -> Finding:
    return finding(place, "token-misplaced", written=token.written, where=where)


def faults(token: Token, place: Place, project: Project) -> Iterator[Finding]:
    """Yields what is wrong with one token, wherever it stands."""
    if token.kind in LISTS:  # `lists` looks at what it would print
        if token.id or token.filters:
            yield finding(place, "token-malformed", written=token.written)
        return
    if not token.kind:
        yield finding(place, "token-malformed", written=token.written)
    elif token.kind not in KINDS:
        yield finding(place, "token-kind-unknown", written=token.written, kind=token.kind,
                      guess=nearest(token.kind, KINDS), known=", ".join(KINDS))
    elif bool(token.filters) != (token.kind in FILTERS):
        yield finding(place, "token-malformed", written=token.written)
    elif token.filters:
        yield from _listed(token, place, project)
    else:
        yield from _named(token, place, project)


def _listed(token: Token, place: Place, project: Project) -> Iterator[Finding]:
    names = FILTERS[token.kind]
    for name, value in token.filters:
        known = _values(token.kind, name, project) if name in names else names
        if name not in names or value not in known:
            wrong = f"{name}={value}" if name in names else name
            yield finding(place, "token-filter-unknown", written=token.written, filter=wrong,
                          guess=nearest(value if name in names else name, known), known=", ".join(known))
            return
    yield from _empty(token, place, project)


def _values(kind: str, name: str, project: Project) -> tuple[str, ...]:
    return values_of(project, name) if kind == "pages" else VALUES[name]


def _empty(token: Token, place: Place, project: Project) -> Iterator[Finding]:
    if token.kind == "pages":
        if not listed(project, token, place.path.split("/")[1]):
            yield finding(place, "token-pages-missing", written=token.written)
    if token.kind != "contacts":
        return
    all_read = len(project.contacts) == len(project.entries("contacts"))
    if project.contacts and all_read and not project.chosen(token):
        yield finding(place, "token-list-empty", written=token.written)


def _named(token: Token, place: Place, project: Project) -> Iterator[Finding]:
    if token.kind in IN_FOLDERS:
        yield from _in_folder(token, place, project)
        return
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
        elif not contact.published() and contact.replaced_by in project.entries("contacts"):  # else `contacts` tells of it
            yield finding(place, "token-contact-retired", written=token.written, other=contact.replaced_by)


def _in_folder(token: Token, place: Place, project: Project) -> Iterator[Finding]:
    """A quiz or a scenario is a file of its own."""
    folder = IN_FOLDERS[token.kind]
    path = f"{DATA}/{folder}/{token.id}.yml"
    known = [name.partition("/")[2] for name in project.data if name.startswith(f"{folder}/")]
    if token.id not in known and path not in project.unread:
        yield finding(place, "token-id-unknown", written=token.written, id=token.id, file=f"{folder}/",
                      guess=nearest(token.id, known))
