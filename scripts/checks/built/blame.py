"""Finds the line of Markdown that wrote a link of a finished page."""

import re

from ...facts.place import Place
from ...facts.project import Project
from .tree import BuiltPage


def blamed(project: Project, page: BuiltPage, target: str = "") -> Place:
    """Returns the line of the page's source that links to `target`, or the best place known."""
    source = project.by_path.get(page.source)
    if source is None:
        return Place(page.source or page.address)
    for link in source.outline.links:
        if target and re.sub(r"\.md(?=#|\Z)", ".html", link.target) == target:
            return source.place(link.line)
    return source.place()


def blamed_for_token(project: Project, page: BuiltPage, written: str) -> Place:
    """Returns the line of the page's source that holds the token."""
    source = project.by_path.get(page.source)
    if source is None:
        return Place(page.source or page.address)
    for number, line in enumerate(source.markdown.split("\n"), source.body_line):
        if f"[[{written}]]" in line:
            return source.place(number)
    return source.place()
