"""Checks that no token reached a reader unrendered."""

from collections.abc import Iterator

from ...facts.finding import Finding, finding
from ...facts.project import Project
from .blame import blamed_for_token
from .tree import Tree


def check(project: Project, tree: Tree) -> Iterator[Finding]:
    """Yields every `[[token]]` outside of code."""
    for page in tree.pages:
        for written in page.tokens:
            yield finding(blamed_for_token(project, page, written), "built-token-left", written=written)
