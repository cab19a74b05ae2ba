"""Finds the links of a page as they are written: in the text, by reference, and in angle brackets."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .passages import Passage

NESTED = r"(?:[^\[\]]|\[(?:[^\[\]]|\[[^\[\]]*\])*\])*"
INLINE_LINK = re.compile(rf"(!?)\[({NESTED})\]\(([^()]*(?:\([^()]*\)[^()]*)*)\)")
TITLE = re.compile(r"""(?<!\s)\s++(?:"[^"]*"|'[^']*')\s*\Z""")
REFERENCE = re.compile(r" {0,3}\[([^\[\]]+)\]:\s*(\S+)\s*(?:[\"'(].*)?\Z")
# Python-Markdown takes the address from the next line, too.
SPLIT_REFERENCE = re.compile(r"^ {0,3}\[([^\[\]\n]+)\]:[ \t]*\n[ \t]*(\S+)", re.MULTILINE)
AUTOLINK = re.compile(r"<((?:https?|mailto|tel|sms):[^\s<>]+)>", re.IGNORECASE)


@dataclass(frozen=True)
class Link:
    """A link or picture as written."""

    target: str
    text: str
    line: int


def links(passage: Passage) -> Iterator[Link]:
    """Yields the links of a passage; a picture inside a link is a link of its own."""
    for match in INLINE_LINK.finditer(passage.text) if "](" in passage.text else ():
        yield from _inline(match, passage)
    for match in AUTOLINK.finditer(passage.text):
        yield Link(match[1], match[1], passage.line_at(match.start()))
    for _, text, number in passage.lines() if "]:" in passage.text else ():
        if match := REFERENCE.match(text):
            yield Link(target_of(match[2]), match[1], number)
    for match in SPLIT_REFERENCE.finditer(passage.text) if "]:" in passage.text else ():
        yield Link(target_of(match[2]), match[1], passage.line_at(match.start()))


def _inline(match: re.Match, passage: Passage) -> Iterator[Link]:
    line = passage.line_at(match.start())
    for inner in INLINE_LINK.finditer(match[2]) if "](" in match[2] else ():
        yield Link(target_of(inner[3]), inner[2], line)
    yield Link(target_of(match[3]), match[2], line)


def target_of(written: str) -> str:
    """Returns the address between the brackets of a link, without its title."""
    address = TITLE.sub("", written).strip()
    pointed = re.match(r"<([^<>]*)>", address)
    return pointed[1] if pointed else address
