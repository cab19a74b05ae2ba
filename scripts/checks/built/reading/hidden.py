"""Finds what a finished page holds and hides, from eyes or from screen readers: numbers to call, and words of the article."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from selectolax.lexbor import LexborHTMLParser, LexborNode

from .speech import DIALLING
from .stylesheet import declared

# HTML 6.1 (hidden), 6.7 (inert), 4.12.2 (noscript: not shown where scripts run); WAI-ARIA 1.2, 6.6 (aria-hidden).
# Of attributes that no page may have, as `style`, another check tells.
HIDING = ("hidden", "inert")
SELECTOR = ":is({}, [aria-hidden], noscript)".format(", ".join(f"[{name}]" for name in HIDING))
CALLS = ":is({})".format(", ".join(f"a[href^='{scheme}' i]" for scheme in DIALLING))
WORDS = "article"
STRUCK = "del, s, strike"
BOXES = ("app-contact-card", "app-call-buttons", "app-site-footer__numbers", "app-help-bar")
CLASS = re.compile(r"\.([^\W\d][\w-]*)")
HIDES = re.compile(r"(?:display:none|visibility:(?:hidden|collapse)|content-visibility:hidden|opacity:0?\.?0*|font-size:0|clip-path:inset\(50%\))"
                   r"(?:!important)?\Z")
MOST_STYLED = 2_000  # elements whose style hides them that are looked at
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
    for how, node in _in_a_way_of_styles(document):
        if said := _call_of(node):
            yield how, said
    for node in document.css(f'{CALLS}[tabindex^="-"]'):  # HTML 6.6.3: whoever has only a keyboard passes over it
        yield "tabindex", _text(node)


def _in_a_way_of_styles(document: LexborHTMLParser) -> Iterator[tuple[str, LexborNode]]:
    """Yields what stands in a class that the page's own style hides, and what is struck out: ours never is where somebody calls."""
    names = tuple(islice(dict.fromkeys(name for style in document.css("style") for name in _hiding(style.text())), MOST))
    found = islice(document.css(f":is({STRUCK}, {', '.join(f'.{name}' for name in names)})" if names else STRUCK), MOST_STYLED)
    for node in found:
        classes = (node.attributes.get("class") or "").split()
        yield next((f".{name}" for name in classes if name in names), node.tag or ""), node


@lru_cache(maxsize=64)  # many pages share one style
def _hiding(css: str) -> tuple[str, ...]:
    """Returns the classes that a style hides by themselves, on screens of every width."""
    found = (CLASS.fullmatch(selector) for around, selector, said in declared(css) if not around and HIDES.match(said))
    return tuple(dict.fromkeys(match[1] for match in found if match))


def _call_of(node: LexborNode) -> str:
    """Returns the words of an element that holds a call, or stands in one or in the box of a contact and in no other link; else nothing."""
    if call := node.css_first(CALLS):
        return _text(call)
    around: LexborNode | None = node
    while around is not None and around.tag != "a" and not _is_box(around):
        around = around.parent
    return _text(node) if around is not None and (around.tag != "a" or _dials(around)) else ""


def _is_box(node: LexborNode) -> bool:
    return any(name in BOXES for name in (node.attributes.get("class") or "").split())


def _dials(node: LexborNode) -> bool:
    return node.tag == "a" and (node.attributes.get("href") or "").strip().lower().startswith(DIALLING)


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
        if _dials(around) or around.tag == WORDS:
            return True
        around = around.parent
    return False


def _text(node: LexborNode) -> str:
    return " ".join(node.text().split())
