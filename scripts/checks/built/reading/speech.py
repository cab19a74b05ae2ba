"""Says what a finished page tells its readers: every line, every attribute that is read out, every box with a number.

A reader of the screen and a reader of the page must get the same number; whatever only one of them gets is told apart here.
"""

import json
import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ..page import Group
from .leaves import leaves

CALL = "\ufffc"  # stands for a link that dials, which is compared with its target elsewhere
CALLS = ("tel:", "sms:", "callto:", "zalo:", "viber:", "whatsapp:")
DIALLING = ("tel:", "sms:")
INLINE = {"a", "abbr", "b", "bdi", "bdo", "cite", "code", "em", "i", "ins", "kbd", "mark", "q", "s", "samp", "small", "span",
          "strong", "sub", "sup", "u", "var", "wbr", "-text"}
UNSEEN = {"style", "script", "template", "noscript", "head", "-comment", "_comment"}
NAMING = ("aria-label", "title", "aria-description", "aria-roledescription", "aria-valuetext", "alt")
SPOKEN = (*NAMING, "placeholder", "value", "label", "summary", "content", "abbr", "download")
SETTING = {"viewport", "theme-color", "color-scheme", "referrer", "app-source", "generator"}
BOXES = ".app-contact-card, .app-call-buttons li"


def said(document: LexborHTMLParser) -> Iterator[str]:
    """Yields the lines of a page, then its attributes and structured data, once each."""
    lines = "".join(_pieces(document.body)).split("\n") if document.body else []
    title = document.css_first("title")
    heard = [title.text() if title else "", *_attributes(document), *_structured(document)]
    yield from dict.fromkeys(filter(None, (" ".join(line.split()) for line in (*lines, *heard))))


def _pieces(node: LexborNode) -> Iterator[str]:
    """Yields the text below a node, with a line end at every block."""
    child = node.first_child
    while child is not None:
        if child.tag == "-text":
            yield re.sub(r"\s+", " ", child.text_content or "")
        elif child.tag not in UNSEEN:
            yield from _element(child)
        child = child.next


def _element(node: LexborNode) -> Iterator[str]:
    target = (node.attributes.get("href") or "").strip() if node.tag == "a" else ""
    if target.lower().startswith(CALLS):
        yield CALL
        return
    edge = "" if node.tag in INLINE else "\n"
    yield edge
    yield from _pieces(node)
    yield edge


def _attributes(document: LexborHTMLParser) -> Iterator[str]:
    for name in SPOKEN:
        for node in document.css(f"[{name}]"):
            if node.attributes.get("name") not in SETTING and "http-equiv" not in node.attributes:
                yield node.attributes.get(name) or ""
    for node in document.css("[data-module]"):
        yield from (value or "" for name, value in node.attributes.items() if name.startswith("data-"))


def _structured(document: LexborHTMLParser) -> Iterator[str]:
    for node in document.css('script[type="application/ld+json"]'):
        try:
            yield from (str(value) for _, value in leaves(json.loads(node.text())) if value is not None)
        except (ValueError, RecursionError):
            yield node.text()


def groups(document: LexborHTMLParser) -> Iterator[Group]:
    """Yields the boxes that name a contact and dial it."""
    for node in document.css(BOXES):
        targets = tuple((link.attributes.get("href") or "").strip() for link in node.css("a[href]"))
        if any(target.lower().startswith(DIALLING) for target in targets):
            yield Group(" ".join(node.text().split()), targets)


def names_of(node: LexborNode) -> tuple[str, ...]:
    """Returns what a link that dials is called besides its text, by itself or by what stands in it."""
    if not (node.attributes.get("href") or "").strip().lower().startswith(DIALLING):
        return ()
    named = [node, *node.css("[aria-label], [title], [alt], [aria-description]")]
    return tuple(dict.fromkeys(value for one in named for name in NAMING if (value := one.attributes.get(name))))
