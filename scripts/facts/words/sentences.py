"""Cuts the body of a page into sentences as a reader takes them in, each with its line and its number of words.

Headings, tables, code and the shells of boxes are no sentences. A token counts as one word: what it prints is
counted where it is written. In Vietnamese a word is a syllable (tiếng), because that is what stands between spaces.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..pages.links import AUTOLINK, INLINE_LINK, REFERENCE
from ..pages.outline import Outline
from ..pages.tokens import TOKEN

LINE_START = re.compile(r"\s*(?:[-*+]\s+|[0-9]+[.)]\s+|>\s?|:\s{3})*")
ITEM = re.compile(r"\s*(?:[-*+]|[0-9]+[.)])\s")
END = re.compile(r"(?:[.!?]|…(?=\s))[”\"’)\]]*\s+|(?<=:)\s+(?=“)")
SPOKEN = re.compile(r"[^\W_]\S*")
BOX = re.compile(r"\s*!!!")
ANCHOR = re.compile(r"\s\{#[^}]*\}")


@dataclass(frozen=True)
class Sentence:
    """What stands between two full stops; `line` is where its paragraph or list item begins."""

    text: str
    line: int
    words: int


@dataclass(frozen=True)
class Paragraph:
    """The sentences of one paragraph or of one item of a list."""

    sentences: tuple[Sentence, ...]
    line: int
    item: bool


def paragraphs(outline: Outline) -> Iterator[Paragraph]:
    """Yields the paragraphs and list items of a page in order."""
    for passage in outline.passages:
        raw = passage.text.split("\n")
        first = raw[0].strip()
        if first.startswith(("#", "|")) or REFERENCE.match(raw[0]) or set(first) <= set("-*_= "):
            continue
        lines = [(number, LINE_START.sub("", line, count=1)) for number, line in enumerate(raw, passage.line) if not BOX.match(line)]
        if not lines:
            continue
        text = plain(" ".join(line for _, line in lines))
        found = tuple(Sentence(part, lines[0][0], count) for part in _cut(text) if (count := spoken(part)))
        if found:
            yield Paragraph(found, lines[0][0], bool(ITEM.match(raw[0])))


def _cut(text: str) -> Iterator[str]:
    """Yields the sentences of a text; a full stop before a small letter belongs to an abbreviation."""
    start = 0
    for match in END.finditer(text):
        if match.end() == len(text) or not text[match.end()].islower():
            yield text[start:match.end()].strip()
            start = match.end()
    yield text[start:].strip()


def plain(text: str) -> str:
    """Returns a line as it is read: the words of links, one word for a token, no emphasis."""
    text = TOKEN.sub("T", INLINE_LINK.sub(r"\2", AUTOLINK.sub(r"\1", text)))
    return re.sub(r"[*_`]+", "", ANCHOR.sub("", text)).strip()


def spoken(text: str) -> int:
    """Returns how many words a text has.

    >>> spoken("Gọi 113 ngay – đừng chờ!"), spoken("Don’t pay (24/7).")
    (5, 3)
    """
    return len(SPOKEN.findall(text))


def page_words(outline: Outline) -> int:
    """Returns the words of a whole page, tables and headings included."""
    return sum(spoken(_bare(passage.text)) for passage in outline.passages)


def _bare(text: str) -> str:
    """Returns a passage without the signs of lists, the kinds of boxes and the bars of tables."""
    lines = (LINE_START.sub("", line, count=1) for line in text.split("\n") if not BOX.match(line))
    return plain(" ".join(lines).replace("|", " "))
