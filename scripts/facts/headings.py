"""Finds the headings of a page and the anchors that links can lead to.

The rules are Python-Markdown's, not GitHub's: a line is a heading even without a space behind its
`#`, so a hashtag at the beginning of a line becomes one, and a line above `---` does, too.
"""

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .passages import Passage
from .slug import slug

HEADING = re.compile(r"(#{1,6})(.*)\Z")
UNDERLINE = re.compile(r"(?:=+|-+) *\Z")
ATTRIBUTES = re.compile(r"\s+\{:?\s*#([^\s}]+)[^}]*\}\s*\Z")
LINK = re.compile(r"!?(?<!\[)\[([^\[\]]*)\]\([^()]*\)")
EMPHASIS = re.compile(r"[*`]|(?<!\w)_+|_+(?!\w)")
ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


@dataclass(frozen=True)
class Heading:
    """A heading; `explicit` says that its anchor is written out as `{#anchor}`."""

    level: int
    text: str
    anchor: str
    explicit: bool
    line: int


def headings(passages: Iterable[Passage]) -> tuple[Heading, ...]:
    """Returns the headings of a page in order, with the anchors that Python-Markdown gives them."""
    written = [(level, *_taken_apart(text), line) for passage in passages for level, text, line in _written(passage)]
    taken = {anchor: 0 for _, _, anchor, _ in written if anchor}
    return tuple(Heading(level, text, anchor or _free(slug(text), taken), bool(anchor), line)
                 for level, text, anchor, line in written)


def _written(passage: Passage) -> Iterator[tuple[int, str, int]]:
    lines = list(passage.lines())
    if len(lines) > 1 and UNDERLINE.match(lines[1][0]) and not HEADING.match(lines[0][0]):
        yield (1 if lines[1][0].startswith("=") else 2), lines[0][0], passage.line
    for raw, _, number in lines:
        if match := HEADING.match(raw):
            yield len(match[1]), match[2], number


def _taken_apart(written: str) -> tuple[str, str]:
    """Returns the text of a heading as a reader sees it, and its written anchor or an empty string."""
    given = ATTRIBUTES.search(written)
    text = ATTRIBUTES.sub("", written).strip().rstrip("#").strip()
    text = EMPHASIS.sub("", LINK.sub(r"\1", text))
    return html.unescape(ESCAPED.sub(r"\1", text)), given[1] if given else ""


def _free(anchor: str, taken: dict[str, int]) -> str:
    """Returns the anchor as Python-Markdown numbers it when it is empty or taken already.

    `taken` holds how often each anchor was numbered; the new one is entered into it.
    """
    free, number = anchor, taken.get(anchor, 0)
    while free in taken or not free:
        number += 1
        free = f"{anchor}_{number}"
    taken[anchor] = number
    taken.setdefault(free, 0)
    return free
