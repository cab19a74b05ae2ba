"""Finds the mark of a platform in the sentence before a token, or in the question before that: “Trouble on Boats? See [[…]].”

Where a sentence names two platforms, it may lead from the one to the other.
"""

import re
from collections.abc import Iterator

from ....facts.contacts import Contact
from ....facts.pages.tokens import TOKEN, parse_token
from ....facts.project import Project
from ....facts.words import Word, phrase, words
from .beside import NEAR, STOP, Beside, apart, around, beside
from .named import PLATFORM, Names, ending, owners_of, texts_of

LEADING = 3  # words before a mark that may say something else of it, its own among them


def on_platforms(text: str, brands: Names, project: Project) -> Iterator[tuple[re.Match, Beside]]:
    """Yields the tokens of platforms before which one mark stands, each with that."""
    for match in TOKEN.finditer(text) if brands else ():
        contact = project.contacts.get(parse_token(match[1]).id)
        if contact and contact.kind == PLATFORM:
            start = _asked(text, match.start())
            heard = words(text[start:match.start()])
            named = [(at, name) for at in range(len(heard)) if (name := ending(heard[:at + 1], brands))]
            if len(named) == 1 and not _speaks_of(heard, contact) and not apart(heard[max(0, named[0][0] - LEADING):]):
                name = named[0][1]
                others = owners_of(name, brands)
                if any(project.contacts[id].operator == contact.operator for id in others):
                    continue  # one firm may have the help for several of its platforms in one place
                yield match, beside(name, text[start + name[0].start:start + name[-1].end], excuse=around(text, match))


def _speaks_of(heard: list[Word], contact: Contact) -> bool:
    """Returns whether words hold how a contact, or who runs it, begins."""
    own = {word for said in (contact.name, contact.operator) for name in said.values() for word in phrase(str(name))[:1]}
    return not own.isdisjoint(texts_of(heard))


def _asked(text: str, end: int) -> int:
    """Returns where the sentence before a place begins, or the question before that."""
    first = max(0, end - NEAR)
    stops = [*STOP.finditer(text, first, end)]
    if stops and stops[-1][0] == "?":
        stops.pop()
    return stops[-1].end() if stops else first
