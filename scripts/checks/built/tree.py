"""Reads a finished site, from a folder or a zip, into what the checks need of each page.

The HTML is parsed as a browser does (WHATWG, by Lexbor); each page says with
`<meta name="app-source">` which Markdown file it was made from, so that a finding blames that.
"""

import re
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ...facts.tokens import BROKEN, KINDS, TOKEN
from .reading import Group, groups, names_of, said

ADDRESSED = ("href", "src", "poster", "data", "action", "formaction", "background", "ping")
QUOTING = ("code", "pre", "kbd", "samp", "script", "style", "textarea")
STYLE_ADDRESS = re.compile(r"url\(\s*[\"']?([^\"')]+)|@import\s+[\"']([^\"']+)", re.IGNORECASE)
LEFT = re.compile(f"{TOKEN.pattern}|{BROKEN.pattern}")
SIGNS = ("[[", "]]", *(f"[{kind}:" for kind in KINDS))  # without one of them LEFT finds nothing, and takes long to say so
REFRESH = re.compile(r"[\s\d.;,]*url\s*=\s*[\"']?([^\"']+)", re.IGNORECASE)


@dataclass(frozen=True)
class Reference:
    """One address in a page: the attribute that holds it, its tag, the text a reader sees, and what else names it."""

    tag: str
    attribute: str
    target: str
    text: str
    rel: str = ""
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class BuiltPage:
    """One finished page. `source` is its Markdown file, empty for pages made otherwise.

    `shown` are its lines and attributes as a reader or a screen reader gets them.
    """

    address: str
    source: str
    language: str
    ids: tuple[str, ...]
    references: tuple[Reference, ...]
    tokens: tuple[str, ...]
    shown: tuple[str, ...] = ()
    groups: tuple[Group, ...] = ()


@dataclass(frozen=True)
class Tree:
    """A finished site: every file's address with exact case, every page, and every stylesheet (a page without text)."""

    addresses: frozenset[str]
    pages: tuple[BuiltPage, ...]
    sheets: tuple[BuiltPage, ...] = ()
    carried: bool = False

    @cached_property
    def anchors(self) -> dict[str, frozenset[str]]:
        """Returns the ids of each page, by its address."""
        return {page.address: frozenset(page.ids) for page in self.pages}

    def page(self, address: str) -> BuiltPage | None:
        """Returns the page at an address."""
        return next((page for page in self.pages if page.address == address), None)


def read_tree(place: Path) -> Tree:
    """Returns the site in the folder or zip `place`; raises OSError or BadZipFile when it cannot be read."""
    if place.is_dir():
        files = {path.relative_to(place).as_posix(): path for path in place.rglob("*") if path.is_file()}
        return _tree(files, lambda name: files[name].read_bytes(), carried=False)
    with zipfile.ZipFile(place) as archive:
        names = [name for name in archive.namelist() if not name.endswith("/")]
        return _tree(names, archive.read, carried=True)


def _tree(names: Iterable[str], read: Callable[[str], bytes], carried: bool) -> Tree:
    pages = tuple(built_page(name, read(name)) for name in sorted(names) if name.endswith(".html"))
    sheets = tuple(built_sheet(name, read(name)) for name in sorted(names) if name.endswith(".css"))
    return Tree(frozenset(names), pages, sheets, carried)


def built_page(address: str, content: bytes) -> BuiltPage:
    """Returns what the checks need of one page."""
    document = LexborHTMLParser(content)
    shown, together = tuple(said(document)), tuple(groups(document))
    source = document.css_first('meta[name="app-source"]')
    root = document.css_first("html")
    return BuiltPage(
        address=address, source=f"docs/{source.attributes.get('content')}" if source else "",
        language=(root.attributes.get("lang") or "") if root else "",
        ids=tuple(node.attributes.get("id") or "" for node in document.css("[id]")),
        references=tuple(_references(document)), tokens=tuple(_tokens_left(document)), shown=shown, groups=together)


def built_sheet(address: str, content: bytes) -> BuiltPage:
    """Returns the addresses in a stylesheet, as a page without language, ids and text."""
    return BuiltPage(address, "", "", (), _in_style(content.decode("utf-8", "replace")), ())


def _references(document: LexborHTMLParser) -> Iterator[Reference]:
    for attribute in ADDRESSED:
        for node in document.css(f"[{attribute}]"):  # Lexbor finds the xlink:href of old drawings with it, too
            found = node.attributes
            target = (found.get(attribute) or found.get(f"xlink:{attribute}") or "").strip()
            yield Reference(node.tag, attribute, target, _text(node), found.get("rel") or "", names_of(node))
    for node in document.css("[srcset]"):
        for candidate in (node.attributes.get("srcset") or "").split(","):
            yield Reference(node.tag, "srcset", candidate.strip().split(" ")[0], "")
    for node in document.css("style, [style]"):
        yield from _in_style(node.text() if node.tag == "style" else node.attributes.get("style") or "")
    for node in document.css('meta[http-equiv="refresh" i]'):
        if match := REFRESH.match(node.attributes.get("content") or ""):
            yield Reference("meta", "content", match[1].strip(), "")


@cache  # the style of a page is the longest part of it, and many pages share one
def _in_style(css: str) -> tuple[Reference, ...]:
    return tuple(Reference("style", "url", (match[1] or match[2]).strip(), "") for match in STYLE_ADDRESS.finditer(css))


def _text(node: LexborNode) -> str:
    return " ".join(node.text().split())


def _tokens_left(document: LexborHTMLParser) -> Iterator[str]:
    """Yields what a reader gets of tokens that were not replaced, whole or with a bracket missing."""
    html = document.html or ""
    if not any(sign in html for sign in SIGNS) or not LEFT.search(html):
        return
    document.strip_tags(list(QUOTING), recursive=True)
    for match in LEFT.finditer(document.html or ""):
        yield " ".join(match[0].split())
