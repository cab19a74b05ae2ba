"""Checks that no name of the registry stands beside the token of another contact: “Peace House: [[contact:police]]”.

Whoever reads that calls the wrong people, and a page that prints it looks right. A name is beside a token where
nothing but a colon, a dash, a bracket or a word of calling parts the two, and it has no token of its own there.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import takewhile

from ...facts.contacts import Contact
from ...facts.finding import Finding, finding
from ...facts.project import Project
from ...facts.said import Said, said
from ...facts.tokens import TOKEN, parse_token
from ...facts.words import Word, words
from .named import CALLS, Names, ending, labelled, labels_of, names_of, owners, texts_of
from .numbers import vocabulary

NEAR, GAP, ANSWERED = 200, 3, 6  # characters that are looked at; words of calling; words of answering
BETWEEN = re.compile(r"[\s:：–—\-(\[|*_\"“”‘’]*\Z")
BESIDE = re.compile(r"[\s*_]*(?:\(([^()\n]*)\)|[–—-]\s+([^.;,|()\n]*)(?=[.;|]?\s*(?:\n|\Z)))")
LINE = re.compile(r"\n[ \t]*(?:\n|[-*+>|#]|[0-9]+[.)])")
PARTED = re.compile(r"[,;.!?]")
REACHED = vocabulary.plain("reached")
ANSWERING = vocabulary.phrases("answering")
NEXT = re.compile(r"[\s,*_/]*(?:[^\W\d_]+\s+)?" + TOKEN.pattern)
MOST = 20  # tokens of one list


@dataclass(frozen=True)
class Beside:
    """A name beside a token: its words, which of them begin with a capital, as written; `own` is the token that it stands right behind."""

    heard: tuple[str, ...]
    capitals: tuple[bool, ...]
    written: str
    own: str = ""


def check(project: Project, today: date) -> Iterator[Finding]:
    """Yields tokens beside which the name of somebody else stands."""
    names, labels = names_of(project), labels_of(project)
    for piece in said(project):
        if "[[contact:" in piece.text:
            yield from _crossed(piece, names, labels, project)


def _crossed(piece: Said, names: Names, labels: Names, project: Project) -> Iterator[Finding]:
    text, done, before = piece.text, 0, ""
    for match in TOKEN.finditer(text):
        token = parse_token(match[1])
        if token.kind == "contact" and token.id in project.contacts:
            beside = (*_before(text, max(done, match.start() - NEAR), match.start(), (names, labels), before), *_behind(text, match.end()))
            for one in beside:
                others = _others(one, project.contacts[token.id], names, project) or _others(one, project.contacts[token.id], labels, project)
                if others and not set(others).intersection(_listed(text, match.end())):
                    yield finding(piece.place_at(match.start()), "contact-name-crossed", name=one.written,
                                  other=others[0], written=token.written, contact=token.id)
        done, before = match.end(), token.id


def _listed(text: str, end: int) -> list[str]:
    """Returns the ids of the tokens that follow in one breath: “A or B: [[contact:a]], [[contact:b]]”."""
    found: list[str] = []
    while (match := NEXT.match(text, end)) and len(found) < MOST:
        found.append(parse_token(match[1]).id)
        end = match.end()
    return found


def _beside(some: list[Word], written: str, own: str = "") -> Beside:
    return Beside(texts_of(some), tuple(word.capital for word in some), written, own)


def _before(text: str, start: int, end: int, known: tuple[Names, Names], before: str) -> Iterator[Beside]:
    """Yields the longest name that ends right before a token, on its line or in the cell before."""
    last = max((line.end() - 1 for line in LINE.finditer(text, start, end)), default=start)
    heard = [word for word in words(text[last:end]) if word.text != ":"]
    for gap in range(min(ANSWERED, len(heard)) + 1):
        found, leading = heard[:len(heard) - gap], texts_of(heard[len(heard) - gap:])
        if name := ending(_cell(found), known[0]) or labelled(_cell(found), known[1]):
            if _joined(text[last + name[-1].end:end], leading, len(name) == len(found) or found[-len(name) - 1].ends):
                own = before if last == start and len(name) == len(found) else ""
                yield _beside(name, text[last + name[0].start:last + name[-1].end], own)
            return


def _joined(between: str, leading: tuple[str, ...], label: bool) -> bool:
    """Returns whether nothing but signs stands between a name and a token, or words of calling that lead from the one to the other."""
    if not leading:
        return BETWEEN.match(between) is not None
    known = CALLS if label else REACHED
    called = len(leading) <= GAP and (set(leading) <= known or " ".join(leading) in known)
    return (called or _answering(leading)) and PARTED.search(between) is None


def _answering(leading: tuple[str, ...]) -> bool:
    """Returns whether words say that somebody answers there: “… can be reached at”."""
    return any(leading[:size] in ANSWERING and set(leading[size:]) <= REACHED for size in range(1, len(leading) + 1))


def _cell(found: list[Word]) -> list[Word]:
    """Returns words without the end of the cell behind them, where the cell holds nothing else."""
    return found[:-1] if found and found[-1].text == "|" else found


def _behind(text: str, end: int) -> Iterator[Beside]:
    """Yields what stands in a bracket, or behind a dash up to the end of the sentence, right behind a token."""
    match = BESIDE.match(text, end, end + NEAR)
    inside = (match[1] or match[2] or "") if match else ""
    found = list(takewhile(lambda word: not word.ends, words(inside)))
    if found:
        yield _beside(found, inside.strip())


def _others(one: Beside, contact: Contact, names: Names, project: Project) -> list[str]:
    """Returns the ids of the other contacts whose name this is; none where it is one of this contact, too."""
    others = owners(one.heard, one.capitals, names)
    own = any(id == contact.id and one.heard[-len(heard):] == heard for heard, id, _ in names.get(one.heard[-1], ()))
    related = any(project.contacts[id].replaced_by == contact.id or contact.replaced_by == id for id in others)
    return [] if own or related or one.own in others else others
