"""Finds headings, links and tokens in Markdown, each with its line, without rendering it.

Rendering tells what a reader gets but forgets which line wrote it; this scan remembers the
line. It knows fenced code and code spans, so that examples of tokens and links stay examples.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .slug import slug
from .tokens import TOKEN, Token, parse_token

FENCE = re.compile(r"\s*(`{3,}|~{3,})")
HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*\s*\Z")
ATTRIBUTES = re.compile(r"\s*\{:?\s*#([^\s}]+)[^}]*\}\s*\Z")
CODE_SPAN = re.compile(r"(`+)(?!`)(.*?)(?<!`)\1(?!`)")
INLINE_LINK = re.compile(r"(!?)\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\(\s*<?([^)\s>]*)>?(?:\s+[\"'][^)]*)?\s*\)")
REFERENCE = re.compile(r" {0,3}\[([^\]]+)\]:\s*<?(\S+?)>?(?:\s+[\"'(].*)?\Z")
AUTOLINK = re.compile(r"<((?:https?|mailto|tel|sms):[^\s<>]+)>", re.IGNORECASE)
MARKUP = re.compile(r"[*_`]|!?\[|\]\([^)]*\)|\]")


@dataclass(frozen=True)
class Heading:
    """A heading; `explicit` says that its anchor is written out as `{#anchor}`."""

    level: int
    text: str
    anchor: str
    explicit: bool
    line: int


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
    prose: tuple[tuple[str, int], ...]


def outline(markdown: str, first_line: int = 1) -> Outline:
    """Returns the outline of a page whose Markdown starts on `first_line` of its file."""
    prose = tuple(_outside_code(markdown, first_line))
    return Outline(tuple(_headings(prose)), tuple(_links(prose)), tuple(_tokens(prose)), prose)


def _outside_code(markdown: str, first_line: int) -> Iterator[tuple[str, int]]:
    fence = ""
    for number, line in enumerate(markdown.split("\n"), first_line):
        mark = FENCE.match(line)
        if fence:
            if mark and mark[1].startswith(fence) and not line.strip().strip(fence[0]):
                fence = ""
        elif mark:
            fence = mark[1]
        else:
            yield CODE_SPAN.sub(lambda span: " " * len(span[0]), line), number


def _headings(prose: tuple[tuple[str, int], ...]) -> Iterator[Heading]:
    taken: dict[str, int] = {}
    for line, number in prose:
        if not (match := HEADING.match(line)):
            continue
        given = ATTRIBUTES.search(match[2])
        text = MARKUP.sub("", ATTRIBUTES.sub("", match[2])).strip()
        anchor = given[1] if given else _free(slug(text), taken)
        taken.setdefault(anchor, 0)
        yield Heading(len(match[1]), text, anchor, bool(given), number)


def _free(anchor: str, taken: dict[str, int]) -> str:
    """Returns the anchor as Python-Markdown numbers it when it is taken already."""
    if anchor not in taken:
        return anchor
    taken[anchor] += 1
    return _free(f"{anchor}_{taken[anchor]}", taken)


def _links(prose: tuple[tuple[str, int], ...]) -> Iterator[Link]:
    for line, number in prose:
        for match in INLINE_LINK.finditer(line):
            yield Link(match[3], match[2], bool(match[1]), number)
        for match in AUTOLINK.finditer(line):
            yield Link(match[1], match[1], False, number)
        if match := REFERENCE.match(line):
            yield Link(match[2], match[1], False, number)


def _tokens(prose: tuple[tuple[str, int], ...]) -> Iterator[tuple[Token, int]]:
    for line, number in prose:
        for match in TOKEN.finditer(line):
            yield parse_token(match[1]), number
