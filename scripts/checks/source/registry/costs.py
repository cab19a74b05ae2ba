"""Checks that nobody is told a call is free when the telephone company will charge for it.

A child with ten thousand đồng on the phone hangs up, or a parent abroad gets a bill, because a page said "free".
Numbers of paid services, and numbers of other countries, are charged whatever the entry says.
"""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date

from ....facts.contacts import Channel, Contact
from ....facts.contacts.upkeep import claims_of
from ....facts.finding import Finding, finding
from ....facts.place import Record, mapping
from ....facts.project import Project
from ..numbers import vocabulary

Words = tuple[re.Pattern, re.Pattern]
TEXTS = ("name", "also", "operator", "use_for", "know_before")
SIGN, AMOUNT = "[$€£¥₫]", r"(?=[\d.,]*[1-9])\d[\d.,]*"
PRICE = re.compile(rf"{SIGN}\s?{AMOUNT}|(?<![\w.,]){AMOUNT}\s?(?:{SIGN}|{vocabulary.either('currencies')}(?!\w))")
CHARGED = "charged"  # among the words of the templates
CHANNEL_TEXTS = ("hours", "cost_note", "where")


def check(project: Project, today: date) -> Iterator[Finding]:
    """Yields charged numbers that do not say so, and numbers not known to be free that a text of their entry calls free."""
    words = {code: _claims(project, code) for code in project.settings.codes}
    for id, contact in project.contacts.items():
        if contact.published():
            entry = project.entries("contacts")[id]
            charged = [channel for channel in contact.channels if is_charged(channel, project)]
            yield from _untold(contact, entry)
            yield from _denied(charged)
            yield from _priced(contact, entry)
            paid = [channel for channel in contact.channels if channel.number and channel.cost != "free" or channel in charged]
            yield from _texts(contact, entry, paid, words)
    yield from _reading_free(mapping(project.entries("strings").get(CHARGED)), words)


def _reading_free(said: Record, words: dict[str, Words]) -> Iterator[Finding]:
    """One word stands on the card of every number that costs money."""
    for code, text in said.items():
        if code in words and (found := _said_in(text, words[code])):
            yield finding(said.place_of(code), "string-cost-contradicted", key=CHARGED, language=code, word=found[0])


def _untold(contact: Contact, entry: Record) -> Iterator[Finding]:
    """Whoever has little money on the phone must learn at least that nobody knows what a call costs."""
    for channel, written in zip(contact.channels, entry["channels"]):
        if channel.number and "cost" not in written:
            yield finding(channel.place, "contact-cost-missing", number=channel.number)


def _denied(charged: list[Channel]) -> Iterator[Finding]:
    for channel in charged:
        if channel.cost != "charged":
            yield finding(channel.place, "contact-cost-denied", number=channel.number, cost=channel.cost)


def _priced(contact: Contact, entry: Record) -> Iterator[Finding]:
    """Whoever reads both believes the shorter word."""
    for channel, written in zip(contact.channels, entry["channels"]):
        said = mapping(written.get("cost_note")) if channel.cost == "free" else {}
        for code, text in said.items():
            if price := PRICE.search(_plain(text)):
                yield finding(said.place_of(code), "contact-price-contradicted", contact=contact.id, price=price[0])


def _texts(contact: Contact, entry: Record, paid: list[Channel], words: dict[str, Words]) -> Iterator[Finding]:
    """What the whole entry says is held against it only when no channel of it is free: “the app is free” may be true."""
    if paid and not any(channel.cost == "free" for channel in contact.channels):
        yield from _said_free(contact, entry, TEXTS, words)
    for channel, written in zip(contact.channels, entry["channels"]):
        if channel in paid:
            yield from _said_free(contact, written, CHANNEL_TEXTS, words)


def is_charged(channel: Channel, project: Project) -> bool:
    """Returns whether to call or to write to a number costs money."""
    return bool(channel.number) and (channel.cost == "charged" or project.settings.country.charged.match(channel.number) is not None)


def _said_free(contact: Contact, entry: Record, fields: tuple[str, ...], words: dict[str, Words]) -> Iterator[Finding]:
    for field in fields:
        said = mapping(entry.get(field))
        for code, text in said.items():
            if found := _said_in(text, words[code]):
                yield finding(said.place_of(code), "contact-cost-contradicted", contact=contact.id, field=f"{field}.{code}",
                              word=found[0])


def _said_in(text: object, words: Words) -> re.Match | None:
    free, denied = words
    return free.search(denied.sub(" … ", _plain(text)))


def _claims(project: Project, code: str) -> Words:
    """Returns a pattern for a claim that something costs nothing, and one for what only sounds like it ("not free")."""
    free, not_free = claims_of(project.entries("upkeep"), project.entries("strings"), code)
    return _any_of(free), _any_of(not_free)


def _any_of(phrases: list) -> re.Pattern:
    plain = "|".join(re.escape(_plain(phrase)) for phrase in phrases if phrase)
    return re.compile(rf"(?<!\w)(?:{plain})(?![\w-])" if plain else r"(?!)")


def _plain(text: object) -> str:
    return " ".join(unicodedata.normalize("NFC", str(text)).casefold().split())
