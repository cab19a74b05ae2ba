"""What a text says near to what: its words with their places, and the contacts that it speaks of by a token or by name."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import takewhile

from ....facts.pages.tokens import TOKEN, Token, parse_token
from ....facts.words import Word
from .named import Names, ending, owners_of

KINDS = ("contact", "contacts")
SILENT = re.compile(TOKEN.pattern + r"|\{[#:][^{}\n]*\}|\((?<=\]\()[^()\s]*\)|https?://\S+")  # what a reader does not read as words
LOOK = 40  # words of a gap, more than any that joins a claim and a contact


@dataclass(frozen=True)
class Reading:
    """A text with its tokens blotted out, its words, and where each of them begins."""

    text: str
    found: list[Word]
    starts: list[int]

    def between(self, start: int, end: int) -> list[Word]:
        """Returns the first words that begin in a stretch of the text; nobody needs more of them."""
        first = bisect_left(self.starts, start)
        return self.found[first:min(bisect_left(self.starts, end), first + LOOK)]

    def before(self, end: int) -> list[Word]:
        """Returns the last words before a place that belong to its sentence."""
        last = bisect_left(self.starts, end)
        some = self.found[max(0, last - LOOK):last]
        return some[next((at for at in range(len(some), 0, -1) if some[at - 1].ends), 0):]

    def sentence(self, at: int) -> list[Word]:
        """Returns the words around a place that belong to its sentence."""
        first = bisect_left(self.starts, at)
        return [*self.before(at), *takewhile(lambda word: not word.ends, self.found[first:first + LOOK])]


@dataclass(frozen=True)
class Span:
    """A stretch of a text: a claim, or contacts named in one breath with what their tokens say; `name` says that it has names only."""

    start: int
    end: int
    tokens: tuple[Token, ...] = ()
    name: bool = False


def spoken_of(text: str, reading: Reading, names: Names) -> list[Span]:
    """Returns the contacts of a text, each as its token or as its name, in their order."""
    tokens = ((match, parse_token(match[1])) for match in TOKEN.finditer(text))
    found = [Span(match.start(), match.end(), (token,)) for match, token in tokens if token.kind in KINDS]
    for at, word in enumerate(reading.found):
        if word.text in names and (name := ending(reading.found[max(0, at - LOOK):at + 1], names)):
            known = owners_of(name, names)
            tokens_of = tuple(Token(reading.text[name[0].start:word.end], KINDS[0], id) for id in known)
            if known:
                found.append(Span(name[0].start, word.end, tokens_of, True))
    return sorted(found, key=lambda one: one.start)
