"""Reads a drawing (SVG) in a file of its own: what it uses, and the places in it that others use."""

from ..page import Body, Front
from . import html


def read(content: bytes) -> tuple[Front, Body]:
    """Returns the addresses and places of a drawing; it is parsed as browsers parse one within a page."""
    return html.read(content, "drawing")
