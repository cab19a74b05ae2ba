"""Checks that a box about one contact says what the registry says, all of it and nothing else.

Who believes that a call is free, or that somebody answers at night, decides by it whether to dial.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from unicodedata import normalize

from ....facts.contacts import Channel, Contact
from ..files.page import Box, BuiltPage, Fault, fault
from ..world import World, language_of
from .calls import named
from .registered import Registered

NUMBER = re.compile("[0-9]+")
KINDS = {"card": "the card", "button": "the button", "end": "the line"}


def judge(page: BuiltPage, world: World) -> Iterator[Fault]:
    """Yields what a box says and the registry does not, and what it leaves out."""
    boxes = page.heard.boxes if page.front.kind == "page" and world.ours else ()
    source = world.source(page.address) if boxes else None
    lines = named(source) if source else {}
    frame = language_of(page.address, world.project)
    for box in filter(_said, boxes):
        told = Registered(world.project, source.text_language if source and box.kind == "card" else frame)
        contact, about = _contact(box, world, told), box.links[0] if box.links else ""
        if contact is None:
            yield fault("built-card-unknown", about, said=_said(box)[:80])
            continue
        for what in dict.fromkeys(_differences(box, contact, told)):
            yield fault("built-card-differs", about, box=KINDS[box.kind], contact=contact.id, what=what).at(lines.get(contact.id, 0))


def _said(box: Box) -> str:
    return " ".join(box.pieces)


@lru_cache(maxsize=10_000)
def bare(text: str) -> str:
    """Returns a text without its spaces, for a template may break it anywhere."""
    return "".join(normalize("NFC", text).split())


def _contact(box: Box, world: World, told: Registered) -> Contact | None:
    """Returns whom a box is about: by the name on a card, elsewhere by the first name in it, or by the number without any."""
    contacts = world.project.contacts.values()
    if box.kind == "card":
        found = [contact for contact in contacts if contact.printable() and bare(box.name) == bare(told.heading(contact))]
        return next((contact for contact in found if {*told.links(contact)} & {*box.links}), found[0] if found else None)
    said = bare(_said(box))
    found = [(said.find(name), -len(name), contact) for contact in contacts if (name := bare(told.name(contact))) in said and name]
    return min(found, key=lambda one: one[:2])[2] if found else next((world.owners[link] for link in box.links if link in world.owners), None)


def _differences(box: Box, contact: Contact, told: Registered) -> Iterator[str]:
    links = told.links(contact)
    if elsewhere := [link for link in box.links if link not in links]:  # nothing else in it can be right then
        yield from (f"it leads to {link}" for link in elsewhere)
        return
    said = bare(_said(box))
    for text in told.wanted(contact) if box.kind == "card" else (told.name(contact),):
        if bare(text) not in said:
            yield f"it lacks “{text}”"
    for target, row in box.rows:
        for channel in told.channels(contact):
            if channel.href == target:
                yield from _in_row(channel, bare(row), told, box.kind)
    known = told.known(contact) if box.kind != "end" else told.called(contact)
    yield from (f"the registry does not say “{piece}”" for piece in _left(box, known))
    yield from (f"the registry does not say “{shown}”" for day, shown in box.days if not _day(day, shown, contact))


def _in_row(channel: Channel, row: str, told: Registered, kind: str) -> Iterator[str]:
    """Yields what the line of a number leaves out of hours and cost, and a call that costs money and is said to be free."""
    note, free = told.printed(channel.cost_note), told.word("free")
    cost = {"free": free, "charged": note or (told.word("charged") if kind == "card" else "")}.get(channel.cost, "")
    for text in (told.text(channel.hours), cost, told.reach(channel) if kind == "card" else "") if kind != "end" else ():
        if bare(text) not in row:
            yield f"{channel.href} lacks “{text}”"
    if (reach := told.word("from_anywhere")) != told.reach(channel) and bare(reach) in row and reach:
        yield f"“{reach}” stands beside {channel.href}, which the registry does not say"
    if channel.cost != "free" and free and bare(free) in row.replace(bare(note), ""):
        yield f"“{free}” stands beside {channel.href}, whose cost is {channel.cost}"


def _left(box: Box, known: set[str]) -> Iterator[str]:
    """Yields the pieces of a box of which something is left when all that it may say is taken away."""
    left = bare(_said(box))
    for text in sorted(map(bare, known), key=len, reverse=True):
        left = left.replace(text, " ") if text else left
    strange = [part for part in left.split() if any(char.isalnum() for char in part)]
    for piece in box.pieces if strange else ():
        own = bare(piece)
        if any(char.isalnum() for char in own) and any(part in own or own in part for part in strange):
            yield piece


def _day(day: str, shown: str, contact: Contact) -> bool:
    """Returns whether a day is one of the contact's, and is shown with its own numbers; months may be words."""
    numbers = {number.zfill(2) for number in NUMBER.findall(shown)}
    return day in (str(contact.verified["on"]), str(contact.down_until)) and numbers <= {*day.split("-")}
