"""Checks that a list which a page prints whole has entries, and a paragraph of its own to stand in."""

from collections.abc import Iterator
from datetime import date

from ....facts.finding import Finding, finding
from ....facts.pages import Page
from ....facts.pages.tokens import LISTS
from ....facts.project import DATA, Project
from .tokens import MARKER

HOLDS = {"partners": ("campaign", "partners"), "terms": ("glossary", ""), "timeline": ("campaign", "timeline")}


def check(project: Project, today: date) -> Iterator[Finding]:
    """Yields lists in the middle of a sentence, and lists of which the data files hold nothing."""
    for page in project.pages:
        headings = {heading.line for heading in page.outline.headings}  # told already, as misplaced tokens
        for token, line in page.outline.tokens:
            if token.kind not in LISTS or token.id or token.filters or line in headings:
                continue
            if not _alone(page, token.written, line):
                yield finding(page.place(line), "token-misplaced", written=token.written, where="a sentence")
            if not _entries(project, token.kind):
                yield finding(page.place(line), "token-data-missing", written=token.written, file=_file(token.kind))


def _alone(page: Page, written: str, line: int) -> bool:
    return MARKER.sub("", page.markdown.split("\n")[line - page.body_line], count=1).strip() == written


def _entries(project: Project, kind: str) -> object:
    file, name = HOLDS[kind]
    unread = file not in project.data and f"{DATA}/{file}.yml" in project.unread  # told once, as a file
    return unread or (project.entries(file).get(name) if name else project.entries(file))


def _file(kind: str) -> str:
    file, name = HOLDS[kind]
    return f"{file}.yml ({name})" if name else f"{file}.yml"
