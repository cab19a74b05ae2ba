"""Tells what waits for somebody: pages to review or translate, contacts to compare again."""

from collections.abc import Iterator
from datetime import date

from ..facts.contacts.upkeep import ages_of
from ..facts.data.shape import parse_day
from ..facts.pages import RISKS, ROLES, Page
from ..facts.pages.review import overdue, reviews, risk_of, waiting
from ..facts.place import visible
from ..facts.project import Project


def status(project: Project, today: date) -> str:
    """Returns the state of pages and contacts as lines of text."""
    if project.settings is None:
        return ""
    return "\n".join(map(visible, [*_pages(project, today), "", *_contacts(project, today), ""]))


def _pages(project: Project, today: date) -> Iterator[str]:
    for code in project.settings.codes:
        pages = [page for page in project.pages if page.language == code]
        unread = [page for page in pages if not reviews(page)]
        yield f"{code}: {len(pages)} pages, {len(unread)} wait for a first review"
        yield from _roles(project, pages, today)
        for page in pages:
            if page.meta.get("translation"):
                yield f"    {page.path}: translation pending"


def _roles(project: Project, pages: list[Page], today: date) -> Iterator[str]:
    """Yields, for each risk and role, which pages wait; what can hurt somebody comes first."""
    lines: dict[tuple[str, str], list[str]] = {}
    for page in pages:
        for role in waiting(page, project):
            lines.setdefault((risk_of(page, project), role), []).append(page.pair)
    for risk, role in sorted(lines, key=lambda line: (-RISKS.index(line[0]), ROLES.index(line[1]))):
        waits = lines[risk, role]
        yield f"    {risk} risk, {role}: {len(waits)} wait: {', '.join(waits)}"
    for page in pages:
        for role, age in overdue(page, project, today):
            yield f"    {page.path}: read by {role} {age} days ago; have it read again"


def _contacts(project: Project, today: date) -> Iterator[str]:
    live = [contact for contact in project.contacts.values() if contact.published()]
    yield f"contacts: {len(live)} published of {len(project.contacts)}, {len(project.retired)} numbers retired"
    for contact in live:
        compared = parse_day(contact.verified["on"])
        ages = ages_of(contact.kind, project.entries("upkeep"))
        if today - compared > ages.warn:
            yield (f"    {contact.id}: compared {(today - compared).days} days ago ({compared}); compare it with its sources again"
                   f" before {compared + ages.block}")
        if contact.down_until:
            yield f"    {contact.id}: out of service until {contact.down_until}"
