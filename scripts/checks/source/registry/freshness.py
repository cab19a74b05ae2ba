"""Tells which contacts are due to be compared with their sources again, and which stop a release.

Only `verified.on` counts, the day on which somebody compared: no edit of a text, no commit and no file date makes
a number fresh. A line that was out of service is doubtful, too, until somebody has looked again.
"""

from collections.abc import Iterator
from datetime import date

from ....facts.contacts import Contact
from ....facts.contacts.upkeep import ages_of
from ....facts.data.shape import parse_day
from ....facts.finding import Finding, finding
from ....facts.project import Project


def check(project: Project, today: date, release: bool = False) -> Iterator[Finding]:
    """Yields contacts that are due, lapsed, or verified on a day to come; for a release they are errors when it is late."""
    for contact in project.contacts.values():
        if contact.published():
            yield from _lapsed(contact, today, release)
            yield from _compared(contact, project, today, release)


def _lapsed(contact: Contact, today: date, release: bool) -> Iterator[Finding]:
    if contact.lapsed_on(today):
        rule = "release-contact-lapsed" if release else "contact-down-lapsed"
        yield finding(contact.place, rule, contact=contact.id, day=contact.down_until)


def _compared(contact: Contact, project: Project, today: date, release: bool) -> Iterator[Finding]:
    on, ages = parse_day(contact.verified["on"]), ages_of(contact.kind, project.entries("upkeep"))
    age = today - on
    place = contact.verified.place_of("on")
    if age.days < 0:
        yield finding(place, "release-contact-ahead" if release else "contact-check-ahead", contact=contact.id, day=on)
    elif release and age > ages.block:
        yield finding(place, "release-contact-overdue", contact=contact.id, days=age.days, kind=contact.kind, limit=ages.block.days)
    elif age > ages.warn:
        yield finding(place, "contact-check-due", contact=contact.id, days=age.days, day=on + ages.block)
