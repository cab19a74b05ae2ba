"""Tells what waits for somebody: pages to review or translate, contacts to compare again."""

from collections.abc import Iterator
from datetime import date

from ..facts.project import Project
from ..facts.shape import parse_day
from ..facts.upkeep import ages_of


def status(project: Project, today: date) -> str:
    """Returns the state of pages and contacts as lines of text."""
    if project.settings is None:
        return ""
    return "\n".join([*_pages(project), "", *_contacts(project, today), ""])


def _pages(project: Project) -> Iterator[str]:
    for code in project.settings.codes:
        pages = [page for page in project.pages if page.language == code]
        waiting = [page.path for page in pages if page.meta.get("reviewed") == "pending"]
        yield f"{code}: {len(pages)} pages, {len(waiting)} wait for a review"
        for page in pages:
            if page.meta.get("translation"):
                yield f"    {page.path}: translation pending"


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
