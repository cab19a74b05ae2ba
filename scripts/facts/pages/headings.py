"""Finds the headings of a page and the anchors that links can lead to.

The rules are Python-Markdown's, not GitHub's: a line is a heading even without a space behind its
`#`, so a hashtag at the beginning of a line becomes one, and a line above `---` does, too.
"""

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .links import AUTOLINK, INLINE_LINK
from .slug import slug

HEADING = re.compile(r"(#{1,6})(.*)\Z")
UNDERLINE = re.compile(r"(?:=+|-+) *\Z")
RULE = re.compile(r" {0,3}([-_*])(?: {0,2}\1){2,} *\Z")
# Python-Markdown wants a space before the brace; without one the checks refuse it, so here it may be missing.
ATTRIBUTES = re.compile(r"\{:?\s*#([^\s{}]+)[^{}]*\}\Z")
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


def headings(lines: Iterable[str], first_line: int) -> tuple[Heading, ...]:
    """Returns the headings of a page in order, with the anchors that Python-Markdown gives them.

    `lines` are the page without fenced code, of which the first is `first_line` of its file.
    """
    written = [(level, *_taken_apart(text), line) for level, text, line in _written(lines, first_line)]
    taken = {anchor: 0 for _, _, anchor, _ in written if anchor}
    return tuple(Heading(level, text, anchor or _free(slug(text), taken), bool(anchor), line)
                 for level, text, anchor, line in written)


def _written(lines: Iterable[str], first_line: int) -> Iterator[tuple[int, str, int]]:
    block: list[tuple[str, int]] = []
    for number, line in enumerate(lines, first_line):
        match = HEADING.match(line)
        if not match and line.strip():
            block.append((line, number))
            continue
        yield from _underlined(block)
        block = []
        if match:
            yield len(match[1]), match[2], number
    yield from _underlined(block)


def _underlined(lines: list[tuple[str, int]]) -> Iterator[tuple[int, str, int]]:
    """Yields the headings written by underlining: the first two lines of a block, or below a rule."""
    at = 0
    while at + 1 < len(lines):
        (text, number), (below, _) = lines[at:at + 2]
        if UNDERLINE.match(below):
            yield (1 if below.startswith("=") else 2), text, number
            at += 2
        else:
            at = next((rule + 1 for rule in range(at, len(lines)) if RULE.match(lines[rule][0])), len(lines))


def _taken_apart(written: str) -> tuple[str, str]:
    """Returns the text of a heading as a reader sees it, and its written anchor or an empty string."""
    line = written.strip().rstrip("#").strip()
    given = ATTRIBUTES.search(line, 1)  # with nothing before it, it is the text of the heading
    text = line[:given.start()].strip().rstrip("#").strip() if given else line
    text = INLINE_LINK.sub(lambda link: "" if link[1] else link[2], AUTOLINK.sub(r"\1", text))
    text = EMPHASIS.sub("", text)
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
