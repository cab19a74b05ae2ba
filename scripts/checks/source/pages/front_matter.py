"""Checks that front matter agrees with the page below it and with the data files."""

from collections.abc import Iterator
from datetime import date

from ....facts.data.shape import parse_day
from ....facts.finding import Finding, finding
from ....facts.pages import Page
from ....facts.pages.review import reviews
from ....facts.place import texts
from ....facts.project import Project
from ....facts.words.nearest import nearest
from ..registry.contacts import named

LONGEST_DESCRIPTION = 160  # characters; search engines and chat previews cut the rest


def check(project: Project, today: date) -> Iterator[Finding]:
    """Yields titles that differ from the heading, unknown sources, and wrong people to call, and reviews that cannot be."""
    for page in project.pages:
        yield from _headed(page)
        yield from _cited(page, project)
        yield from _called(page, project)
        yield from _reviewed(page, today)
        description = page.meta.get("description")
        if isinstance(description, str) and len(description) > LONGEST_DESCRIPTION:
            yield finding(page.meta.place_of("description"), "page-description-long",
                          length=len(description), longest=LONGEST_DESCRIPTION)


def _headed(page: Page) -> Iterator[Finding]:
    first = [heading for heading in page.outline.headings if heading.level == 1]
    if len(first) != 1:
        line = first[1].line if first else page.body_line
        yield finding(page.place(line), "page-heading-first", count=len(first))
    elif page.title and first[0].text != page.title:
        yield finding(page.place(first[0].line), "page-title-differs", title=page.title, heading=first[0].text)


def _reviewed(page: Page, today: date) -> Iterator[Finding]:
    """A page must not claim a reading that has not happened, nor two of one kind."""
    taken: set[str] = set()
    for review in reviews(page):
        on = parse_day(review.get("on"))
        if on and on > today:
            yield finding(review.place_of("on"), "review-in-future", on=on, today=today)
        if review["role"] in taken:
            yield finding(review.place_of("role"), "review-repeated", role=review["role"])
        taken.add(review["role"])


def _cited(page: Page, project: Project) -> Iterator[Finding]:
    if "sources" not in project.data:  # told once as a missing file
        return
    sources = project.entries("sources")
    for source in texts(page.meta.get("sources")):
        if source not in sources:
            yield finding(source.place, "page-source-unknown", source=source, guess=nearest(source, sources))


def _called(page: Page, project: Project) -> Iterator[Finding]:
    if page.type == "help" and not page.meta.get("call"):
        yield finding(page.meta.place_of("type"), "page-call-missing")
    for id in texts(page.meta.get("call")):
        yield from named(id, "call", project)
