"""Checks that a box about one contact says what the registry says, all of it and nothing else.

Who believes that a call is free, or that somebody answers at night, decides by it whether to dial.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from unicodedata import normalize

from ...facts.contacts import Channel, Contact
from ...facts.place import mapping
from ...facts.project import Project
from .calls import named
from .page import Box, BuiltPage, Fault, fault
from .world import World, language_of

WORDS = ("call", "text", "answered_in", "from_this_country", "from_anywhere", "open_website", "needs_internet", "email", "app", "in_person",
         "know_before", "run_by", "called_on", "letter_on", "compared_on", "not_called", "use_instead", "contact_retired",
         "down_until", "down_lapsed", "in_place_of", "elsewhere", "out_until", "out_for_good")  # what templates say of any contact
DATE, NUMBER = "{date}", re.compile("[0-9]+")
KINDS = {"card": "the card", "button": "the button", "end": "the line"}


def judge(page: BuiltPage, world: World) -> Iterator[Fault]:
    """Yields what a box says and the registry does not, and what it leaves out."""
    boxes = page.heard.boxes if page.front.kind == "page" and world.ours else ()
    source = world.source(page.address) if boxes else None
    lines = named(source) if source else {}
    frame = language_of(page.address, world.project)
    for box in filter(_said, boxes):
        language = source.text_language if source and box.kind == "card" else frame
        contact = _contact(box, world, language)
        if contact is None:
            yield fault("built-card-unknown", box.links[0] if box.links else "", said=_said(box)[:80])
            continue
        for what in dict.fromkeys(_differences(box, contact, world.project, language)):
            yield fault("built-card-differs", box.links[0] if box.links else "", box=KINDS[box.kind], contact=contact.id, what=what) \
                .at(lines.get(contact.id, 0))


def _said(box: Box) -> str:
    return " ".join(box.pieces)


@lru_cache(maxsize=10_000)
def bare(text: str) -> str:
    """Returns a text without its spaces, for a template may break it anywhere."""
    return "".join(normalize("NFC", text).split())


def _contact(box: Box, world: World, language: str) -> Contact | None:
    """Returns whom a box is about: by the name on a card, elsewhere by the first name in it, or by the number without any."""
    contacts = world.project.contacts.values()
    if box.kind == "card":
        found = [contact for contact in contacts if contact.printable()
                 and bare(box.name) == bare(contact.name.get(language, "") + contact.also.get(language, ""))]
        return next((contact for contact in found if any(link in _links(contact, world.project) for link in box.links)),
                    found[0] if found else None)
    said = bare(_said(box))
    found = [(said.find(name), -len(name), contact) for contact in contacts if (name := bare(contact.name.get(language, ""))) in said and name]
    return min(found, key=lambda one: one[:2])[2] if found else next((world.owners[link] for link in box.links if link in world.owners), None)


def _differences(box: Box, contact: Contact, project: Project, language: str) -> Iterator[str]:
    links = _links(contact, project)
    if elsewhere := [link for link in box.links if link not in links]:  # nothing else in it can be right then
        yield from (f"it leads to {link}" for link in elsewhere)
        return
    said, words = bare(_said(box)), project.entries("strings")
    channels = [channel for channel in contact.channels if contact.works_on(project.today)]
    for text in _wanted(box, contact, channels, language):
        if bare(text) not in said:
            yield f"it lacks “{text}”"
    for target, row in box.rows:
        for channel in channels:
            if channel.href == target:
                yield from _in_row(channel, bare(row), {key: _word(words, key, language) for key in ("free", "charged")}, box.kind, language)
    known = _known(contact, channels, project, language) if box.kind != "end" else _called(contact, language)
    yield from (f"the registry does not say “{piece}”" for piece in _left(box, known))
    links = _links(contact, project)
    yield from (f"the registry does not say “{shown}”" for day, shown in box.days if not _day(day, shown, contact))
    yield from (f"it leads to {link}" for link in box.links if link not in links)


def _word(words: dict, key: str, language: str) -> str:
    return str(mapping(words.get(key)).get(language, ""))


def _wanted(box: Box, contact: Contact, channels: list[Channel], language: str) -> Iterator[str]:
    yield contact.name.get(language, "")
    if box.kind == "card":
        yield from (text.get(language, "") for text in (contact.use_for, contact.know_before, contact.operator))
        for channel in channels:
            yield from (channel.display, channel.address, channel.where.get(language, ""))


def _in_row(channel: Channel, row: str, words: dict[str, str], kind: str, language: str) -> Iterator[str]:
    """Yields what the line of a number leaves out of hours and cost, and a call that costs money and is said to be free."""
    note, free = channel.cost_note.get(language, ""), words["free"]
    cost = {"free": free, "charged": note or (words["charged"] if kind == "card" else "")}.get(channel.cost, "")
    for text in (channel.hours.get(language, ""), cost) if kind != "end" else ():
        if bare(text) not in row:
            yield f"{channel.href} lacks “{text}”"
    if channel.cost != "free" and free and bare(free) in row.replace(bare(note), ""):
        yield f"“{free}” stands beside {channel.href}, whose cost is {channel.cost}"


def _called(contact: Contact, language: str) -> set[str]:
    return {contact.name.get(language, ""), *(channel.display for channel in contact.channels)}


def _known(contact: Contact, channels: list[Channel], project: Project, language: str) -> set[str]:
    """Returns every text that a box of a contact may hold."""
    words = project.entries("strings")
    own = [contact.also, contact.use_for, contact.know_before, contact.operator]
    for channel in channels:
        own += [channel.hours, channel.cost_note, channel.where]
    costs = [channel.cost for channel in channels if channel.cost in ("free", "charged")]
    spoken = [text for channel in channels for code in channel.languages for text in (code, _word(words, f"language_{code}", language))]
    other = project.stand_in(contact) if contact.status != "live" else None
    said = [part for key in (*WORDS, *costs) for part in _word(words, key, language).split(DATE)]
    return {*(text.get(language, "") for text in own), *(channel.address for channel in channels), *spoken, *said,
            *_called(contact, language), *(_called(other, language) if other else ())}


def _left(box: Box, known: set[str]) -> Iterator[str]:
    """Yields the pieces of a box of which something is left when all that it may say is taken away."""
    left = bare(_said(box))
    for text in sorted(map(bare, known), key=len, reverse=True):
        left = left.replace(text, " ") if text else left
    strange = [part for part in left.split() if any(char.isalnum() for char in part)]
    for piece in box.pieces:
        own = bare(piece)
        if any(char.isalnum() for char in own) and any(part in own or own in part for part in strange):
            yield piece


def _day(day: str, shown: str, contact: Contact) -> bool:
    """Returns whether a day is one of the contact's, and is shown with its own numbers; months may be words."""
    numbers = {number.zfill(2) for number in NUMBER.findall(shown)}
    return day in (str(contact.verified["on"]), str(contact.down_until)) and numbers <= {*day.split("-")}


def _links(contact: Contact, project: Project) -> set[str]:
    """Returns every address that a box of a contact may lead to."""
    other = project.stand_in(contact) if contact.status != "live" else None
    channels = [channel for one in (contact, other) if one and one.works_on(project.today) for channel in one.channels]
    return {channel.href for channel in channels if channel.href} | {url for channel in channels for url in channel.url.values()}
