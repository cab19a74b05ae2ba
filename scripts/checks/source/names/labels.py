"""Reads labels: a heading, a question, the head of a column, a line that says nothing but to call somebody, or asks for their number.

Which words those are stands in `numbers/words.yml`: `question`, `asking`, `asked`, `replying`, `here`, `listing`.
"""

import re

from ....facts.words import Word, words
from ..numbers import vocabulary
from .beside import CALLERS, LEADS
from .named import ARTICLES, CALLS, Names, ending, texts_of

Name = tuple[list[Word], str]
ALONE = re.compile(r"[\s.!*_)”\"]*\Z")
FEW, STOPS = 12, ":."  # words of a label; what may stand behind a word of it, as in “Tel.:”


def _each(some: frozenset[str]) -> frozenset[str]:
    """Returns the single words of phrases."""
    return frozenset(word for one in some for word in one.split())


LISTING = vocabulary.plain("listing")
SAYING = _each(LEADS | CALLERS | vocabulary.PRESSING) | vocabulary.plain("replying") | LISTING
AHEAD, ASKED = _each(CALLS | ARTICLES) | vocabulary.plain("asking"), vocabulary.plain("asked")
QUESTION = vocabulary.plain("question")
HERE = _each(vocabulary.LINES) | vocabulary.plain("here")


def only(said: str, some: frozenset[str]) -> bool:
    """Returns whether a text has nothing but some words."""
    return "|" not in said and "[" not in said and all(word.text in some for word in words(said) if word.text not in STOPS)


def name_of(label: str, known: tuple[Names, ...]) -> Name | None:
    """Returns the name that a label says, and as it is written there, if it says nothing but to call it, or asks for its number."""
    heard = [word for word in words(label) if not word.ends]
    asked = next((at for at, word in enumerate(heard) if word.text == ":" and QUESTION.issuperset(texts_of(heard[:at]))), -1)
    heard = [word for word in heard[asked + 1:] if word.text != ":"]
    for end in range(len(heard) if len(heard) <= FEW else 0, 0, -1):
        if name := next(filter(None, (ending(heard[:end], names) for names in known)), []):
            ahead, after = texts_of(heard[:end - len(name)]), texts_of(heard[end:])
            sought = "?" not in label or not ASKED.isdisjoint((*ahead, *after))
            return (name, label[name[0].start:name[-1].end]) if sought and AHEAD.issuperset(ahead) else None
        if heard[end - 1].text not in ASKED:
            return None
    return None
