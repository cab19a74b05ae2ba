"""Reads a finished page the way a browser does (WHATWG HTML, by Lexbor) into what the checks need of it."""

import re
from collections import Counter
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ....facts.pages.tokens import BROKEN, KINDS, TOKEN
from ....facts.served import POLICY, style_hash
from ..files.page import Body, Front, Heard, Reference
from ..pages.allowed import oddities
from . import stylesheet
from .article import article, ways
from .boxes import boxes
from .dialled import rows
from .hidden import hidden
from .linked_data import in_linked_data
from .speech import CALLS, groups, names_of, said
from .srcset import candidates

# Where an address may stand, and on which elements; an empty list means on any.
ADDRESSED = {
    "href": (), "src": (), "poster": ("video",), "data": ("object",), "action": ("form",), "formaction": ("button", "input"),
    "background": ("body", "table", "thead", "tbody", "tfoot", "tr", "td", "th"), "ping": ("a", "area"), "longdesc": ("img", "iframe"),
    "xlink:href": ()}
SETS = ("srcset", "imagesrcset")
OURS = ("data-index", "data-engine", "data-offline-href")  # what our own scripts open
TOLD = {"og:image", "og:image:url", "og:image:secure_url", "og:url", "og:video", "og:video:url", "og:audio", "og:audio:url",
        "twitter:image", "twitter:image:src", "msapplication-tileimage", "msapplication-config"}
# In :is(), because Lexbor gives an element once for each selector of a list. [href] finds the xlink:href of old drawings, too.
SELECTOR = ":is({})".format(", ".join([
    *(f"[{name}]" for name in (*ADDRESSED, *SETS) if ":" not in name), "[style]", "style", "[id]", "a[name]", "meta[content]",
    "[data-module]", 'script[type="application/ld+json" i]']))
LINKS = ("a", "area")
REFRESH = re.compile(r"\s*[\d.]+\s*(?:[;,]\s*|\s)(?:url\s*=\s*)?(?:\"([^\"]*)|'([^']*)|(\S.*))", re.IGNORECASE | re.DOTALL)
ENDS = "".join(map(chr, range(33)))  # what a browser takes off both ends of an address; a no-break space stays
QUOTING = ("code", "pre", "kbd", "samp", "script", "style", "textarea")
LEFT = re.compile(f"{TOKEN.pattern}|{BROKEN.pattern}")
SIGNS = ("[[", "]]", *(f"[{kind}:" for kind in KINDS))  # without one of them LEFT finds nothing, and takes long to say so
BEGUN = (re.compile(rb"\[(?:\[|(?:%s):)" % "|".join(KINDS).encode()), re.compile(rb"\]\]"), re.compile(rb"&(?:#|[lr]brack|[lr]sqb)"))


def read(content: bytes, kind: str = "page") -> tuple[Front, Body]:
    """Returns what the checks need of one page."""
    document = LexborHTMLParser(content)
    ids, names, references = [], [], []
    languages = _marked(document)
    for node in document.css(SELECTOR):
        attributes = node.attributes
        if identity := attributes.get("id"):
            ids.append(identity)
            if len(attributes) == 1:  # a heading: half of what is found
                continue
        tag = node.tag
        if tag == "a" and (name := attributes.get("name")):
            names.append(name)
        references += _references(node, tag, attributes, languages)
    found = tuple(dict.fromkeys(references))
    front, repeated = _front(kind, document, found, (*ids, *names)), tuple(id for id, count in Counter(ids).items() if count > 1)
    return front, Body(found, repeated, _tokens(document, content))  # tokens last: that takes code out of the document


def hear(content: bytes) -> Heard:
    """Returns what one page says, and what stands in it and should not."""
    document = LexborHTMLParser(content)
    return Heard(tuple(dict.fromkeys(oddities(document))), tuple(said(document)), tuple(groups(document)), tuple(rows(document)),
                 tuple(boxes(document)), _policies(document), tuple(dict.fromkeys(hidden(document))), article(document), ways(document))


