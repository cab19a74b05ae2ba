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
from ....facts.place import Record, mapping
from ....facts.project import Project

# Days on which something was published, told, counted or taken out of use.
PASSED = (("sources", "", "date"), ("changes", "", "date"), ("campaign", "facts", "as_of"), ("convention", "statements", "as_of"), ("retired", "", "since"))


def check(project: Project, today: date, release: bool = False) -> Iterator[Finding]:
    """Yields contacts that are due, lapsed, or verified on a day to come or before their evidence, and other days to come;
    for a release, what is late is an error."""
    for contact in project.contacts.values():
        if contact.published():
            yield from _lapsed(contact, today, release)
            yield from _compared(contact, project, today, release)
            yield from _proved(contact, project)
    yield from _ahead(project, today)


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


def _proved(contact: Contact, project: Project) -> Iterator[Finding]:
    """Nobody can have compared a number with what was published only afterwards."""
    on, sources = parse_day(contact.verified["on"]), project.entries("sources")
    for source in contact.verified["evidence"]:
        published = parse_day(mapping(sources.get(source)).get("date"))
        if published and published > on:
            yield finding(source.place, "contact-evidence-later", contact=contact.id, source=source, day=published, on=on)


def _ahead(project: Project, today: date) -> Iterator[Finding]:
    for file, group, field in PASSED:
        for id, entry in project.group(file, group).items():
            yield from _day_ahead(mapping(entry), field, id, "data-day-ahead", today)
    yield from _day_ahead(project.entries("convention"), "checked", "convention", "data-check-ahead", today)
    for id, entry in project.group("convention", "statements").items():
        yield from _day_ahead(mapping(entry), "checked", id, "data-check-ahead", today)


def _day_ahead(entry: Record, field: str, name: str, rule: str, today: date) -> Iterator[Finding]:
    day = parse_day(entry.get(field))
    if day and day > today:
        yield finding(entry.place_of(field), rule, entry=name, field=field, day=day)
