"""Finds headings, links and tokens in Markdown, each with its line, without rendering it.

Rendering tells what a reader gets but forgets which line wrote it; this scan remembers the line.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .headings import Heading, headings
from .passages import Passage, passages
from .tokens import Token, tokens_in

NESTED = r"(?:[^\[\]]|\[(?:[^\[\]]|\[[^\[\]]*\])*\])*"
INLINE_LINK = re.compile(rf"(!?)\[({NESTED})\]\(([^()]*(?:\([^()]*\)[^()]*)*)\)")
TITLE = re.compile(r"""\s+(?:"[^"]*"|'[^']*')\s*\Z""")
REFERENCE = re.compile(r" {0,3}\[([^\[\]]+)\]:\s*(\S+)\s*(?:[\"'(].*)?\Z")
AUTOLINK = re.compile(r"<((?:https?|mailto|tel|sms):[^\s<>]+)>", re.IGNORECASE)


@dataclass(frozen=True)
class Link:
    """A link or picture as written."""

    target: str
    text: str
    image: bool
    line: int


@dataclass(frozen=True)
class Outline:
    """What a scan of one page finds, in the order of its lines."""

    headings: tuple[Heading, ...]
    links: tuple[Link, ...]
    tokens: tuple[tuple[Token, int], ...]
    passages: tuple[Passage, ...]


def outline(markdown: str, first_line: int = 1) -> Outline:
    """Returns the outline of a page whose Markdown starts on `first_line` of its file."""
    found = tuple(passages(markdown, first_line))
    links = tuple(link for passage in found for link in _links(passage))
    tokens = tuple((token, number) for passage in found for _, text, number in passage.lines()
                   for token in tokens_in(text))
    return Outline(headings(found), links, tokens, found)


def _links(passage: Passage) -> Iterator[Link]:
    for match in INLINE_LINK.finditer(passage.text):
        target = _target(match[3])
        yield Link(target, match[2], bool(match[1]), passage.line_at(match.start()))
    for match in AUTOLINK.finditer(passage.text):
        yield Link(match[1], match[1], False, passage.line_at(match.start()))
    for _, text, number in passage.lines():
        if match := REFERENCE.match(text):
            yield Link(_target(match[2]), match[1], False, number)


def _target(written: str) -> str:
    """Returns the address between the brackets of a link, without its title."""
    address = TITLE.sub("", written).strip()
    pointed = re.match(r"<([^<>]*)>", address)
    return pointed[1] if pointed else address
