"""Checks of what readers get: the finished HTML, in a folder or in a zip."""

from collections.abc import Iterator

from ...facts.finding import Finding
from ...facts.project import Project
from . import calls, language, links, numbers, offline, tokens
from .tree import Tree

CHECKS = (tokens, calls, numbers, language, links, offline)


def check_built(project: Project, tree: Tree) -> Iterator[Finding]:
    """Yields what is wrong with a finished site."""
    for module in CHECKS:
        yield from module.check(project, tree)
