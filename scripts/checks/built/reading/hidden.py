"""Finds what a finished page holds and hides, from eyes or from screen readers: numbers to call, and words of the article."""

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from .speech import DIALLING

# HTML 6.1 (hidden), 6.7 (inert), 4.12.2 (noscript: not shown where scripts run); WAI-ARIA 1.2, 6.6 (aria-hidden).
# Of attributes that no page may have, as `style`, another check tells.
HIDING = ("hidden", "inert")
SELECTOR = ":is({}, [aria-hidden], noscript)".format(", ".join(f"[{name}]" for name in HIDING))
CALLS = ":is({})".format(", ".join(f"a[href^='{scheme}' i]" for scheme in DIALLING))
WORDS = "article"
MOST = 100  # hidden elements, without drawings; a page of ours has five, and whoever hides more hides something


def hidden(document: LexborHTMLParser) -> Iterator[tuple[str, str]]:
    """Yields (how, what) of each element that hides a number to call or words of the article, the outermost first."""
    hiding = ((how, node) for node in document.css(SELECTOR) if node.tag != "svg" and (how := _how(node)))
    for number, (how, node) in enumerate(hiding):
        if number == MOST:
            yield how, "…"
            return
        if said := _kept_back(node):
            yield how, said
    for node in document.css(f'{CALLS}[tabindex^="-"]'):  # HTML 6.6.3: whoever has only a keyboard passes over it
        yield "tabindex", _text(node)


def _how(node: LexborNode) -> str:
    attributes = node.attributes
    aria = (attributes.get("aria-hidden") or "").strip().lower() == "true"
    return next((name for name in HIDING if name in attributes), "aria-hidden" if aria else "noscript" if node.tag == "noscript" else "")


def _kept_back(node: LexborNode) -> str:
    """Returns the words that readers miss, empty when it is neither a call nor a part of the article."""
    said = _text(node)
    if not any(char.isalnum() for char in said):
        return ""
    if call := node.css_first(CALLS):
        return _text(call)
    return said if node.css_first(WORDS) or _inside(node) else ""


def _inside(node: LexborNode) -> bool:
    """Returns whether an element is, or stands in, a link that dials or the article."""
    around: LexborNode | None = node
    while around is not None:
        dials = around.tag == "a" and (around.attributes.get("href") or "").strip().lower().startswith(DIALLING)
        if dials or around.tag == WORDS:
            return True
        around = around.parent
    return False


def _text(node: LexborNode) -> str:
    return " ".join(node.text().split())
