"""Checks that no name of the registry stands beside the token of another contact: “Peace House: [[contact:police]]”.

Whoever reads that calls the wrong people, and a page that prints it looks right. A name is beside a token where
nothing but signs or a word of calling or belonging parts the two, or above it as a label, and it has no token of its own there.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from ....facts.contacts import Contact
from ....facts.contacts.out_of_service import numbers_of
from ....facts.finding import Finding, finding
from ....facts.pages.tokens import TOKEN, parse_token
from ....facts.project import Project
from ....facts.words import phrase
from ....facts.words.said import Said, unheard
from ..numbers import vocabulary
from .above import above
from .beside import NEAR, Beside, before, behind
from .in_order import in_order
from .in_sentence import in_sentence
from .in_tables import Table, apart_cells, in_tables, tables
from .just_before import just_before
from .named import PLATFORM, Names, brands_of, labels_of, names_of, owners, within
from .on_platforms import on_platforms
from .operators import numbered, operated, operators_of
from .reached import reached
from .sole import sole

NEXT = re.compile(rf"[\s,*_/]*(?!{vocabulary.either('negating')}\b)(?:[^\W\d_]+\s+)?" + TOKEN.pattern)
BRANDS = 2  # where the table of marks stands
MOST = 20  # tokens of one list
Known = tuple[Names, ...]


def check(project: Project, today: date) -> Iterator[Finding]:
    """Yields tokens beside which the name of somebody else stands."""
    known = names_of(project), labels_of(project), brands_of(project), operators_of(project)
    for piece in unheard(project):
        if "[[contact:" in piece.text:
            yield from _crossed(piece, known, project)


def _crossed(piece: Said, known: Known, project: Project) -> Iterator[Finding]:
    """Yields the first name of somebody else at each token of a text."""
    text, told = piece.text, set[int]()
    for match, one, names in _named(text, known, project):
        token = parse_token(match[1])
        if match.start() not in told and token.kind == "contact" and token.id in project.contacts:
            others = _others(one, project.contacts[token.id], names, project)
            if others and not any(f"[[contact:{other}]]" in one.excuse for other in others):
                told.add(match.start())
                yield finding(piece.place_at(match.start()), "contact-name-crossed", name=one.written, other=others[0],
                              written=token.written, contact=token.id)


def _named(text: str, known: Known, project: Project) -> Iterator[tuple[re.Match, Beside, Known]]:
    """Yields the tokens of a text, each with a name beside it, above it, or before it, and the names that may hold it."""
    names, brands, operators = known[:3], known[2], known[3]
    some = tables(text)
    for found in (_beside(text, some, names), above(text, names), just_before(text, names), in_tables(text, some, names), in_order(text, names),
                  in_sentence(text, names), reached(text, names), sole(text, names), on_platforms(text, brands, project)):
        yield from ((match, one, names) for match, one in found)
    yield from ((match, one, (operators,)) for find in (operated, numbered) for match, one in find(text, operators))


def _beside(text: str, some: list[Table], known: Known) -> Iterator[tuple[re.Match, Beside]]:
    done, owner, cells = 0, "", apart_cells(text, some)
    for match in TOKEN.finditer(text):
        first, last = cells.get(match.start(), (0, len(text)))
        start = max(done, match.start() - NEAR, first)
        for one in (*before(text, start, match.start(), known, owner), *behind(text, match, last, known)):
            yield match, replace(one, excuse=one.excuse + _listed(text, match.end()))
        done, owner = match.end(), parse_token(match[1]).id


def _listed(text: str, start: int) -> str:
    """Returns the tokens that follow in one breath: “A or B: [[contact:a]], [[contact:b]]”."""
    end = start
    for _ in range(MOST):
        if not (match := NEXT.match(text, end)):
            break
        end = match.end()
    return text[start:end]


def _others(one: Beside, contact: Contact, known: Known, project: Project) -> list[str]:
    """Returns the ids of the other contacts whose name or label this is; none where it is one of this contact, too.

    The mark of a platform is a name for its reports alone: “Boats: call [[contact:police]]” is good advice.
    """
    tables = known if contact.kind == PLATFORM else known[:BRANDS]
    return next(filter(None, (_owners(one, contact, names, project) for names in tables)), [])


def _owners(one: Beside, contact: Contact, names: Names, project: Project) -> list[str]:
    others = owners(one.heard, one.capitals, names)
    own = any(id == contact.id and one.heard[-len(heard):] == heard for heard, id, _ in names.get(one.heard[-1], ()))
    related = any(project.contacts[id].replaced_by == contact.id or contact.replaced_by == id for id in others)
    return [] if own or related or one.own in others or _run_by(one.heard, contact) else others


def _run_by(heard: tuple[str, ...], contact: Contact) -> bool:
    """Returns whether those people run what cannot be called at all: “the child helpline through its app”."""
    return not numbers_of(contact) and any(within(heard, iter(phrase(str(name)))) for name in contact.operator.values())
