"""Says in which order a finished page offers its numbers, and in which of its parts each stands."""

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ..files.page import Row
from .speech import DIALLING

PARTS = {"app-help-bar": "bar", "app-site-footer__numbers": "footer", "app-call-buttons": "buttons", "app-contact-card": "card"}
SINGLE = "text"


def rows(document: LexborHTMLParser) -> Iterator[Row]:
    """Yields what each part of a page dials, in the order of the page; of the text, each link by itself."""
    parts = {node.mem_id: name for css, name in PARTS.items() for node in document.css(f".{css}")}
    last, targets = 0, []
    for link in document.css("a[href]"):
        target = (link.attributes.get("href") or "").strip()
        if not target[:4].lower().startswith(DIALLING):
            continue
        part = _part(link, parts)
        if targets and (part != last or not part):
            yield Row(parts.get(last, SINGLE), tuple(targets))
            targets = []
        last = part
        targets.append(target)
    if targets:
        yield Row(parts.get(last, SINGLE), tuple(targets))


def _part(link: LexborNode, parts: dict[int, str]) -> int:
    """Returns the part around a link, 0 for the text."""
    node = link.parent
    while node is not None and node.mem_id not in parts:
        node = node.parent
    return node.mem_id if node is not None else 0
