"""Checks that contacts are whole and agree with each other and with the retired numbers."""

import re
from collections.abc import Container, Iterator
from datetime import date, timedelta

from ....facts.contacts import Contact
from ....facts.contacts.out_of_service import numbers_of, without
from ....facts.data.shape import parse_day
from ....facts.finding import Finding, finding
from ....facts.place import Text, texts
from ....facts.project import Project
from ....facts.words import phrase
from ....facts.words.nearest import nearest
from ..numbers.known import one_slip

YEAR = re.compile("(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
LONGEST_DOWN = timedelta(days=366)  # a line that is away for longer is away


def check(project: Project, today: date) -> Iterator[Finding]:
    """Yields contacts without source, receipt or channel, shared and retired numbers, unknown ids."""
    called = {*project.help_bar, *(id for page in project.pages for id in texts(page.meta.get("call")))}
    for contact in project.contacts.values():
        yield from _cited(contact, project)
        yield from _repeated(contact)
        yield from _misnumbered(contact)
        yield from _swapped(contact)
        if contact.published() and not contact.channels:
            yield finding(contact.place, "contact-unreachable", contact=contact.id)
        yield from _verified(contact, project)
        yield from _replaced(contact, project, called)
    yield from _retired(project)
    yield from _shared(project)
    yield from _namesakes(project)
    yield from _named(project)


def _cited(contact: Contact, project: Project) -> Iterator[Finding]:
    if contact.published() and not contact.sources:
        yield finding(contact.place, "contact-source-missing", contact=contact.id)
    sources = project.entries("sources")
    for source in dict.fromkeys((*contact.sources, *contact.verified["evidence"])):
        if sources and source not in sources:
            yield finding(source.place, "contact-source-unknown", contact=contact.id, source=source,
                          guess=nearest(source, sources))


def _repeated(contact: Contact) -> Iterator[Finding]:
    """One line written twice, perhaps free here and charged there: nobody can tell which of the two is right."""
    seen = set()
    for channel in contact.channels:
        way = (channel.href or tuple(channel.url.values()))
        if way and way in seen:
            yield finding(channel.place, "contact-channel-repeated", contact=contact.id, way=channel.number or channel.address or way[0])
        seen.add(way)


def _misnumbered(contact: Contact) -> Iterator[Finding]:
    """Yields what could be a year in a name, and is one slip from the number of the contact: a line 1955 whose number is 195."""
    numbers = {re.sub(r"\D", "", number): number for number in numbers_of(contact)}
    for language, name in contact.name.items():
        for written in YEAR.findall(str(name)):
            if written not in numbers and any(one_slip(written, number) for number in numbers):
                yield finding(contact.name.place_of(language), "contact-name-differs", written=written, contact=contact.id,
                              numbers=", ".join(sorted(numbers.values())), whose="")


def _swapped(contact: Contact) -> Iterator[Finding]:
    """Yields the address under one language that says itself that it is of another one, while the one under that other is not."""
    for channel in contact.channels:
        tongues = {code: _tongue(url, channel.url) for code, url in channel.url.items()}
        for code, other in tongues.items():
            if other and other != code and tongues[other] != other:
                yield finding(channel.place, "contact-address-swapped", contact=contact.id, url=channel.url[code], language=code, other=other)


def _tongue(url: str, codes: Container[str]) -> str:
    """Returns the language that a part of an address names: a folder, the beginning of the host, or a value of the query."""
    parts = re.split(r"[/.?&=#]", url.lower().partition("://")[2])
    return next((code for part in parts if (code := re.split("[-_]", part)[0]) in codes and len(part) <= len("vi-vn")), "")


def _verified(contact: Contact, project: Project) -> Iterator[Finding]:
    """A receipt that proves nothing, or a test call to a line that must stay free: an emergency line, or one of the help bar."""
    receipt = contact.verified
    if contact.published() and not receipt["evidence"]:
        yield finding(receipt.place_of("evidence"), "contact-evidence-missing", contact=contact.id)
    if receipt["how"] == "called" and (contact.kind == "emergency" or contact.id in project.help_bar):
        rule = "contact-emergency-called" if contact.kind == "emergency" else "contact-crisis-called"
        yield finding(receipt.place_of("how"), rule, contact=contact.id)


def _replaced(contact: Contact, project: Project, called: set[str]) -> Iterator[Finding]:
    """Whoever is out of service should send readers to somebody who answers now, and must where a call button named them."""
    if contact.down_until and contact.down_until - parse_day(contact.verified["on"]) > LONGEST_DOWN:
        yield finding(contact.place, "contact-down-long", contact=contact.id, day=contact.down_until)
    if contact.down_until and not contact.replaced_by:
        rule = "contact-stand-in-missing" if contact.id in called else "contact-replacement-missing"
        yield finding(contact.place, rule, contact=contact.id)
    other = project.contacts.get(contact.replaced_by)
    if other is contact:
        yield finding(contact.replaced_by.place, "contact-replaces-itself", contact=contact.id)
    elif other and not project.stand_in(contact):
        yield finding(contact.replaced_by.place, "contact-unpublished", written=f"replaced_by: {other.id}", status=other.status)
    elif contact.replaced_by:
        yield from named(contact.replaced_by, "replaced_by", project)


def _retired(project: Project) -> Iterator[Finding]:
    """A number must not be offered by one file and retired by the other, nor retired twice, perhaps for two who took over."""
    digits = project.settings.country.digits
    numbers: dict[str, str] = {}
    for entry in project.retired.values():
        if (other := numbers.setdefault(digits(entry.number), entry.id)) != entry.id:
            yield finding(entry.place, "retired-number-repeated", number=entry.number, entry=entry.id, other=other)
    for contact in project.contacts.values():
        for channel in contact.channels:
            if contact.published() and channel.number and digits(channel.number) in numbers:
                yield finding(channel.place, "contact-number-retired", number=channel.number, contact=contact.id)


def _shared(project: Project) -> Iterator[Finding]:
    """Two published entries for one number, to call or to write to, would let a reader meet the wrong name beside it."""
    owner: dict[str, str] = {}
    for contact in project.contacts.values():
        if not contact.published():
            continue
        for channel in contact.channels:
            key = project.settings.country.digits(channel.number)
            if channel.number and owner.setdefault(key, contact.id) != contact.id:
                yield finding(channel.place, "contact-number-shared", number=channel.number,
                              contact=contact.id, other=owner[key])


def _namesakes(project: Project) -> Iterator[Finding]:
    """Two published entries under one name: a reader cannot tell whom a number reaches, and a copy of a name is how one is spoofed."""
    owner: dict[tuple[str, tuple[str, ...]], str] = {}
    for contact in project.contacts.values():
        for language, name in contact.name.items() if contact.published() else ():
            if (heard := phrase(without(str(name), numbers_of(contact)))) and owner.setdefault((language, heard), contact.id) != contact.id:
                yield finding(contact.name.place_of(language), "contact-name-shared", name=name, contact=contact.id, other=owner[language, heard])


def _named(project: Project) -> Iterator[Finding]:
    """Ids of contacts that other data files name: the help bar and what replaced a number."""
    replacing = [entry.replaced_by for entry in project.retired.values() if entry.replaced_by]
    for field, ids in (("bar", project.help_bar), ("replaced_by", replacing)):
        for id in ids:
            yield from named(id, field, project)


def named(id: Text, field: str, project: Project) -> Iterator[Finding]:
    """Yields what is wrong with a contact that a field names: readers would be sent to it."""
    known, contact = project.entries("contacts"), project.contacts.get(id)
    if known and id not in known:
        yield finding(id.place, "contact-unknown", contact=id, guess=nearest(id, known))
    elif contact and not (contact.published() or project.offered(id) if field == "replaced_by" else contact.printable()):
        yield finding(id.place, "contact-unpublished", written=f"{field}: {id}", status=contact.status)
