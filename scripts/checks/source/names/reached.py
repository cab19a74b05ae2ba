"""Finds the full names that a sentence says to answer at a token, whatever else it says in between:
“In town River rescue, where all can swim, now takes calls on [[…]].”

Which words those are stands in `numbers/words.yml`: `answering`, `reached`, `meanwhile`, `placing`; those of `apart`, `parting` and
`negating` say something else of the name.
"""

import re
from collections.abc import Iterator
from itertools import dropwhile

from ....facts.pages.tokens import TOKEN, parse_token
from ....facts.words import Word, words
from ..numbers import vocabulary
from .beside import ANSWERING, FINDING, LEADING, NEAR, NEGATING, PARTING, REACHED, Beside, apart, around, beside, sentence_begins
from .in_sentence import clause_before
from .named import Names, ending, speaks_of, texts_of

LEADS_THERE = re.compile(rf"\b{vocabulary.either('reached')}[\s*_\"“,:]*\Z", re.IGNORECASE)
ALWAYS = re.compile(rf"\b{vocabulary.either('always')}\b")
CLAUSE = re.compile(r"[,()–—]")
MEANWHILE, PLACING = vocabulary.plain("meanwhile"), vocabulary.plain("placing")
SHORT = 4  # words that say where, or since when
Known = tuple[Names, ...]


def reached(text: str, known: Known) -> Iterator[tuple[re.Match, Beside]]:
    """Yields the tokens of a text at which a name before them is said to answer, each with that name."""
    done = 0
    for match in TOKEN.finditer(text):
        start, done = max(done, match.start() - NEAR), match.end()
        if LEADS_THERE.search(text, max(start, match.start() - 20), match.start()):
            first = sentence_begins(text, start, match.start())
            yield from ((match, one) for one in _named(text, first, match, known))


def _named(text: str, first: int, match: re.Match, known: Known) -> Iterator[Beside]:
    heard = words(text[first:match.start()])
    name = next((some for end in range(len(heard), 0, -1) if (some := ending(heard[:end], known[0]))), [])
    if name and _begins(text, first, first + name[0].start) and _answers(text[first + name[-1].end:match.start()]):
        behind = words(text[match.end():match.end() + NEAR].partition("[[")[0].partition("\n")[0])
        if not any(speaks_of(some, parse_token(match[1]).id, known) for some in (heard, behind)):
            yield beside(name, text[first + name[0].start:first + name[-1].end], excuse=around(text, match))


def _begins(text: str, first: int, start: int) -> bool:
    """Returns whether a name begins its clause, but for words that seek it, or say where or since when: “in town”, no “the people in”."""
    said = clause_before(text, first, start)
    placed = 1 < len(said) <= SHORT and said[0] in PLACING and said[-1] not in PLACING
    return placed or said in FINDING or MEANWHILE.issuperset(said)


def _answers(between: str) -> bool:
    """Returns whether a verb of answering follows a name, at once or behind a clause of its own, and leads on to a token."""
    *aside, last = CLAUSE.split(ALWAYS.sub(" ", between))
    said = [*dropwhile(lambda word: word.text in MEANWHILE, words(last))]
    told = texts_of(words(" ".join(aside)))
    if aside and words(aside[0]) or not PARTING.isdisjoint(told) or not NEGATING.isdisjoint(told):
        return False
    return any(texts_of(said[:size]) in ANSWERING and _leads_on(said[size:]) for size in range(1, len(said)))


def _leads_on(rest: list[Word]) -> bool:
    return len(rest) <= LEADING and rest[-1].text in REACHED and not apart(rest)
