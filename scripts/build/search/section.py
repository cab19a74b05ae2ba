"""Cuts a finished page into the sections that a search can answer with.

A parent who types a question wants the paragraph, not the top of a long page: every heading
that can be linked to begins a section of its own.
"""

from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

ARTICLE = ("article.md-content__inner", "main")
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
BLOCKS = HEADINGS | {"p", "li", "ul", "ol", "div", "section", "header", "footer", "blockquote", "dl", "dt", "dd",
                     "table", "tr", "td", "th", "br", "hr", "figure", "figcaption", "details", "summary", "address"}
# Words that stand on every page, or that nobody searches for, would only push the right page down.
# `data-search-exclude` is Material's own way to say so, on any element.
NOISE = ("nav, aside, script, style, template, svg, form, dialog, [hidden], [data-search-exclude], .headerlink, "
         ".app-call-buttons, .app-content-note, .app-contact-card__terms, .app-contact-card__proof")
# Of these an excerpt shows all or none: half a number, or half a notice that a line is out of service, is worse than none.
WHOLE = ("app-contact-link", "app-contact-out", "app-contact-card__down")
TOGETHER = "\u2063"  # stands between them in place of the space; `data` puts the space back


@dataclass(frozen=True)
class Section:
    """A part of a page under one heading; the part above the first heading has neither anchor nor heading."""

    address: str
    anchor: str
    page_title: str
    heading: str
    text: str
    kind: str


@dataclass
class _Part:
    anchor: str = ""
    heading: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)


def sections(html: str, address: str, kind: str = "guide") -> list[Section]:
    """Returns the sections of one built page in reading order, empty ones left out.

    `address` is the page's place in the site ("en/index.html"), `kind` its front matter `type`.
    The page's description, when it has one, opens the first section. A page without an article
    or a level-one heading has no sections.
    """
    tree = LexborHTMLParser(html)
    article = next(filter(None, map(tree.css_first, ARTICLE)), None)
    title = article.css_first("h1") if article else None
    if title is None:
        return []
    for node in article.css(NOISE):
        node.decompose()
    name, *others = _parts(article)
    name.text[:0] = [_description(tree), " "]
    page_title = _plain(name.heading)
    found = [Section(address, part.anchor, page_title, _plain(part.heading) if part.anchor else "",
                     _plain(part.text), kind) for part in (name, *others)]
    return [section for section in found if section.anchor == "" or section.text or section.heading]


def _parts(article: LexborNode) -> list[_Part]:
    parts = [_Part()]
    _read(article, parts, None)
    return parts


def _read(node: LexborNode, parts: list[_Part], into: list[str] | None) -> None:
    """Adds the text below `node` to `into`, or to the part that is open when `into` is None."""
    for child in node.iter(include_text=True):
        tag = child.tag
        if tag == "-text":
            (parts[-1].text if into is None else into).append(child.text_content or "")
            continue
        gap = [" "] if tag in BLOCKS else []
        (parts[-1].text if into is None else into).extend(gap)
        if child.attributes.get("class") in WHOLE:
            (parts[-1].text if into is None else into).append(_whole(child, parts))
        else:
            _read(child, parts, _heading(child, parts) if tag in HEADINGS else into)
        (parts[-1].text if into is None else into).extend(gap)


def _whole(node: LexborNode, parts: list[_Part]) -> str:
    pieces: list[str] = []
    _read(node, parts, pieces)
    return _plain(pieces).replace(" ", TOGETHER)


def _heading(node: LexborNode, parts: list[_Part]) -> list[str] | None:
    """Opens a new part when `node` can be linked to; returns where the words of the heading belong."""
    anchor = node.attributes.get("id")
    if node.tag != "h1" and not anchor:
        return None
    if node.tag != "h1":
        parts.append(_Part(anchor))
    return parts[-1].heading


def _description(tree: LexborHTMLParser) -> str:
    meta = tree.css_first('meta[name="description"]')
    return (meta.attributes.get("content") or "") if meta else ""


def _plain(pieces: list[str]) -> str:
    return " ".join("".join(pieces).split())
