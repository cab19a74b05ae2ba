"""Checks that each page names its own language, for screen readers and search engines (WCAG 3.1.1)."""

from collections.abc import Iterator

from ...facts.finding import Finding, finding
from ...facts.project import Project
from .blame import blamed, source_of
from .tree import Tree


def check(project: Project, tree: Tree) -> Iterator[Finding]:
    """Yields pages whose `lang` is not the language of their address."""
    for page in tree.pages:
        expected = language_of(page.address, project)
        written = page.source or source_of(project, page)
        if written and page.language != expected:
            yield finding(blamed(project, page), "built-language-wrong", written=page.language, language=expected)


def language_of(address: str, project: Project) -> str:
    """Returns the language that an address belongs to: its first folder, else the main language."""
    folder = address.partition("/")[0]
    return folder if folder in project.settings.codes[1:] else project.settings.default
