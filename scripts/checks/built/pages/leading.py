"""Checks that the links in the text of a finished page lead where its Markdown says, in the same order.

A step that says "block them" and leads to another page than it names sends a reader astray, although the page it leads to is there.
What templates and tokens link to stands between; it is judged elsewhere.
"""

from collections.abc import Iterable, Iterator
from html import unescape
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from ....facts.pages import DOCS, Page, address_of
from ..files.page import BuiltPage, Fault, fault
from ..reading.article import letters
from ..world import World
from .rendered import linked

NOTHING = "nothing"
Way = tuple[str, str]  # an address with the place on it, and the letters of the words that lead there


def judge(page: BuiltPage, world: World) -> Iterator[Fault]:
    """Yields the first link of the Markdown that the page does not have in its place."""
    source = world.source(page.address) if page.front.kind == "page" and world.ours else None
    if source is None or page.front.source != source.path or not page.heard.article:
        return
    if _address(source.path, world) != page.address:  # stands in for a translation
        return
    here = [(_there(href, page.address), letters(text), href) for href, text in page.heard.links if ":" not in href]
    written = [(link.target, link.text) for link in source.outline.links]
    if _missed(written, here, source, world):  # links by reference stand elsewhere than what they link
        if missed := _missed(linked(source, world), here, source, world):
            target, instead = missed
            line = next((link.line for link in source.outline.links if link.target == target), source.body_line)
            yield fault("built-link-differs", instead, here=instead or NOTHING, there=target).at(line)


def _missed(written: Iterable[Way], here: list[tuple[str, str, str]], source: Page, world: World) -> tuple[str, str] | None:
    """Returns the first target of the Markdown that is missing, and what stands in its place; None where all are there."""
    at = 0
    for target, text in written:
        if not (wanted := _wanted(target, source, world)):
            continue
        said = letters(unescape(text))
        found = next((number for number in range(at, len(here)) if here[number][:2] == (wanted, said)), None)
        if found is None:
            same = (href for _, heard, href in here[at:] if heard == said)
            return target, next(same, here[at][2] if at < len(here) else "")
        at = found + 1
    return None


def _wanted(target: str, source: Page, world: World) -> str:
    """Returns the address that a link of the Markdown leads to, empty where it leads to no page of this site."""
    path, _, place = target.partition("#")
    if path and ("//" in path or not path.endswith(".md")) or not (path or place):
        return ""
    address = _address(normpath(join(dirname(source.path), unquote(path))) if path else source.path, world)
    return f"{address}#{unquote(place)}" if address else ""


def _address(path: str, world: World) -> str:
    docs, _, rest = path.partition("/")
    language, _, pair = rest.partition("/")
    settings = world.project.settings
    return address_of(pair, language, settings.default) if docs == DOCS and language in settings.codes else ""


def _there(href: str, document: str) -> str:
    path, _, place = href.partition("#")
    return f"{normpath(join(dirname(document), unquote(path))) if path else document}#{unquote(place)}"
