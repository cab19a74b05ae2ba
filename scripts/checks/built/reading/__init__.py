"""Reads a finished file, whatever it is, into what the checks need of it."""

from posixpath import basename

from ..files.page import Body, Front, Heard
from . import data, drawing, html, robots, stylesheet, xml

BY_ENDING = {".html": html.read, ".htm": html.read, ".xhtml": html.read, ".svg": drawing.read, ".css": stylesheet.read,
             ".xml": xml.read, ".rss": xml.read, ".atom": xml.read, ".webmanifest": data.read_manifest}
BY_NAME = {"robots.txt": robots.read, "manifest.json": data.read_manifest, "search_index.json": data.read_search_index}
SEARCH_DATA = "search-data."


def reader_of(name: str):
    """Returns the function that reads files of this name, None when nobody has to look into them."""
    last = basename(name).lower()
    if last in BY_NAME:
        return BY_NAME[last]
    if last.startswith(SEARCH_DATA) and last.endswith(".js"):
        return data.read_search_data
    return BY_ENDING.get(f".{last.rpartition('.')[2]}")


def read_file(name: str, content: bytes) -> tuple[Front, Body]:
    """Returns what the checks need of a file that `reader_of` knows."""
    return reader_of(name)(content)


def hear_file(kind: str, content: bytes) -> Heard:
    """Returns what a finished page says, and what stands in a drawing and should not; no other kind of file says anything here."""
    if kind == "drawing":
        return drawing.hear(content)
    return html.hear(content) if kind == "page" else Heard()
