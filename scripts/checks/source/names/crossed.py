"""Checks that no name of the registry stands beside the token of another contact: “Peace House: [[contact:police]]”.

Whoever reads that calls the wrong people, and a page that prints it looks right. A name is beside a token where
nothing but signs or a word of calling or belonging parts the two, and it has no token of its own there.
"""

import re
from collections.abc import Iterator
from datetime import date

from ....facts.contacts import Contact
from ....facts.contacts.out_of_service import numbers_of
from ....facts.finding import Finding, finding
from ....facts.pages.tokens import TOKEN, Token, parse_token
from ....facts.project import Project
from ....facts.words import holds, phrase, words
from ....facts.words.said import Said, said
from .beside import NEAR, Beside, before, behind, beside
from .named import Names, labels_of, names_of, owners

NEXT = re.compile(r"[\s,*_/]*(?:[^\W\d_]+\s+)?" + TOKEN.pattern)
MOST = 20  # tokens of one list
# A token that is a whole line, right below a heading, the title of a box, or a line in bold letters.
HEADED = re.compile(r'^[ \t]*(?:#{1,6}[ \t]+|[!?]{3}\+?[ \t]+[\w -]+"|\*\*|__)(?P<name>[^\n]{1,200}?)(?:[ \t]*\{[^}\n]*\}|"|\*\*|__)?[:.]?[ \t]*\n'
                    r"\s*(?:[-*+>][ \t]+)?" + TOKEN.pattern + r"[ \t.]*$", re.MULTILINE)
SECTION = re.compile(r"^#{1,6}[ \t]", re.MULTILINE)


def check(project: Project, today: date) -> Iterator[Finding]:
    """Yields tokens beside which the name of somebody else stands."""
    known = names_of(project), labels_of(project)
    for piece in said(project):
        if "[[contact:" in piece.text:
            yield from _crossed(piece, known, project)
            yield from _headed(piece, known, project)


def _crossed(piece: Said, known: tuple[Names, Names], project: Project) -> Iterator[Finding]:
    text, done, owner = piece.text, 0, ""
    for match in TOKEN.finditer(text):
        token = parse_token(match[1])
        if token.kind == "contact" and token.id in project.contacts:
            start = max(done, match.start() - NEAR)
            for one in (*before(text, start, match.start(), known, owner), *behind(text, match.start(), match.end(), known[0])):
                others = _others(one, project.contacts[token.id], known, project)
                if others and not set(others).intersection(_listed(text, match.end())):
                    yield _told(piece, match.start(), one, others[0], token)
        done, owner = match.end(), token.id


def _headed(piece: Said, known: tuple[Names, Names], project: Project) -> Iterator[Finding]:
    """Yields tokens right below a heading that is the name of a contact whose own token does not stand in that section."""
    for match in HEADED.finditer(piece.text):
        token = parse_token(match[match.lastindex])
        heard = [word for word in words(match["name"]) if not word.ends]
        if token.kind == "contact" and token.id in project.contacts and heard:
            one = beside(heard, match["name"])
            others = _others(one, project.contacts[token.id], known, project)
            if others and not any(_in_section(f"[[contact:{other}]]", piece.text, match.end()) for other in others):
                yield _told(piece, match.start(match.lastindex) - 2, one, others[0], token)


def _in_section(written: str, text: str, at: int) -> bool:
    """Returns whether something stands between a place and the next heading."""
    found = text.find(written, at)
    return found >= 0 and SECTION.search(text, at, found) is None


def _told(piece: Said, at: int, one: Beside, other: str, token: Token) -> Finding:
    return finding(piece.place_at(at), "contact-name-crossed", name=one.written, other=other, written=token.written, contact=token.id)


def _listed(text: str, end: int) -> list[str]:
    """Returns the ids of the tokens that follow in one breath: “A or B: [[contact:a]], [[contact:b]]”."""
    found: list[str] = []
    while (match := NEXT.match(text, end)) and len(found) < MOST:
        found.append(parse_token(match[1]).id)
        end = match.end()
    return found


def _others(one: Beside, contact: Contact, known: tuple[Names, Names], project: Project) -> list[str]:
    """Returns the ids of the other contacts whose name or label this is; none where it is one of this contact, too."""
    return next(filter(None, (_owners(one, contact, names, project) for names in known)), [])


def _owners(one: Beside, contact: Contact, names: Names, project: Project) -> list[str]:
    others = owners(one.heard, one.capitals, names)
    own = any(id == contact.id and one.heard[-len(heard):] == heard for heard, id, _ in names.get(one.heard[-1], ()))
    related = any(project.contacts[id].replaced_by == contact.id or contact.replaced_by == id for id in others)
    return [] if own or related or one.own in others or _run_by(one.heard, contact) else others


def _run_by(heard: tuple[str, ...], contact: Contact) -> bool:
    """Returns whether those people run what cannot be called at all: “the child helpline through its app”."""
    return not numbers_of(contact) and any(holds(phrase(str(name)), heard) for name in contact.operator.values())
