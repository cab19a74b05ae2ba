"""Finds the Markdown file, and the line in it, that wrote something on a finished page."""

import html
import re
from collections.abc import Iterator
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from ...facts.pages import Page
from ...facts.pages.links import Link
from ...facts.place import Place
from .files.page import Fault
from .world import World

MARKDOWN = re.compile(r"\.md(?=[?#]|\Z)")


def place_of(world: World, address: str, found: Fault) -> Place:
    """Returns the line that wrote what a fault is about: of the Markdown, else of the finished file itself."""
    front, page = world.tree.fronts[address], world.source(address)
    if page is None:
        return Place(front.source or address, 1 if front.source else _line(_text(world, address), _spellings(found.about)))
    return page.place(found.line or next(_lines(world, page, address, found.about), 1))


def line_of_words(page: Page, words: tuple[str, ...]) -> int:
    """Returns the first line of a page's text that holds the first of these words, else the next of them; 0 for none."""
    lines = page.markdown.lower().split("\n")
    for word in filter(None, (word.strip().lower() for word in words)):
        if number := next((number for number, line in enumerate(lines, page.body_line) if word in line), 0):
            return number
    return 0


def _lines(world: World, page: Page, address: str, about: str) -> Iterator[int]:
    """Yields lines of a page that may have written something, the likeliest first."""
    if not about:
        return
    yield from (link.line for link in page.outline.links if _leads(world, page, address, link, about))
    yield from (heading.line for heading in page.outline.headings if heading.anchor == about)
    whole = re.compile(rf"(?<![\w./#-]){re.escape(about)}(?![\w/-])")  # not as a part of a longer address
    for number, line in enumerate(page.markdown.split("\n"), page.body_line):
        if about in line and len(about) > 1 and (about.startswith(("[", "(")) or whole.search(line)):
            yield number


def _leads(world: World, page: Page, address: str, link: Link, about: str) -> bool:
    """Returns whether a link of Markdown became this address; pages end with .html once they are built."""
    built = MARKDOWN.sub(".html", link.target)
    if built == about or unquote(built) == unquote(about):
        return True
    written, _, place = link.target.partition("#")
    target, _, anchor = about.partition("#")
    there = world.sources.addresses.get(normpath(join(dirname(page.path), unquote(written))))
    return bool(written) and place == anchor and there == normpath(join(dirname(address), unquote(target)))


def _text(world: World, address: str) -> str:
    return world.tree.content(address).decode("utf-8", "replace")


def _spellings(about: str) -> list[str]:
    """Returns how an address may stand in a file, the likeliest first."""
    texts = dict.fromkeys((about, html.escape(about, quote=False), html.escape(about)))
    return [f"{before}{text}{after}" for before, after in (('"', '"'), ("'", "'"), ("", "")) for text in texts] if about else []


def _line(text: str, spellings: list[str]) -> int:
    at = next((at for spelling in spellings if (at := text.find(spelling)) >= 0), 0)
    return text.count("\n", 0, at) + 1
