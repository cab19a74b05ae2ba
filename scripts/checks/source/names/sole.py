"""Finds sentences that hold one name and one token, and say nothing of two services: “Mother and child find River rescue by phone at [[…]].”

Whoever gives a number says whose it is, and whoever speaks of two services says how the one leads to the other. Which words do that stands in
`numbers/words.yml`: `two_services`, `parting`, `negating`, `seeking`.
"""

import re
from collections.abc import Iterator

from ....facts.pages.tokens import TOKEN, parse_token
from ....facts.words import Word, holds, words
from ..numbers import vocabulary
from .beside import ANSWERING, FINDING, NEAR, NEGATING, PARTING, STOP, Beside, around, beside, sentence_begins
from .in_sentence import clause_before
from .named import Names, ending, says_line, speaks_of, texts_of

SOUGHT = FINDING - {()}
WHOSE = vocabulary.phrases("number_belonging")
TWO = vocabulary.phrases("two_services")
OTHERWISE = re.compile(r"\||\?\s*\Z")  # a row of a table; a question
BREAK = re.compile(r"[,;:()–—|]")
Known = tuple[Names, ...]


def sole(text: str, known: Known) -> Iterator[tuple[re.Match, Beside]]:
    """Yields the tokens of a text that have one name before them in their sentence, and no other token, each with that name."""
    for match in TOKEN.finditer(text):
        first, last = _sentence(text, match)
        if len(TOKEN.findall(text[first:last])) == 1 and not OTHERWISE.search(text, first, last):
            yield from ((match, one) for one in _named(text, first, last, match, known))


def _sentence(text: str, match: re.Match) -> tuple[int, int]:
    """Returns where the sentence around a token begins and ends."""
    start, until = max(0, match.start() - NEAR), min(len(text), match.end() + NEAR)
    stop = STOP.search(text, match.end(), until)
    return sentence_begins(text, start, match.start()), stop.end() if stop else until


def _named(text: str, first: int, last: int, match: re.Match, known: Known) -> Iterator[Beside]:
    heard = words(text[first:match.start()])
    name = next((some for end in range(len(heard), 0, -1) if (some := _name(heard[:end], known))), [])
    if name and not _parted(text, first, name, match):
        behind, id = words(text[match.end():last]), parse_token(match[1]).id
        if not _of_two([*heard, *behind]) and not any(speaks_of(some, id, known) for some in (heard, behind)):
            yield beside(name, text[first + name[0].start:first + name[-1].end], excuse=around(text, match))


def _name(heard: list[Word], known: Known) -> list[Word]:
    label = ending(heard, known[1])
    return ending(heard, known[0]) or (label if says_line(label) else [])


def _of_two(heard: list[Word]) -> bool:
    """Returns whether a sentence tells how two services belong together, or says something not to be so."""
    said = texts_of(heard)
    return not NEGATING.isdisjoint(said) or any(holds(said, one) for one in TWO)


def _parted(text: str, first: int, name: list[Word], match: re.Match) -> bool:
    """Returns whether the clause of a name says when, or than whom, or goes on to answer, or a clause behind it says to look for somebody."""
    before = clause_before(text, first, first + name[0].start)
    clauses = [texts_of(words(clause)) for clause in BREAK.split(text[first + name[-1].end:match.start()])]
    sought = len(clauses) > 1 and any(holds(clauses[-1], one) for one in SOUGHT)
    told = any(clauses) or any(before[-len(one):] == one for one in WHOSE)
    answers = any(clauses[0][:len(one)] == one for one in ANSWERING)
    return not told or answers or sought or not PARTING.isdisjoint(before) and before not in FINDING
