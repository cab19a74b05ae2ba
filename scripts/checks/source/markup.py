"""Checks that pages are made of words: through HTML and attributes a page could run code or pose as another."""

import re
from collections.abc import Iterator
from datetime import date

from ...facts.finding import Finding, finding
from ...facts.links import INLINE_LINK
from ...facts.place import Place
from ...facts.project import Project

HTML = re.compile(r"<(?![A-Za-z][A-Za-z0-9+.-]*:|[^\s<>@]+@)[A-Za-z/!?][^<>]*>?")
BRACES = re.compile(r"\{[^{}]*\}")
ANCHOR = re.compile(r"\{#[a-z0-9]+(?:-[a-z0-9]+)*\}\Z")


def check(project: Project, today: date) -> Iterator[Finding]:
    """Yields HTML, and attributes other than `{#anchor}` behind a space."""
    for page in project.pages:
        lines = [(_shown(raw, text), page.place(line)) for passage in page.outline.passages
                 if "<" in passage.raw or "{" in passage.raw for raw, text, line in passage.lines()]
        tags = [(match[0].strip(), place) for text, place in lines for match in HTML.finditer(text)]
        opening = [tag for tag in tags if not tag[0].startswith("</")]
        for written, place in opening or tags:
            yield finding(place, "page-html-typed", written=written)
        for text, place in lines:
            yield from _attributes(HTML.sub("", text), place)


def _shown(raw: str, text: str) -> str:
    """Returns a line without code and addresses; HTML that begins a line is HTML for Python-Markdown even in code."""
    return raw if HTML.match(raw.lstrip()) else INLINE_LINK.sub(r"[\2]()", text)


def _attributes(text: str, place: Place) -> Iterator[Finding]:
    for match in BRACES.finditer(text):
        if not ANCHOR.match(match[0]) or not text[:match.start()].endswith(" "):
            yield finding(place, "page-attributes-typed", written=match[0])
