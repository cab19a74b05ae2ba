"""Reads a page of somebody else's as a browser shows it: title, first heading, language, words, anchors.

Bytes are bounded before they come here; nothing is run, and nothing is kept but a few words.
"""

import re
import zlib

from selectolax.lexbor import LexborHTMLParser

from .answers import Text

UNSEEN = ("script", "style", "template", "noscript", "svg", "iframe")
CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""")
REFRESH = re.compile(r"""\s*([0-5])(?:\.[0-9]*)?\s*[;,]\s*url\s*=\s*["']?([^"'\s]+)""", re.IGNORECASE)
SAMPLE = 4000  # characters: enough to look for phrases and to compare two pages
TITLE = 200
# Letters that, among living languages, practically only Vietnamese has.
VIETNAMESE = re.compile("[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", re.IGNORECASE)
SCRIPTS = (("km", "\u1780-\u17ff"), ("th", "\u0e00-\u0e7f"), ("lo", "\u0e80-\u0eff"), ("ko", "\uac00-\ud7af"),
           ("ja", "\u3040-\u30ff"), ("zh", "\u4e00-\u9fff"), ("ru", "\u0400-\u04ff"), ("ar", "\u0600-\u06ff"))


def unpacked(content: bytes, coding: str, most: int) -> tuple[bytes, float]:
    """Returns at most `most` bytes of a body sent as `gzip`, `deflate` or plain, and how many times larger they became.

    Raises zlib.error when the body is not what its coding says.
    """
    if coding not in ("gzip", "x-gzip", "deflate"):
        return content[:most], 1.0
    bits = 47 if coding != "deflate" or content[:1] == b"\x78" else -15  # RFC 9110, 8.4.1.2: some send it without the wrapper
    unpacker = zlib.decompressobj(bits)
    plain = unpacker.decompress(content, most)
    return plain, len(plain) / max(1, len(content) - len(unpacker.unconsumed_tail))


def read(content: bytes, charset: str, wanted: frozenset[str] = frozenset()) -> Text:
    """Returns what a reader sees of an HTML page; of its anchors, only those `wanted` are looked for."""
    tree = LexborHTMLParser(decoded(content, charset))
    title, heading = _said(tree, "title", TITLE), _said(tree, "h1", TITLE)
    declared = tree.root.attributes.get("lang") if tree.root else None
    anchors = frozenset(anchor for anchor in wanted if _stands(tree, anchor)) if wanted else frozenset()
    refresh = _refresh(tree)
    tree.strip_tags(list(UNSEEN))
    seen = " ".join(tree.body.text(separator=" ").split()) if tree.body else ""
    return Text(title=title, heading=heading, language=language(f"{title} {seen[:SAMPLE]}", declared or ""),
                words=len(seen.split()), sample=seen[:SAMPLE], anchors=anchors, refresh=refresh)


def decoded(content: bytes, charset: str) -> str:
    """Returns a page as text. UTF-8 proves itself, so it is tried before whatever the server or the page claims."""
    declared = CHARSET.search(content[:2048])
    for name in ("utf-8-sig", charset, declared[1].decode("ascii") if declared else "", "cp1258"):
        try:
            if name:
                return content.decode(name)
        except (LookupError, ValueError):  # a name of no coding, or bytes that are not in it
            continue
    return content.decode("utf-8", "replace")


def language(text: str, declared: str) -> str:
    """Returns a guess at the language of a text, as its two-letter code; what the letters show beats what is declared.

    >>> language("Trang bạn tìm không còn nữa", "en"), language("The page", "fr-FR"), language("网上赌场欢迎您来这里", "")
    ('vi', 'fr', 'zh')
    """
    letters = sum(map(str.isalpha, text)) or 1
    if len(VIETNAMESE.findall(text)) / letters > 0.05:
        return "vi"
    for code, span in SCRIPTS:
        if len(re.findall(f"[{span}]", text)) / letters > 0.3:
            return code
    return declared[:2].lower() if re.match("[A-Za-z]{2}(-|$)", declared) else ""


def _refresh(tree: LexborHTMLParser) -> str:
    """Returns where a page leads within a few seconds by `<meta http-equiv="refresh">`, or an empty string."""
    for tag in tree.css('meta[http-equiv="refresh" i]'):
        if match := REFRESH.match(tag.attributes.get("content") or ""):
            return match[2]
    return ""


def _said(tree: LexborHTMLParser, tag: str, longest: int) -> str:
    found = tree.css_first(tag)
    return " ".join(found.text(separator=" ").split())[:longest] if found else ""


def _stands(tree: LexborHTMLParser, anchor: str) -> bool:
    """Tells whether a browser would jump to an anchor (HTML, 7.4.6.4: an id, or the name of a link)."""
    return any(anchor in (tag.attributes.get("id"), tag.attributes.get("name")) for tag in tree.css("[id], a[name]"))
