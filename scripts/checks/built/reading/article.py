"""Takes down the text of a finished page, and what can be compared of a text: its letters and digits alone."""

from functools import lru_cache
from unicodedata import normalize

from selectolax.lexbor import LexborHTMLParser


def article(document: LexborHTMLParser) -> str:
    """Returns what stands within the frame of a page, empty where nothing says where that begins."""
    return " ".join(" ".join(node.text(separator=" ").split()) for node in document.css("article"))


def ways(document: LexborHTMLParser) -> tuple[tuple[str, str], ...]:
    """Returns each link within the frame of a page: its address as written, and its words."""
    return tuple(((node.attributes.get("href") or "").strip(), node.text()) for node in document.css("article a[href]"))


@lru_cache(maxsize=1_000)
def letters(text: str) -> str:
    """Returns a text without case, signs and spaces, which Markdown and templates may set otherwise.

    >>> letters("**Call 119**, now!")
    'call119now'
    """
    return "".join(filter(str.isalnum, normalize("NFC", text).casefold()))
