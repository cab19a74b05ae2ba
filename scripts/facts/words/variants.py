"""Writes out phrases in which a name stands for each word of a set: `(child)` is son, daughter or pupil.

The sets stand in `wording.yml` under `sets`; a set may name other sets, and `2019–` in it is each year from then to this one.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain, islice, product

from ..place import Record, mapping, texts
from . import phrase

NAMED = re.compile(r"\(([^()\s]{1,40})\)")
SINCE = re.compile("([0-9]{4})–")
GAP = "…"  # other words may stand there
MOST, DEEPEST = 3000, 3  # phrases that one part may stand for, and sets inside each other
Words = tuple[str, ...]
Sets = dict[str, tuple[Words, ...]]
Pattern = tuple[tuple[Words, ...], ...]


def sets_of(written: dict[str, object], today: date) -> Sets:
    """Returns the sets of words of `wording.yml` by their names, with those that they name and all years that they mean in their place."""
    sets: Sets = {}
    for _ in range(DEEPEST):
        sets = {name: tuple(islice((one for text in texts(some) for year in _years(text, today) for one in _spelled(year, sets)), MOST))
                for name, some in written.items()}
    return sets


def pattern(written: str, sets: Sets) -> Pattern:
    """Returns a phrase part by part between its “…”, each with all the words that may stand there: one of them for each word of its sets.

    >>> pattern("my (child) … fell", {"child": (("son",), ("little", "girl"))})
    ((('my', 'son'), ('my', 'little', 'girl')), (('fell',),))
    """
    parts = (tuple(filter(None, islice(_spelled(text, sets), MOST))) for text in written.split(GAP))
    return tuple(filter(None, parts))


def _years(text: str, today: date) -> Iterable[str]:
    """Returns a text, or the years that it stands for: 2019– is each of them until today."""
    since = SINCE.fullmatch(text)
    return map(str, range(int(since[1]), today.year + 1)) if since else (text,)


def _spelled(text: str, sets: Sets) -> Iterator[Words]:
    """Yields the words of a text; a set that nobody wrote is the word of its name."""
    if "(" not in text:
        yield phrase(text)
        return
    pieces = [(phrase(piece), sets.get(piece) if at % 2 else None) for at, piece in enumerate(NAMED.split(text))]
    yield from (tuple(chain.from_iterable(some)) for some in product(*(of_set or (plain,) for plain, of_set in pieces)))


def unknown_sets(data: Record) -> Iterator[tuple[Record, str, str]]:
    """Yields the record, the key and the name of each set that is used and that nobody wrote."""
    sets, avoid, signals = (mapping(data.get(name)) for name in ("sets", "avoid", "signals"))
    records = [sets, *map(mapping, avoid.values()), *map(mapping, signals.values())]
    for record, key in ((record, key) for record in records for key in record):
        for name in dict.fromkeys(name for text in texts(record.get(key)) for name in NAMED.findall(text)):
            if not texts(sets.get(name)):
                yield record, key, name
