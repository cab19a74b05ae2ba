"""Takes the boxes of a finished page apart that tell about one contact: what each says, in which rows, where it leads."""

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ..files.page import Box
from .speech import DIALLING

KINDS = {".app-contact-card": "card", ".app-call-buttons > li": "button", ".app-site-footer__numbers > li": "end"}
NAME = ".app-contact-card__name"


def boxes(document: LexborHTMLParser) -> Iterator[Box]:
    """Yields the boxes of a page, one kind after the other."""
    for css, kind in KINDS.items():
        for node in document.css(css):
            name = node.css_first(NAME) if kind == "card" else None
            days = tuple((time.attributes.get("datetime") or "", time.text()) for time in node.css("time"))
            links = tuple((link.attributes.get("href") or "").strip() for link in node.css("a[href]"))
            yield Box(kind, name.text() if name else "", tuple(_pieces(node)), tuple(_rows(node)), links, days)


def _pieces(node: LexborNode) -> Iterator[str]:
    """Yields the texts of a box one by one, without days."""
    child = node.first_child
    while child is not None:
        if child.tag == "-text":
            if text := (child.text_content or "").strip():
                yield " ".join(text.split())
        elif child.tag != "time":
            yield from _pieces(child)
        child = child.next


def _rows(box: LexborNode) -> Iterator[tuple[str, str]]:
    """Yields each number of a box with the line that it stands in."""
    for link in box.css("a[href]"):
        target = (link.attributes.get("href") or "").strip()
        if target.lower().startswith(DIALLING):
            around = link.parent
            while around is not None and around.tag not in ("p", "li") and around.mem_id != box.mem_id:
                around = around.parent
            yield target, (around or box).text()
