"""Lists the HTML that a finished page may hold, and finds everything else in it.

A list of what is allowed, not of what is dangerous: browsers learn new ways to run code every year. What
stands between the tags of the article comes from people we don't know; frame and article are read alike.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

PLAIN = """a abbr article aside b blockquote body br button caption cite code col colgroup data dd del details dfn div dl dt em
 fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html i img input ins kbd label legend li link
 main mark menu meta nav noscript ol optgroup option output p picture pre progress q rp rt ruby s samp script search section
 select small source span strong style sub summary sup table tbody td textarea tfoot th thead time title tr u ul var wbr base
 svg g path circle ellipse line polyline polygon rect defs symbol use desc""".split()
EVERYWHERE = {"class", "id", "lang", "dir", "title", "hidden", "role", "tabindex", "translate", "spellcheck", "inputmode",
              "autocapitalize", "enterkeyhint", "inert"}
SHAPES = set("""d cx cy r rx ry x y x1 x2 y1 y2 width height points transform fill stroke fill-rule clip-rule opacity
 stroke-width stroke-linecap stroke-linejoin viewbox preserveaspectratio focusable xmlns""".split())
OWN = {
    "a": {"href", "hreflang", "rel", "target", "download", "type"}, "base": {"href"}, "button": {"type", "name", "value", "disabled"},
    "col": {"span"}, "data": {"value"}, "del": {"datetime"}, "details": {"open", "name"}, "fieldset": {"name", "disabled"},
    "img": {"src", "alt", "width", "height", "loading", "decoding", "srcset", "sizes"},
    "input": {"type", "name", "value", "checked", "autocomplete", "maxlength", "placeholder", "disabled", "readonly"},
    "ins": {"datetime"}, "label": {"for"}, "li": {"value"}, "link": {"rel", "href", "hreflang", "type", "sizes", "media"},
    "meta": {"charset", "name", "content", "property", "http-equiv"}, "ol": {"start", "type", "reversed"},
    "option": {"value", "selected"}, "output": {"for", "name"}, "progress": {"value", "max"}, "q": {"cite"},
    "script": {"src", "defer", "async", "type"}, "select": {"name"}, "source": {"srcset", "sizes", "media", "type"},
    "style": {"media"}, "td": {"align", "colspan", "rowspan", "headers"}, "textarea": {"name", "rows", "cols", "maxlength", "placeholder"},
    "th": {"align", "colspan", "rowspan", "headers", "scope", "abbr"}, "time": {"datetime"}, "use": {"href", "xlink:href"}}
NAMED = re.compile(r"(?:aria|data)-[a-z0-9-]+\Z")
DRAWN = frozenset(["svg", "g", "path", "circle", "ellipse", "line", "polyline", "polygon", "rect", "defs", "symbol", "use"])
TOLD, IMPLIED = ("title", "desc"), ("html", "head", "body")  # in a drawing: words; what the parser puts around it
FRAME_ONLY = frozenset(["script", "style", "link", "meta", "base", "noscript", "title"])  # never inside the article
ADDRESSES = frozenset(["href", "xlink:href", "src", "cite"])
INERT = ("application/ld+json", "application/json", "text/plain")
IGNORED = re.compile(r"[\x00-\x20\x7f\xad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]+")  # what browsers, or eyes, pass over
SCHEME = re.compile(r"[a-z][a-z0-9+.-]*(?=:)")
INSTRUCTIONS = ("content-security-policy", "x-ua-compatible")
ONWARD = re.compile(r"\s*\d+\s*;\s*url=(['\"]?)[\w./#%~-]+\1\s*\Z", re.IGNORECASE)
OPENED = ("http", "https", "mailto", "tel", "sms")
PICTURE = re.compile(r"data:image/(?:png|jpeg|webp|gif)[;,]")
KNOWN = {tag: EVERYWHERE | OWN.get(tag, set()) | (SHAPES if tag in DRAWN else set()) for tag in PLAIN}


class Oddity(NamedTuple):
    """Something that is not allowed: a tag alone, or an attribute with its value; `kind` says why."""

    kind: str
    tag: str
    attribute: str = ""
    value: str = ""


def oddities(document: LexborHTMLParser) -> Iterator[Oddity]:
    """Yields what a page holds and must not."""
    written = document.css_first('meta[name="app-source"]') is not None
    for node in document.root.traverse(include_text=False) if document.root else ():
        tag = node.tag or ""
        if not tag[:1].isalpha():  # comments and the like
            continue
        if tag not in KNOWN:
            yield Oddity("tag", tag)
            continue
        for name, value in node.attributes.items():
            yield from _attribute(tag, name.lower(), value or "")
        if tag == "script":
            yield from _script(node)
        elif tag == "meta":
            yield from _instruction(node, written)
    for node in document.css(", ".join(f"article {tag}" for tag in FRAME_ONLY)):
        if node.tag != "title" or node.parent and node.parent.tag not in DRAWN:
            yield Oddity("tag", node.tag or "")


def oddities_of_drawing(document: LexborHTMLParser) -> Iterator[Oddity]:
    """Yields what a drawing in a file of its own holds and must not: browsers run the scripts of one that is opened alone."""
    for node in document.root.traverse(include_text=False) if document.root else ():
        tag = node.tag or ""
        if tag[:1].isalpha() and tag not in (*DRAWN, *TOLD, *IMPLIED):
            yield Oddity("tag", tag)
        elif tag[:1].isalpha():
            for name, value in node.attributes.items():
                yield from _attribute(tag, name.lower(), value or "")


def _attribute(tag: str, name: str, value: str) -> Iterator[Oddity]:
    if name in ADDRESSES and name in KNOWN[tag]:
        if not harmless(value, tag):
            yield Oddity("address", tag, name, value)
    elif name not in KNOWN[tag] and not NAMED.match(name):
        yield Oddity("attribute", tag, name, value)


def _instruction(node: LexborNode, written: bool) -> Iterator[Oddity]:
    """A page that nobody wrote may lead on to another page of the site, as those of old addresses do."""
    name, content = node.attributes.get("http-equiv"), node.attributes.get("content") or ""
    onward = (name or "").lower() == "refresh" and not written and ONWARD.match(content)
    if name is not None and name.lower() not in INSTRUCTIONS and not onward:
        yield Oddity("attribute", "meta", "http-equiv", name)


def harmless(address: str, tag: str = "a") -> bool:
    """Returns whether an address only opens a page, dials or writes; `data:` only as the picture of an `img`.

    Browsers leave out tabs and line ends before they look at the scheme (WHATWG URL, 4.4), and so do we.

    >>> harmless("https://a.example"), harmless("java\\tscript:alert(1)"), harmless("data:text/html,x")
    (True, False, False)
    """
    plain = IGNORED.sub("", address).lower()
    found = SCHEME.match(plain)
    return not found or found[0] in OPENED or tag == "img" and PICTURE.match(plain) is not None


def _script(node: LexborNode) -> Iterator[Oddity]:
    """Scripts come from files of the site; what stands in the page itself may only be data."""
    source, kind = node.attributes.get("src"), (node.attributes.get("type") or "").lower()
    if source is None and kind not in INERT:
        yield Oddity("script", "script", "", node.text())
    elif source is not None and (SCHEME.match(IGNORED.sub("", source).lower()) or not source.split("?")[0].endswith(".js")):
        yield Oddity("script", "script", "src", source)
