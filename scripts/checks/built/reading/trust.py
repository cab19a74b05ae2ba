"""Takes out of a finished page what it says of itself: when its numbers were compared, who reviewed it, on which day it was made."""

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

LINES, DAYS, SHEET = "#app-trust ~ ul > li", "[data-check-again]", ".app-sheet-day"
STAMPS = ("data-checked", "data-check-again", "data-built")


def lines(document: LexborHTMLParser) -> Iterator[str]:
    """Yields each line of the part about the page, but for the links in it, and the line on top of what is printed."""
    nodes = (*document.css(LINES), *document.css(SHEET))
    yield from (node.text() for node in nodes if node.css_first("a") is None)


def stamps(document: LexborHTMLParser) -> Iterator[str]:
    """Yields the days by which a script tells whether the page has grown old."""
    for node in document.css(DAYS):
        yield from (_day(node, name) for name in STAMPS)


def _day(node: LexborNode, name: str) -> str:
    return node.attributes.get(name) or ""