def _front(kind: str, document: LexborHTMLParser, found: tuple[Reference, ...], places: tuple[str, ...]) -> Front:
    source = document.css_first('meta[name="app-source"]')
    root = document.css_first("html") if kind == "page" else None
    robots = document.css_first('meta[name="robots" i]')
    links = [one for one in found if one.tag == "link"]
    return Front(
        kind, f"docs/{source.attributes.get('content')}" if source else "", (root.attributes.get("lang") or "") if root else "",
        next((one.target for one in found if one.tag == "base"), ""),
        next((one.target for one in links if "canonical" in one.rel.lower().split()), ""), tuple(dict.fromkeys(places)),
        tuple((one.said, one.target) for one in links if one.said and "alternate" in one.rel.lower().split()),
        tuple(one.target for one in found if one.target[:9].lower().startswith(CALLS)),
        any(one.tag == "meta" and one.attribute == "content" for one in found)
        or bool(robots and "noindex" in (robots.attributes.get("content") or "").lower()),
        len(found), sum(one.tag == "a" and "//" in one.target for one in found),
        tuple(dict.fromkeys(style_hash(style.text()) for style in document.css("style"))))


def _policies(document: LexborHTMLParser) -> tuple[str, ...]:
    said = ((node.attributes.get("http-equiv") or "", node.attributes.get("content") or "") for node in document.css("meta[http-equiv]"))
    return tuple(content for name, content in said if name.strip().lower() == POLICY.lower())


def _references(node: LexborNode, tag: str, attributes: dict[str, str | None], languages: dict[int, str]) -> Iterator[Reference]:
    if "-" in tag:  # an element that scripts make; what its attributes mean, they alone know
        return
    if tag == "meta":
        yield from _in_meta(attributes)
    elif tag == "style":
        yield from stylesheet.addresses(node.text())
    elif tag == "script" and (attributes.get("type") or "").lower() == "application/ld+json":
        yield from in_linked_data(node.text())
    for attribute, value in attributes.items():
        if attribute in ADDRESSED and (not ADDRESSED[attribute] or tag in ADDRESSED[attribute]):
            yield _reference(node, tag, attributes, attribute, (value or "").strip(ENDS), languages)
        elif attribute in SETS:
            yield from (Reference(tag, attribute, target) for target in candidates(value or ""))
        elif attribute == "style":
            yield from stylesheet.addresses(value or "")
        elif attribute in OURS and "data-module" in attributes:
            yield Reference(tag, attribute, (value or "").strip(ENDS))


def _reference(node: LexborNode, tag: str, attributes: dict[str, str | None], attribute: str, target: str, languages: dict[int, str]) -> Reference:
    told = attributes.get("hreflang") or ""
    if not told and languages and tag in LINKS:
        told = languages.get(node.mem_id, "")
    text, names = (" ".join(node.text().split()), names_of(node)) if target[:9].lower().startswith(CALLS) else ("", ())
    return Reference(tag, attribute.removeprefix("xlink:"), target, attributes.get("rel") or "", told, text, names)


def _marked(document: LexborHTMLParser) -> dict[int, str]:
    """Returns for each link whose words are marked with a language, within it or around it, which one that is."""
    found = {}
    for node in document.css("body [lang]"):  # outer elements come before inner ones, which know better
        around = node
        while around is not None and around.tag not in (*LINKS, "body"):
            around = around.parent
        inside = around is not None and around.tag in LINKS
        for link in [around] if inside else node.css(":is(a, area)"):
            found[link.mem_id] = f"~{node.attributes.get('lang') or ''}"
    return found


def _in_meta(attributes: dict[str, str | None]) -> Iterator[Reference]:
    content = attributes.get("content") or ""
    name = (attributes.get("property") or attributes.get("name") or "").lower()
    if (attributes.get("http-equiv") or "").lower() == "refresh":
        if match := REFRESH.match(content):
            yield Reference("meta", "content", (match[1] or match[2] or match[3] or "").strip(ENDS))
    elif name in TOLD and content.strip():
        yield Reference("meta", name, content.strip(ENDS))


def _tokens(document: LexborHTMLParser, content: bytes) -> tuple[str, ...]:
    """Returns what a reader gets of tokens that were not replaced, whole or with a bracket missing."""
    style = content.find(b"<style")  # half of a page, and searched through eleven times for nothing
    told = content[:style] + content[max(content.find(b"</style>", style), style):] if style >= 0 else content
    if not any(sign.search(told) for sign in BEGUN):
        return ()
    html = document.html or ""
    if not any(sign in html for sign in SIGNS) or not LEFT.search(html):
        return ()
    document.strip_tags(list(QUOTING), recursive=True)
    return tuple(" ".join(match[0].split()) for match in LEFT.finditer(document.html or ""))
