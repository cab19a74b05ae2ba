"""Finds who runs a service in a label right before a token, or said to answer there: “The river port: [[…]]”, or to have that number.

In a sentence such people do much else. What says whose a number is stands in `numbers/words.yml`: `numbered`, `number_belonging`, `being`.
"""

import re
from collections.abc import Iterator

from ....facts.contacts import Contact
from ....facts.pages.tokens import TOKEN
from ....facts.project import Project
from ....facts.words import Word, holds, phrase, words
from ..numbers import vocabulary
from .beside import NEAR, STOP, Beside, answering, around, beside, named_first
from .named import FEWEST, SAME, Names, ending, longest_first, texts_of, within

LABEL = re.compile(r"^[ \t>]*+(?:[-*+][ \t]+|[0-9]+[.)][ \t]+)?+[*_]*+([^\n:|\[]{1,120}):[*_ \t]*+(?=\[\[)", re.MULTILINE)
NUMBERED = re.compile(rf"[\s*_]*{vocabulary.either('numbered')}\s", re.IGNORECASE)
NUMBER_OF = re.compile(rf"(?:\A|[\n.!?;,]\s*)[ \t>*_-]*(?:the\s)?{vocabulary.either('number_belonging')}\s"
                       rf"(?P<whose>[^\n.!?;:,\[]{{1,120}}?)(?::|\s{vocabulary.either('being')})[\s*_]*\Z", re.IGNORECASE)
PARTS = re.compile(r"[,;/(]")


def operators_of(project: Project) -> Names:
    """Returns who runs contacts, each with all contacts that have the same words in their names, or the same service."""
    run = {contact.id: set(_operators(contact)) for contact in project.contacts.values()}
    told = {contact.id: [*_told(contact)] for contact in project.contacts.values()}
    served = {id: frozenset[int]().union(*map(_services, texts)) for id, texts in told.items()}
    table: Names = {}
    for heard in dict.fromkeys(part for parts in run.values() for part in parts):
        service = _services(heard)
        ids = [id for id, texts in told.items() if service & served[id] or any(within(heard, iter(text)) for text in texts)]
        table.setdefault(heard[-1], []).extend((heard, id, (False,) * len(heard)) for id in sorted(ids, key=lambda id: heard not in run[id]))
    return longest_first(table)


def _operators(contact: Contact) -> Iterator[tuple[str, ...]]:
    parts = (phrase(part) for name in map(str, contact.operator.values()) for part in (name, PARTS.split(name)[0]))
    return (part for part in parts if len(part) >= FEWEST)


def _told(contact: Contact) -> Iterator[tuple[str, ...]]:
    return (phrase(str(name)) for said in (contact.name, contact.also, contact.operator) for name in said.values())


def _services(said: tuple[str, ...]) -> frozenset[int]:
    """Returns which of the services that have several words some words name."""
    return frozenset(at for at, group in enumerate(SAME) if any(holds(said, one) for one in group))


def operated(text: str, operators: Names) -> Iterator[tuple[re.Match, Beside]]:
    """Yields the tokens behind a label that says who runs a service, each with those."""
    for label in LABEL.finditer(text):
        match, heard = TOKEN.match(text, label.end()), words(label[1])
        for some in (heard, named_first(heard)) if match else ():
            end = _longest(some, operators)
            if end and (end == len(some) or answering(texts_of(some[end:]))):
                yield match, beside(some[:end], label[1][some[0].start:some[end - 1].end], excuse=around(text, match))
                break


def _longest(some: list[Word], operators: Names) -> int:
    """Returns how many words are the longest name with which words begin."""
    return next((end for end in range(len(some), 0, -1) if some[:end] == ending(some[:end], operators)), 0)


def numbered(text: str, operators: Names) -> Iterator[tuple[re.Match, Beside]]:
    """Yields the tokens that a sentence says to be the number of those who run a service, each with those."""
    for match in TOKEN.finditer(text):
        for said in (_behind(text, match.end()), _before(text, match.start())):
            heard = words(said)
            for some in (heard, named_first(heard)):
                if end := _longest(some, operators):
                    yield match, beside(some[:end], said[some[0].start:some[end - 1].end], excuse=around(text, match))
                    break


def _behind(text: str, end: int) -> str:
    """Returns what follows “is the number of” right behind a token."""
    said = NUMBERED.match(text, end, end + NEAR)
    return STOP.split(text[said.end():end + NEAR])[0] if said else ""


def _before(text: str, start: int) -> str:
    """Returns whose a number is: “the river port” of “The number of the river port is”."""
    said = NUMBER_OF.search(text, max(0, start - NEAR), start)
    return said["whose"] if said else ""
