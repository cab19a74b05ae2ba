"""Finds a phrase of the list in the words of a text: as it is written, with other words between its parts, or without its marks."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import chain, product

from . import ENDS, Word, bare, bare_word
from .variants import Words

LEAST_BARE, LEAST_TYPED_BARE = 3, 2  # words; fewer without their marks could be others
MOST_BETWEEN = 12  # words where a phrase of the list has “…”
AND, ANYTHING = "&", "…"  # as a word of `between`: any words of the sentence
Choice = tuple[Words, Words, str]  # words, the two longest in a row of them, and all between blanks, the last two without marks


@dataclass(eq=False)  # there are many, and frozen ones take three times as long to make
class Phrase:
    """Words one after the other in a language (empty: any); `better` says in English and Vietnamese what to write.

    `kind` is the kind of the entry or glossary, or fine for words that only begin like others. `unless` are the words that make it
    right when they stand just before, `inside` among its own words, `beside` in the same sentence.
    Where the list has “…” the words stand in `parts`, with any of the words of `between` among them.
    """

    words: tuple[str, ...]
    language: str
    kind: str
    level: str
    better: dict
    unless: tuple[tuple[str, ...], ...] = ()
    parts: tuple[tuple[str, ...], ...] = ()
    between: frozenset[str] = frozenset()
    beside: tuple[tuple[str, ...], ...] = ()
    inside: tuple[tuple[str, ...], ...] = ()

    def speaks_on(self, language: str) -> bool:
        """Returns whether a text may hold the words: one plain word can be another word in another language."""
        return language in ("", self.language) or not self.language or len(self.words) > 1 or not self.words[0].isascii()

    def end(self, found: list[Word], at: int, typed_bare: bool = False) -> int:
        """Returns where the words that stand there end, as they are or without their marks; 0 when they do not.

        `typed_bare` says that no word around them has marks.
        """
        heard = [word.text for word in found[at:at + len(self.words) + MOST_BETWEEN * max(0, len(self.parts) - 1)]]
        reach = length_of(self.parts or (self.words,), heard, self.between)
        if not reach and len(self.words) >= (LEAST_TYPED_BARE if typed_bare else LEAST_BARE):
            parts, between = self.unmarked
            reach = length_of(parts, heard, between)
        return at + reach if reach else 0

    @cached_property
    def unmarked(self) -> tuple[tuple[tuple[str, ...], ...], frozenset[str]]:
        """Returns the parts and the words between them, all without their marks."""
        return tuple(tuple(map(bare_word, part)) for part in self.parts or (self.words,)), frozenset(map(bare_word, self.between))


def length_of(parts: tuple[tuple[str, ...], ...], heard: list[str], between: frozenset[str]) -> int:
    """Returns how many of the words heard a phrase takes from the first on, 0 when it does not stand there.

    >>> length_of((("get",), ("back",)), ["get", "all", "back", "now"], frozenset({"all"}))
    3
    >>> length_of((("get",), ("back",)), ["get", "all", "back", "now"], frozenset({ANYTHING}))
    3
    """
    size = len(parts[0])
    if tuple(heard[:size]) != parts[0]:
        return 0
    if len(parts) == 1:
        return size
    for skip in range(min(MOST_BETWEEN, len(heard) - size) + 1):
        if rest := length_of(parts[1:], heard[size + skip:], between):
            return size + skip + rest
        word = heard[size + skip] if size + skip < len(heard) else ""
        if word and word not in between and (ANYTHING not in between or word[0] in ENDS):
            break
    return 0


@dataclass(eq=False)
class Listed:
    """A phrase as it stands in the list, which may stand for many: part by part, each with the words that may stand there.

    `place` is its place in the list; `phrase` makes a phrase of the words that stand in a text.
    """

    place: int
    parts: tuple[tuple[Choice, ...], ...]
    phrase: Callable[..., Phrase]

    def said_in(self, rows: set[Words], in_order: str) -> Iterator[Phrase]:
        """Yields the phrases that may stand in a text with these words and pairs of words in it, all without marks."""
        there = []
        for part in self.parts:
            there.append([words for words, row, plain in part if row in rows and plain in in_order])
            if not there[-1]:
                return
        for some in product(*there):
            yield self.phrase(tuple(chain.from_iterable(some)), parts=some if len(some) > 1 else ())


@cache  # the phrases of a set share their words
def choice(words: Words) -> Choice:
    """Returns words with what tells quickly whether they may stand in a text.

    It's is heard as two words, and & as none.
    """
    heard = bare(" ".join(word for word in words if word != AND)).replace("'", " ").split()
    rows = zip(heard, heard[1:]) if len(heard) > 1 else (tuple(heard),)
    return words, max(rows, key=lambda row: (len("".join(row)), row)), f" {' '.join(heard)} "
