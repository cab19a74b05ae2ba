"""Finds the addresses in sitemaps (sitemaps.org 0.9) and in feeds (RSS 2.0, Atom: RFC 4287)."""

from collections.abc import Iterator
from xml.parsers import expat

from ..files.page import Body, Front, Reference, fault

SITEMAPS = ("urlset", "sitemapindex")
FEEDS = ("rss", "feed", "RDF")
IN_TEXT = {"loc", "link", "comments", "docs"}


class _Reader:
    """Collects the addresses of one document. Entities are not expanded, so a small file stays small."""

    def __init__(self) -> None:
        self.found: list[Reference] = []
        self.root, self.path, self.text = "", [], ""
        self.permanent = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(":")[2]
        self.root = self.root or local
        self.path.append(local)
        self.text = ""
        self.permanent = local == "guid" and attributes.get("isPermaLink", "true") == "true"
        for attribute in ("href", "url", "src"):
            if attributes.get(attribute) and local in ("link", "enclosure", "content", "thumbnail"):
                self.add(attribute, attributes[attribute])

    def end(self, _name: str) -> None:
        local = self.path.pop()
        if self.text.strip() and (local in IN_TEXT or self.permanent):
            self.add(local, self.text)
        self.text, self.permanent = "", False

    def characters(self, text: str) -> None:
        self.text += text

    def add(self, attribute: str, target: str) -> None:
        kind = "sitemap" if self.root in SITEMAPS else "feed"
        self.found.append(Reference(kind, attribute, target.strip()))


def read(content: bytes) -> tuple[Front, Body]:
    """Returns the addresses of a sitemap or feed; other XML has none, and only a sitemap must be well formed."""
    reader = _Reader()
    wrong = _parse(reader, content)
    if reader.root and reader.root not in (*SITEMAPS, *FEEDS):
        return Front(), Body()
    found = tuple(dict.fromkeys(reader.found))
    faults = (fault("built-file-malformed", what="XML", reason=wrong),) if wrong else ()
    return Front(links=len(found)), Body(found, faults=faults)


def _parse(reader: _Reader, content: bytes) -> str:
    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = reader.start, reader.end
    parser.CharacterDataHandler = reader.characters
    parser.EntityDeclHandler = _refuse
    try:
        parser.Parse(content, True)
    except (expat.ExpatError, ValueError) as error:
        return str(error)
    return ""


def _refuse(*_declaration: object) -> Iterator[None]:
    raise ValueError("it declares entities")
