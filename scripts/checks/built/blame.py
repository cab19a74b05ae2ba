"""Finds the Markdown file, and the line in it, that wrote something on a finished page."""

import re

from ...facts.pages import Page
from ...facts.place import Place
from ...facts.project import Project
from .tree import BuiltPage


def source_of(project: Project, page: BuiltPage) -> Page | None:
    """Returns the page of the sources that a finished page says, or by its address must, come from."""
    return project.by_path.get(page.source) or project.by_address.get(page.address)


def blamed(project: Project, page: BuiltPage, target: str = "") -> Place:
    """Returns the line of the page's source that links to `target`, or the best place known."""
    source = source_of(project, page)
    if source is None:
        return Place(page.source or page.address)
    for link in source.outline.links:
        if target and re.sub(r"\.md(?=#|\Z)", ".html", link.target) == target:
            return source.place(link.line)
    return source.place()


def blamed_for_token(project: Project, page: BuiltPage, written: str) -> Place:
    """Returns the line of the page's source that holds the token."""
    source = source_of(project, page)
    if source is None:
        return Place(page.source or page.address)
    for number, line in enumerate(source.markdown.split("\n"), source.body_line):
        if written in line:
            return source.place(number)
    return source.place()


def blamed_for_words(project: Project, page: BuiltPage, words: tuple[str, ...]) -> Place:
    """Returns the first line of the page's source that holds the first of these words, else the next of them."""
    source = source_of(project, page)
    if source is None:
        return Place(page.source or page.address)
    lines = source.markdown.lower().split("\n")
    for word in filter(None, (word.strip().lower() for word in words)):
        if number := next((number for number, line in enumerate(lines, source.body_line) if word in line), 0):
            return source.place(number)
    return source.place()
