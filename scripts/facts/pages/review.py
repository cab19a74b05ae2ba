"""Says who has read a page and who still must: a translator, somebody who protects children, a lawyer.

Which roles a page needs depends on the harm that a mistake on it could do; that table is data
(`docs/_data/review.yml`), so that the owners of a campaign can change it without touching code.
"""

from datetime import date

from ..data.shape import parse_day
from ..place import Items, Record, mapping, texts
from ..project import Project
from . import Page


def reviews(page: Page) -> list[Record]:
    """Returns the reviews that front matter names, each with `on`, `by` and `role`; none while it says pending."""
    written = page.meta.get("reviewed")
    listed = written if isinstance(written, Items) else [written]
    return [entry for entry in listed if isinstance(entry, Record) and isinstance(entry.get("role"), str)]


def risk_of(page: Page, project: Project) -> str:
    """Returns low, medium or high: what the page says, else what its type stands for, else nothing."""
    return str(page.meta.get("risk") or mapping(project.entries("review").get("risk_of_type")).get(page.type) or "")


def waiting(page: Page, project: Project) -> tuple[str, ...]:
    """Returns the roles that have not read the page yet, in the order of `review.yml`."""
    read = {entry["role"] for entry in reviews(page)}
    needed = texts(mapping(project.entries("review").get("needed")).get(risk_of(page, project)))
    return tuple(str(role) for role in needed if role not in read)


def overdue(page: Page, project: Project, today: date) -> list[tuple[str, int]]:
    """Returns the roles whose review is older than its time, with its age in days."""
    days = mapping(project.entries("review").get("again_after_days")).get(risk_of(page, project))
    if not isinstance(days, str) or not days.isdigit():
        return []
    ages = ((str(entry["role"]), parse_day(entry.get("on"))) for entry in reviews(page))
    return [(role, (today - on).days) for role, on in ages if on and (today - on).days > int(days)]
