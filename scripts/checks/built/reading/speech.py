"""Says what a finished page tells its readers: every line, every attribute that is read out, every box with a number.

A reader of the screen and a reader of the page must get the same number; whatever only one of them gets is told apart here.
"""

import json
import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ..files.page import Group
from .leaves import leaves

CALL = "\ufffc"  # stands for a link that dials, which is compared with its target elsewhere
CALLS = ("tel:", "sms:", "callto:", "zalo:", "viber:", "whatsapp:")
DIALLING = ("tel:", "sms:")
INLINE = {"a", "abbr", "b", "bdi", "bdo", "cite", "code", "em", "i", "ins", "kbd", "mark", "q", "s", "samp", "small", "span",
          "strong", "sub", "sup", "u", "var", "wbr", "-text"}
UNSEEN = {"style", "script", "template", "noscript", "head", "-comment", "_comment"}
NAMING = ("aria-label", "title", "aria-description", "aria-roledescription", "aria-valuetext", "alt")
SPOKEN = (*NAMING, "placeholder", "value", "label", "summary", "content", "abbr", "download")
SPEAKING = f":is({', '.join(f'[{name}]' for name in SPOKEN)})"
ESCAPED = re.compile(r'["\\]')  # in a string of CSS
SETTING = {"viewport", "theme-color", "color-scheme", "referrer", "app-source", "generator"}
BOXES = {".app-contact-card": False, ".app-call-buttons li, .app-site-footer__numbers li": True}  # and which are of the frame


def said(document: LexborHTMLParser) -> Iterator[str]:
    """Yields the lines of a page, then its attributes and structured data, once each."""
    pieces: list[str] = []
    if document.body:
        _hear(document.body, pieces)
    title = document.css_first("title")
    heard = [*"".join(pieces).split("\n"), title.text() if title else "", *_attributes(document), *_structured(document)]
    yield from dict.fromkeys(filter(None, (" ".join(line.split()) for line in heard)))


def _hear(node: LexborNode, pieces: list[str]) -> None:
    """Adds the text below a node to the pieces, with a line end at every block."""
    child = node.first_child
    while child is not None:
        tag = child.tag
        if tag == "-text":
            pieces.append((child.text_content or "").replace("\n", " "))
        elif tag == "a" and (child.attributes.get("href") or "").strip().lower().startswith(CALLS):
            pieces.append(CALL)
        elif tag in INLINE:
            _hear(child, pieces)
        elif tag not in UNSEEN:
            pieces.append("\n")
            _hear(child, pieces)
            pieces.append("\n")
        child = child.next


def _attributes(document: LexborHTMLParser) -> Iterator[str]:
    for node in document.css(SPEAKING):
        attributes = node.attributes
        if attributes.get("name") not in SETTING and "http-equiv" not in attributes:
            yield from (attributes[name] or "" for name in SPOKEN if name in attributes)
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
    for node, frame in ((node, frame) for css, frame in BOXES.items() for node in document.css(css)):
        targets = tuple((link.attributes.get("href") or "").strip() for link in node.css("a[href]"))
        if any(target.lower().startswith(DIALLING) for target in targets):
            yield Group(" ".join(node.text().split()), targets, frame)


def names_of(node: LexborNode) -> tuple[str, ...]:
    """Returns what a link that dials is called besides its text, by itself or by what stands in it."""
    if not (node.attributes.get("href") or "").strip().lower().startswith(DIALLING):
        return ()
    named = [node, *node.css("[aria-label], [aria-labelledby], [title], [alt], [aria-description]")]
    own = [value for one in named for name in NAMING if (value := one.attributes.get(name))]
    return tuple(dict.fromkeys([*own, *filter(None, map(_name_elsewhere, named))]))


def _name_elsewhere(node: LexborNode) -> str:
    """Returns the text of what `aria-labelledby` points at, which is read out in the place of the link's own (Accessible Name 1.2, 2B)."""
    ids = (node.attributes.get("aria-labelledby") or "").split()
    found = [there for id in ids if (there := node.parser.css_first(f'[id="{ESCAPED.sub(_escape, id)}"]'))]
    return " ".join(" ".join(there.text().split()) for there in found)


def _escape(sign: re.Match) -> str:
    return f"\\{sign[0]}"
