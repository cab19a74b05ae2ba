"""Checks that every page is listed in `nav`, and that `nav` lists only pages."""

from collections.abc import Iterator
from datetime import date

from ...facts.finding import Finding, finding
from ...facts.nearest import nearest
from ...facts.place import Place
from ...facts.project import Project
from ...facts.settings import SETTINGS


def check(project: Project, today: date) -> Iterator[Finding]:
    """Yields pages that are not in nav, and nav entries without page or written twice."""
    settings = project.settings
    pairs = {page.pair: page for page in project.pages if page.language == settings.default}
    for pair, page in pairs.items():
        if pair not in settings.nav and pair not in settings.hidden:
            yield finding(page.place(), "page-not-in-nav", pair=pair)
    seen = set()
    for entry in settings.nav:
        if entry in seen:
            yield finding(entry.place, "nav-page-repeated", pair=entry)
        elif entry not in pairs:
            yield finding(entry.place, "nav-page-missing", pair=entry, guess=nearest(entry, pairs))
        seen.add(entry)
    help_page = (project.entries("campaign").get("help") or {}).get("page")
    if help_page and help_page not in pairs:
        place = getattr(help_page, "place", Place(SETTINGS))
        yield finding(place, "nav-page-missing", pair=help_page, guess=nearest(help_page, pairs))
