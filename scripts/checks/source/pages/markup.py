"""Checks that pages are made of words: through HTML and attributes a page could run code or pose as another.

What is refused here never reaches a reader; `checks/built/pages/markup.py` looks once more at what was made.
"""

import re
from collections.abc import Iterator
from datetime import date

from ....facts.finding import Finding, finding
from ....facts.pages import PRINTED, Page
from ....facts.pages.links import INLINE_LINK
from ....facts.place import Place, Record, leaves
from ....facts.project import Project
from ....facts.words.nearest import nearest

# All but the addresses in angle brackets that Markdown makes a link of.
HTML = re.compile(r"<(?!(?:https?://|mailto:|tel:|sms:)[^\s<>\"']*>|[^\s<>@\"']+@[^\s<>@\"']+>)[A-Za-z/!?][^<>]*>?", re.IGNORECASE)
NO_TAG = re.compile(r"<[A-Za-z][A-Za-z0-9]*[;,.:)+*=]")  # “a<b; c”: nothing of HTML begins so unless `>` ends it
HANDLER = re.compile(r"""["'“”]\s*on[a-z]{3,}\s*=|\bon[a-z]{3,}\s*=\s*["']|javascript\s*:""", re.IGNORECASE)
BRACES = re.compile(r"\{\{[^{}]*\}\}|\{[^{}]*\}?|\}")
TEMPLATE = ("{{", "{%")
COMMENT = "<!--"
HARMLESS = re.compile(r"</?(?:br|kbd|sub|sup) ?/?>", re.IGNORECASE)  # no attribute, nothing that runs, opens or hides anything
GAP = re.compile(r"(?<=[ (])\{[^\W\d_][\w' ]*\}(?=[ .,;:!?)”\"]*[^\W_])")  # to be filled in: neither behind a link nor at the end of a block
ANCHOR = re.compile(r"\{#[a-z0-9]+(?:-[a-z0-9]+)*\}\Z")
FENCE = re.compile(r"[ \t>]*(?:`{3,}|~{3,}).*?(\{.*)")
BOX = re.compile(r"!!!\s*(.*)")
BOX_TITLE = re.compile(r'"[^"]*"\s*\Z')
BOXES = ("abstract", "note", "info", "tip", "success", "question", "warning", "failure", "danger", "example", "quote")


def check(project: Project, today: date) -> Iterator[Finding]:
    """Yields HTML, also in the texts of data files, attributes other than `{#anchor}` behind a space, and boxes of a kind that no style knows."""
    for page in project.pages:
        lines = [(_shown(raw, text), page.place(line)) for passage in page.outline.passages
                 if "<" in passage.raw or "{" in passage.raw or "}" in passage.raw for raw, text, line in passage.lines()]
        tags = list(_tags(lines))
        opening = [tag for tag in tags if not tag[0].startswith("</")]
        for written, place in opening or tags:
            yield finding(place, "page-comment-typed" if written.startswith(COMMENT) else "page-html-typed", written=written)
        for text, place in lines:
            yield from _attributes(HTML.sub("", text), place)
        yield from _begun(page)
        for key in PRINTED:
            if found := _tag(page.meta.get(key)):
                yield finding(page.meta.place_of(key), "page-html-typed", written=found)
    for entries in project.data.values():
        yield from _data(entries)


def _tags(lines: list[tuple[str, Place]]) -> Iterator[tuple[str, Place]]:
    """Yields the tags of a page; what cannot be one is none, unless some later line could end it."""
    last = max((at for at, (text, _) in enumerate(lines) if ">" in text), default=-1)
    for at, (text, place) in enumerate(lines):
        for match in HTML.finditer(text):
            if not HARMLESS.fullmatch(match[0]) and (at < last or match[0].endswith(">") or not NO_TAG.match(match[0])):
                yield match[0].strip(), place


def _data(entries: Record) -> Iterator[Finding]:
    for _, text, place in leaves(entries, entries.place):
        if found := _tag(text):
            yield finding(place, "data-html-typed", written=found)


def _tag(value: object) -> str:
    """Returns the first tag, or attribute that runs code, of a text."""
    found = (HTML.search(value) or HANDLER.search(value)) if isinstance(value, str) else None
    return found[0].strip() if found else ""


def _shown(raw: str, text: str) -> str:
    """Returns a line without code and addresses; HTML that begins a line is HTML for Python-Markdown even in code."""
    return raw if HTML.match(raw.lstrip()) else INLINE_LINK.sub(r"[\2]()", text)


def _attributes(text: str, place: Place) -> Iterator[Finding]:
    for match in BRACES.finditer(text):
        if GAP.match(text, match.start()):
            continue
        if match[0].startswith(TEMPLATE):
            yield finding(place, "page-template-typed", written=match[0].strip())
        elif not ANCHOR.match(match[0]) or not text[:match.start()].endswith(" "):
            yield finding(place, "page-attributes-typed", written=match[0].strip())


def _begun(page: Page) -> Iterator[Finding]:
    """Yields attributes behind the beginning of code, and boxes whose class is not one of Material's."""
    for number, line in enumerate(page.markdown.split("\n"), page.body_line):
        if fence := FENCE.match(line):
            yield finding(page.place(number), "page-attributes-typed", written=fence[1].strip())
        if box := BOX.match(line.strip()):
            kind = BOX_TITLE.sub("", box[1]).strip()
            if kind not in BOXES:
                yield finding(page.place(number), "page-box-unknown", kind=kind, known=", ".join(BOXES),
                              guess=nearest(kind, BOXES))
