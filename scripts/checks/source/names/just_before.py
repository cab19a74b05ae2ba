"""Finds the names in the sentence before a token, where its own says only to call there: “River rescue swims. Their number: [[…]]”,
“How do I reach River rescue? Call [[…]].”

Which words do that stands in `numbers/words.yml`: `here`, `back`, `replying`, `of_it`, `of_them`, `pointing`, `finding`, `negating`.
"""

import re
from collections.abc import Iterator

from ....facts.pages.tokens import TOKEN, parse_token
from ....facts.words import Word, holds, words
from ..numbers import vocabulary
from .beside import APART, FINDING, NEAR, NEGATING, RESUMING, Beside, apart, around, beside
from .labels import HERE, SAYING, name_of
from .named import ARTICLES, Names, ending, opening, speaks_of, texts_of

DONE = re.compile(r"[*_]*\s*(?:[.!;)]|\Z|\n)")
STOPPED = re.compile(r"([.!?…])(?=\s)")
SHORT = 60  # characters of “The number:”
OF_IT, OF_THEM = vocabulary.phrases("of_it"), vocabulary.phrases("of_them")
BACK = vocabulary.plain("back")
CALLED = SAYING | HERE | frozenset(word for one in OF_IT | OF_THEM for word in one) | vocabulary.plain("pointing")
LONGEST = 3  # words that lead to a name
SENT_ON = APART - {(word,) for word in RESUMING}  # “they pass you on to River rescue”


def just_before(text: str, known: tuple[Names, ...]) -> Iterator[tuple[re.Match, Beside]]:
    """Yields the tokens of a text that the sentence before them names, each with that name."""
    for match in TOKEN.finditer(text):
        if STOPPED.search(text, max(0, match.start() - SHORT), match.start()):
            paragraph = text[max(0, match.start() - NEAR):match.start()].rpartition("\n\n")[2]
            before, stop, said = STOPPED.split(f" . {paragraph}")[-3:]
            heard = [word for word in words(said) if word.text != ":"]
            if (heard or stop == "?") and stop and CALLED.issuperset(texts_of(heard)):
                found = _asked(before, text, match, known) if stop == "?" else _told(before, texts_of(heard), text, match, known)
                yield from ((match, one) for one in found)


def _asked(before: str, text: str, match: re.Match, known: tuple[Names, ...]) -> Iterator[Beside]:
    """Yields the name of which a question asks for the number; the answer says no more than to call."""
    name = name_of(f"{before}?", known[:2])
    if name and DONE.match(text, match.end()):
        yield beside(*name, excuse=around(text, match))


def _told(before: str, said: tuple[str, ...], text: str, match: re.Match, known: tuple[Names, ...]) -> Iterator[Beside]:
    """Yields the name with which a sentence begins, or to which the next one points back, where the rest of it tells of nobody else."""
    sentence, here = words(before), HERE.issuperset(said)
    called = here or SAYING.issuperset(said) and DONE.match(text, match.end())
    name = _first(sentence, known[:1] if BACK.isdisjoint(said) else known[:2]) if called else []
    rest = sentence[sentence.index(name[-1]) + 1:] if name else []
    if not name and any(holds(said, one) for one in OF_IT | OF_THEM):
        name = _last(sentence, said, known[0])
        rest = sentence[:len(sentence) - len(name)]
    parted = not NEGATING.isdisjoint(texts_of(rest)) or not here and apart(rest)
    if name and not parted and not speaks_of(rest, parse_token(match[1]).id, known[:2]):
        yield beside(name, before[name[0].start:name[-1].end], excuse=around(text, match))


def _first(sentence: list[Word], tables: tuple[Names, ...]) -> list[Word]:
    """Returns the name with which a sentence begins, but for an article."""
    start = 1 if sentence and sentence[0].text in ARTICLES else 0
    return next((some for first in {0, start} for size in range(len(sentence), first, -1) for names in tables
                 if (some := sentence[first:size]) == ending(some, names)), [])


def _last(sentence: list[Word], said: tuple[str, ...], names: Names) -> list[Word]:
    """Returns the full name with which a sentence ends: “its number” is that of a thing, “their number” of whom to look for."""
    name = ending(sentence, names)
    lead = opening(sentence[:-len(name)]) if name else ()
    sought = any(lead[-size:] in FINDING and lead[-size - 1:-size] not in SENT_ON for size in range(1, LONGEST + 1))
    return name if sought or any(holds(said, one) for one in OF_IT) else []
