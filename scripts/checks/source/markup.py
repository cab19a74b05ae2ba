"""Checks that pages are made of words: through HTML and attributes a page could run code or pose as another."""

import re
from collections.abc import Iterator
from datetime import date

from ...facts.finding import Finding, finding
from ...facts.project import Project

HTML = re.compile(r"<(?![A-Za-z][A-Za-z0-9+.-]*:|[^\s<>@]+@)[A-Za-z/!?][^<>]*>?")
BRACES = re.compile(r"\{[^{}]*\}")
ANCHOR = re.compile(r"\{#[a-z0-9]+(?:-[a-z0-9]+)*\}\Z")


def check(project: Project, today: date) -> Iterator[Finding]:
    """Yields HTML, and attributes other than `{#anchor}` behind a space."""
    for page in project.pages:
        for passage in page.outline.passages:
            for _, text, line in passage.lines():
                for match in HTML.finditer(text):
                    yield finding(page.place(line), "page-html-typed", written=match[0].strip())
                rest = HTML.sub("", text)
                for match in BRACES.finditer(rest):
                    if not ANCHOR.match(match[0]) or not rest[:match.start()].endswith(" "):
                        yield finding(page.place(line), "page-attributes-typed", written=match[0])
