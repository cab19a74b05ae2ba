"""Checks that every page is listed in `nav`, and that `nav` lists only pages."""

from collections.abc import Iterator
from datetime import date

from ....facts.finding import Finding, finding
from ....facts.place import Text
from ....facts.project import Project
from ....facts.words.nearest import closest, nearest


def check(project: Project, today: date) -> Iterator[Finding]:
    """Yields pages that are not in nav, and nav entries without page or written twice."""
    settings = project.settings
    pairs = {page.pair: page for page in project.pages if page.language == settings.default}
    if not pairs:  # told once, as a missing folder
        return
    meant = {closest(entry, pairs) for entry in settings.nav if not project.stands(entry, settings.default)}
    for pair, page in pairs.items():
        if pair not in settings.nav and pair not in settings.hidden and pair not in meant:
            yield finding(page.place(), "page-not-in-nav", pair=pair)
    seen = set()
    for entry in settings.nav:
        if entry in seen:
            yield finding(entry.place, "nav-page-repeated", pair=entry)
        elif not project.stands(entry, settings.default):
            yield finding(entry.place, "nav-page-missing", pair=entry, guess=nearest(entry, pairs))
        seen.add(entry)
    help_page = project.group("campaign", "help").get("page")
    if isinstance(help_page, Text) and help_page and not project.stands(help_page, settings.default):
        yield finding(help_page.place, "nav-page-missing", pair=help_page, guess=nearest(help_page, pairs))
