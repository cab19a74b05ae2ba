"""Packs what pages say into a small list of words, each with the places where it stands.

A reader on a weak signal waits for every byte, so the list says as much as fits: small sites
keep the exact section of each word, larger ones the page only, and leave out of the list what stands
almost everywhere. The browser unpacks it with `search-engine.js`.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

# Printable ASCII without the quote and the backslash, which JSON would double, and without
# the comma, which separates lists. The first LOW letters end a number, the others carry on.
LETTERS = "".join(chr(code) for code in range(33, 127) if chr(code) not in '"\\,*')
LOW = 60
EVERYWHERE = "*"


def pack_numbers(numbers: Sequence[int]) -> str:
    """Returns rising numbers as the distances between them, mostly one letter each."""
    last, packed = -1, []
    for number in numbers:
        packed.append(_letters(number - last - 1))
        last = number
    return "".join(packed)


def _letters(distance: int) -> str:
    rest, end = divmod(distance, LOW)
    carry = ""
    while rest:
        rest, digit = divmod(rest - 1, len(LETTERS) - LOW)
        carry = LETTERS[LOW + digit] + carry
    return carry + LETTERS[end]


def pack_words(words: Iterable[str]) -> str:
    """Returns sorted words, each as the length of the beginning it shares with the last one (A=0) and its rest."""
    last, packed = "", []
    for word in words:
        shared = _shared(last, word)
        packed.append(chr(65 + shared) + word[shared:])
        last = word
    return "".join(packed)


def _shared(one: str, other: str) -> int:
    length = 0
    for left, right in zip(one[:25], other):
        if left != right:
            break
        length += 1
    return length


@dataclass(frozen=True)
class Detail:
    """How much the data says, from the first (all) to the last (least) of DETAILS.

    `excerpt` and `opening` are the characters kept of a section and of a page's first section. A word on at
    most the share `exact` of the pages is listed by section, other words by page; a word on more than the
    share `common` counts as standing on every page. Without `headings`, a page is one section.
    """

    excerpt: int
    opening: int
    exact: float
    common: float
    headings: bool = True


DETAILS = (
    Detail(320, 320, 1, 1), Detail(240, 240, 1, 1), Detail(160, 160, 1, 0.9), Detail(120, 160, 0.3, 0.75),
    Detail(80, 140, 0.2, 0.7), Detail(50, 120, 0.1, 0.65), Detail(0, 120, 0.05, 0.6), Detail(0, 80, 0.02, 0.45),
    Detail(0, 0, 0, 0.35), Detail(0, 0, 0, 0.22), Detail(0, 0, 0, 0.12), Detail(0, 80, 0, 0.5, False),
    Detail(0, 0, 0, 0.3, False))


class Places:
    """Knows for each word the pages and the sections in which it stands."""

    def __init__(self, pages: Sequence[Sequence[Sequence[str]]], extra: Iterable[str] = ()):
        """`pages` holds for each page the terms of each of its sections; `extra` are terms that stand nowhere."""
        self.pages = pages
        self.by_page = _numbered((chain.from_iterable(sections) for sections in pages), 0)
        self.words = sorted({*self.by_page, *extra})

    @cached_property
    def by_section(self) -> dict[str, list[int]]:
        """Returns the numbers of the sections of each word; they go on where those of the pages end."""
        return _numbered(chain.from_iterable(self.pages), len(self.pages))

    def packed(self, detail: Detail) -> str:
        """Returns the places of every word, in the order of `words`, joined by commas."""
        return ",".join(self._places(word, detail) for word in self.words)

    def _places(self, word: str, detail: Detail) -> str:
        pages = self.by_page.get(word, [])
        share = len(pages) / max(len(self.pages), 1)
        if share > detail.common:
            return EVERYWHERE
        return pack_numbers(self.by_section[word] if pages and share <= detail.exact else pages)


def _numbered(texts: Iterable[Iterable[str]], first: int) -> dict[str, list[int]]:
    found = defaultdict(list)
    for number, text in enumerate(texts, first):
        for term in set(text):
            found[term].append(number)
    return found
