"""Finds the names that tokens have in their order: “River rescue and the boat office are [[…]] and [[…]] respectively.”

Bare lists of the same contacts need no word that says so: “River rescue, the boat office: [[…]], [[…]]”.

The words that say so stand in `numbers/words.yml`: `in_order`, `between_names`.
"""

import re
from collections.abc import Iterator

from ....facts.pages.tokens import TOKEN, parse_token
from ....facts.words import Word, holds, words
from ..numbers import vocabulary
from .beside import LEADING, NEAR, STOP, Beside, apart, beside, named_first
from .named import Names, ending, texts_of

IN_ORDER, BETWEEN = vocabulary.phrases("in_order"), vocabulary.plain("between_names")
JOINED = re.compile(r"[\s,*_:]*(?:[^\W\d_]+\s+)?\Z")


def in_order(text: str, known: tuple[Names, ...]) -> Iterator[tuple[re.Match, Beside]]:
    """Yields the tokens of a list, each with the name that stands at its place in a list of names before them."""
    run: list[re.Match] = []
    for match in TOKEN.finditer(text):
        if run and not JOINED.match(text[run[-1].end():match.start()][:NEAR]):
            yield from _paired(text, run, known)
            run = []
        run.append(match)
    yield from _paired(text, run, known)


def _paired(text: str, run: list[re.Match], known: tuple[Names, ...]) -> Iterator[tuple[re.Match, Beside]]:
    if len(run) > 1:
        start, end = run[0].start(), run[-1].end()
        before = STOP.split(text[max(0, start - NEAR):start])[-1]
        behind = STOP.split(text[end:end + NEAR])[0]
        heard = [word for word in words(before) if word.text != ":"]
        ordered = any(holds(texts_of(some), one) for some in (heard, words(behind)) for one in IN_ORDER)
        names = [*_names(_to_name(heard, known) if ordered else heard, known)][::-1]
        if len(names) == len(run):
            if ordered or _bare(heard, names) and _same(names, run, known):
                yield from ((match, beside(name, before[name[0].start:name[-1].end])) for match, name in zip(run, names, strict=True))


def _to_name(heard: list[Word], known: tuple[Names, ...]) -> list[Word]:
    """Returns words up to the last name among them, where those behind it say nothing else of it: “… answer in this order at”."""
    sizes = range(len(heard), max(0, len(heard) - LEADING) - 1, -1)
    size = next((size for size in sizes if any(ending(heard[:size], names) for names in known[:2])), len(heard))
    return heard if apart(heard[size:]) else heard[:size]


def _bare(heard: list[Word], names: list[list[Word]]) -> bool:
    """Returns whether a sentence begins with names, but for an article."""
    return named_first(heard)[0] in (names[0][0], *named_first(names[0]))


def _same(names: list[list[Word]], run: list[re.Match], known: tuple[Names, ...]) -> bool:
    """Returns whether names and tokens are of the same contacts: who lists them twice has one order in mind."""
    ids = {parse_token(match[1]).id for match in run}
    theirs = [ids.intersection(id for table in known[:2] for heard, id, _ in table.get(name[-1].text, ()) if heard == texts_of(name)) for name in names]
    return all(theirs) and set[str]().union(*theirs) == ids


def _names(heard: list[Word], known: tuple[Names, ...]) -> Iterator[list[Word]]:
    """Yields the names with which a sentence ends, the last first, with nothing but joining words between them."""
    while heard:
        if name := ending(heard, known[0]) or ending(heard, known[1]):
            yield name
        elif heard[-1].text not in BETWEEN:
            return
        heard = heard[:-len(name or heard[-1:])]
