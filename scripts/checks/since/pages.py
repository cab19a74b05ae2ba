"""Checks that no page went away in silence: its address is printed on paper and saved on phones."""

from collections.abc import Iterator

from ...facts.files.past import Past
from ...facts.finding import Finding, finding
from ...facts.pages import DOCS
from ...facts.place import Place
from ...facts.project import Project


def check(project: Project, past: Past) -> Iterator[Finding]:
    """Yields pages that were there and now stand in no language and not in `moved.yml` either."""
    default, codes = project.settings.default, project.settings.codes
    for pair in sorted(past.pairs):
        if not any(project.stands(pair, code) for code in codes) and pair not in project.entries("moved"):
            yield finding(Place(f"{DOCS}/{default}/{pair}"), "page-removed-untold", rev=past.rev)
