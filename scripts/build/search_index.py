"""Packs what pages say into a small list of words, each with the places where it stands.

A reader on a weak signal waits for every byte, so the list says as much as fits: small sites
keep the exact section of each word, larger ones the page only, and leave out of the list what stands
almost everywhere. The browser unpacks it with `search-engine.js`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

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
    Detail(0, 0, 0, 0.35), Detail(0, 0, 0, 0.2), Detail(0, 80, 0, 0.5, False), Detail(0, 0, 0, 0.3, False))


class Places:
    """Collects for each word the pages and the sections in which it stands."""

    def __init__(self, pages: Sequence[Sequence[Iterable[str]]], extra: Iterable[str] = ()):
        """`pages` holds for each page the terms of each of its sections; `extra` are terms that stand nowhere."""
        self.count = len(pages)
        self.by_page: dict[str, list[int]] = {term: [] for term in extra}
        self.by_section: dict[str, list[int]] = {term: [] for term in extra}
        number = self.count
        for at, sections in enumerate(pages):
            for section in sections:
                self._add(self.by_section, set(section), number)
                number += 1
            self._add(self.by_page, set().union(*sections), at)
        self.words = sorted(self.by_page)

    @staticmethod
    def _add(index: dict[str, list[int]], found: Iterable[str], number: int) -> None:
        for term in found:
            index.setdefault(term, []).append(number)

    def packed(self, detail: Detail) -> str:
        """Returns the places of every word, in the order of `words`, joined by commas."""
        return ",".join(self._places(word, detail) for word in self.words)

    def _places(self, word: str, detail: Detail) -> str:
        share = len(self.by_page[word]) / max(self.count, 1)
        if share > detail.common:
            return EVERYWHERE
        return pack_numbers((self.by_section if share <= detail.exact else self.by_page)[word])
