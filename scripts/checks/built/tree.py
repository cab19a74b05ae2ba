"""Reads a finished site, from a folder or a zip, into what the checks need of each page.

The HTML is parsed as a browser does (WHATWG, by Lexbor); each page says with
`<meta name="app-source">` which Markdown file it was made from, so that a finding blames that.
"""

import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ...facts.tokens import TOKEN

ADDRESSED = ("href", "src", "poster", "data", "action", "formaction", "background", "xlink:href")
QUOTING = {"code", "pre", "kbd", "samp", "script", "style", "textarea"}
STYLE_ADDRESS = re.compile(r"url\(\s*[\"']?([^\"')]+)|@import\s+[\"']([^\"']+)", re.IGNORECASE)


@dataclass(frozen=True)
class Reference:
    """One address in a page: the attribute that holds it, its tag, and the text a reader sees."""

    tag: str
    attribute: str
    target: str
    text: str
    rel: str = ""


@dataclass(frozen=True)
class BuiltPage:
    """One finished page. `source` is its Markdown file, empty for pages made otherwise."""

    address: str
    source: str
    language: str
    ids: tuple[str, ...]
    references: tuple[Reference, ...]
    tokens: tuple[str, ...]


@dataclass(frozen=True)
class Tree:
    """A finished site: every file's address with exact case, and every page."""

    addresses: frozenset[str]
    pages: tuple[BuiltPage, ...]
    carried: bool = False

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


def _tree(names, read: Callable[[str], bytes], carried: bool) -> Tree:
    pages = tuple(built_page(name, read(name)) for name in sorted(names) if name.endswith(".html"))
    return Tree(frozenset(names), pages, carried)


def built_page(address: str, content: bytes) -> BuiltPage:
    """Returns what the checks need of one page."""
    document = LexborHTMLParser(content)
    source = document.css_first('meta[name="app-source"]')
    root = document.css_first("html")
    return BuiltPage(
        address=address, source=f"docs/{source.attributes.get('content')}" if source else "",
        language=(root.attributes.get("lang") or "") if root else "",
        ids=tuple(node.attributes.get("id") or "" for node in document.css("[id]")),
        references=tuple(_references(document)), tokens=tuple(_tokens_left(document)))


def _references(document: LexborHTMLParser) -> Iterator[Reference]:
    for attribute in ADDRESSED:
        for node in document.css(f"[{attribute.replace(':', chr(92) + ':')}]"):
            target = (node.attributes.get(attribute) or "").strip()
            yield Reference(node.tag, attribute, target, _text(node), node.attributes.get("rel") or "")
    for node in document.css("[srcset]"):
        for candidate in (node.attributes.get("srcset") or "").split(","):
            yield Reference(node.tag, "srcset", candidate.strip().split(" ")[0], "")
    for node in document.css("style, [style]"):
        css = node.text() if node.tag == "style" else node.attributes.get("style") or ""
        for match in STYLE_ADDRESS.finditer(css):
            yield Reference("style", "url", (match[1] or match[2]).strip(), "")


def _text(node: LexborNode) -> str:
    return " ".join(node.text().split())


def _tokens_left(document: LexborHTMLParser) -> Iterator[str]:
    html = document.html or ""
    if "[[" not in html:
        return
    for node in document.css(", ".join(QUOTING)):
        node.decompose()
    for match in TOKEN.finditer(document.html or ""):
        yield match[1]
