"""Finds headings, links and tokens in Markdown, each with its line, without rendering it.

Rendering tells what a reader gets but forgets which line wrote it; this scan remembers the line.
"""

from dataclasses import dataclass

from .headings import Heading, headings
from .links import Link, links
from .passages import Passage, passages, without_fences
from .tokens import Token, tokens_in


@dataclass(frozen=True)
class Outline:
    """What a scan of one page finds, in the order of its lines."""

    headings: tuple[Heading, ...]
    links: tuple[Link, ...]
    tokens: tuple[tuple[Token, int], ...]
    passages: tuple[Passage, ...]


def outline(markdown: str, first_line: int = 1) -> Outline:
    """Returns the outline of a page whose Markdown starts on `first_line` of its file."""
    lines = without_fences(markdown)
    found = tuple(passages(lines, first_line))
    tokens = tuple((token, number) for passage in found for _, text, number in passage.lines()
                   for token in tokens_in(text))
    all_links = tuple(link for passage in found for link in links(passage))
    return Outline(headings(lines, first_line), all_links, tokens, found)
