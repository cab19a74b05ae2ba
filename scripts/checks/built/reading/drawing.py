"""Reads a drawing (SVG) in a file of its own: what it uses, and the places in it that others use."""

from selectolax.lexbor import LexborHTMLParser

from ..files.page import Body, Front, Heard
from ..pages.allowed import oddities_of_drawing
from . import html


def read(content: bytes) -> tuple[Front, Body]:
    """Returns the addresses and places of a drawing; it is parsed as browsers parse one within a page."""
    return html.read(content, "drawing")


def hear(content: bytes) -> Heard:
    """Returns what stands in a drawing and should not."""
    return Heard(tuple(dict.fromkeys(oddities_of_drawing(LexborHTMLParser(content)))))
