"""The registry of contacts: who to call, through which channel, and how we know.

A number is text from the file to the page: a short code is dialled as it stands (`tel:111`,
never `tel:+84111`), because telephone networks do not route short codes with a country code.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from .finding import Finding, finding
from .place import Items, Place, Record, mapping
from .shape import (Shape, by_id, day, either, in_languages, list_of, loose_date, one_of, parse_day,
                    record_of, text, web_address)

KINDS = ("emergency", "helpline", "police", "consular", "takedown", "platform", "online-report", "association")
RANKS = ("primary", "secondary", "optional")
WORDS_OF_STATUS = ("live", "unconfirmed", "retired")
CHECK_AGAIN = timedelta(days=90)  # a number compared longer ago than this is doubtful
DOWN = re.compile(r"down until ([0-9]{4}-[0-9]{2}-[0-9]{2})\Z")
DIALLED = {"short_code": "tel", "phone": "tel", "sms": "sms"}
# ASCII digits only: \d would let through digits of other scripts, which a telephone does not dial.
SHORT_CODE = re.compile(r"[0-9]{3,6}\Z")
PHONE = re.compile(r"(\+[1-9][0-9]{6,14}|1[89]00[0-9]{4,6})\Z")
NUMBER_FORMS = {"short_code": SHORT_CODE, "phone": PHONE, "sms": re.compile(f"{SHORT_CODE.pattern}|{PHONE.pattern}")}


@dataclass(frozen=True)
class Channel:
    """One way to reach a contact; `number` only on dialled channels, `url` only on the web."""

    type: str
    place: Place
    number: str = ""
    url: dict = field(default_factory=dict)
    address: str = ""
    where: dict = field(default_factory=dict)
    cost: str = "unknown"
    cost_note: dict = field(default_factory=dict)
    hours: dict = field(default_factory=dict)
    reachable_from: str = "unknown"
    languages: tuple[str, ...] = ()

    @property
    def href(self) -> str:
        """Returns the link that dials, writes to or opens this channel, or an empty string."""
        if self.type in DIALLED:
            return f"{DIALLED[self.type]}:{self.number}"
        return f"mailto:{self.address}" if self.type == "email" else ""

    @property
    def display(self) -> str:
        """Returns the number as people read it aloud, in groups; the digits are never changed."""
        return grouped(self.number)


@dataclass(frozen=True)
class Contact:
    """An entry of the registry; texts for readers are mappings from language to text."""

    id: str
    place: Place
    name: dict
    operator: dict
    kind: str
    rank: str
    status: str
    channels: tuple[Channel, ...]
    use_for: dict
    verified: dict
    also: dict = field(default_factory=dict)
    know_before: dict = field(default_factory=dict)
    sources: tuple[str, ...] = ()

    @property
    def down_until(self) -> date | None:
        """Returns the day a line comes back, when its status says so."""
        match = DOWN.match(self.status)
        return parse_day(match[1]) if match else None

    def published(self) -> bool:
        """Returns whether pages may print this contact."""
        return self.status == "live" or self.down_until is not None

    def call(self) -> Channel | None:
        """Returns the first channel that a telephone can dial."""
        return next((channel for channel in self.channels if channel.type in ("short_code", "phone")), None)


@dataclass(frozen=True)
class Retired:
    """A number that must not be used any more, and the contact that took its place."""

    id: str
    place: Place
    number: str
    replaced_by: str
    name: dict
    why: dict


def grouped(number: str) -> str:
    """Returns a number in the groups Vietnamese readers are used to.

    >>> grouped("111"), grouped("+84981848484"), grouped("1900969680")
    ('111', '+84 981 848 484', '1900 969 680')
    """
    if len(number) <= 6:
        return number
    head = re.match(r"\+84|\+1|\+[0-9]{2}|1[89]00", number)
    start = head.end() if head else 3
    rest = number[start:]
    groups = [rest[at:at + 3] for at in range(0, len(rest), 3)]
    if len(groups) > 1 and len(groups[-1]) == 1:
        groups[-2:] = [groups[-2] + groups[-1]]
    return " ".join([number[:start], *groups])


def contacts_shape(languages: tuple[str, ...]) -> Shape:
    """Returns the shape of `contacts.yml`."""
    said = in_languages(languages)
    receipt = record_of({"on": day, "how": one_of("published-source", "called", "letter"),
                         "by": either(text, said), "evidence": list_of(text)})
    return by_id(record_of(
        {"name": said, "operator": said, "kind": one_of(*KINDS), "rank": one_of(*RANKS), "status": _status,
         "channels": list_of(channel_shape(languages)), "use_for": said, "sources": list_of(text), "verified": receipt},
        {"also": said, "know_before": said, "note": text}))


def _status(value: object, place: Place, name: str) -> Iterator[Finding]:
    match = DOWN.match(value) if isinstance(value, str) else None
    if match:
        yield from day(match[1], place, name)
    else:
        yield from one_of(*WORDS_OF_STATUS, "down until YYYY-MM-DD")(value, place, name)


def channel_shape(languages: tuple[str, ...]) -> Shape:
    """Returns the shape of one channel; which keys it needs depends on its `type`."""
    said = in_languages(languages)
    common = {"languages": list_of(text), "hours": said, "reachable_from": one_of("VN", "anywhere", "unknown"),
              "cost": one_of("free", "charged", "unknown"), "cost_note": said}
    dialled = record_of({"type": text, "number": text}, common)
    shapes = {name: dialled for name in DIALLED}
    shapes["web"] = record_of({"type": text, "url": either(web_address, _addresses(languages))}, common)
    shapes["email"] = record_of({"type": text, "address": text}, common)
    shapes["app"] = shapes["in_person"] = record_of({"type": text, "where": said}, common)

    def shape(value: object, place: Place, name: str) -> Iterator[Finding]:
        kind = mapping(value).get("type")
        if not isinstance(kind, str) or kind not in shapes:
            yield from _untyped(value, place, name, tuple(shapes))
            return
        yield from shapes[kind](value, place, name)
        yield from _number_form(value, kind)
        if value.get("cost") == "charged" and "cost_note" not in value:
            yield finding(value.place_of("cost"), "contact-cost-untold", number=value.get("number", kind))

    return shape


def _untyped(value: object, place: Place, name: str, types: tuple[str, ...]) -> Iterator[Finding]:
    """Yields why nobody can tell which type a channel is of."""
    if not isinstance(value, Record):
        yield from record_of({})(value, place, name)
    elif "type" not in value:
        yield finding(place, "field-missing", name=name, key="type")
    else:
        yield from one_of(*types)(value["type"], value.place_of("type"), "type")


def _addresses(languages: tuple[str, ...]) -> Shape:
    return record_of({}, {language: web_address for language in languages})


def _number_form(value: Record, kind: str) -> Iterator[Finding]:
    number = value.get("number")
    form = NUMBER_FORMS.get(kind)
    if form and isinstance(number, str) and not form.match(number):
        yield finding(value.place_of("number"), "contact-number-malformed", number=number, type=kind)


def retired_shape(languages: tuple[str, ...]) -> Shape:
    """Returns the shape of `retired.yml`."""
    said = in_languages(languages)
    return by_id(record_of({"number": text, "name": said, "why": said, "sources": list_of(text)},
                           {"replaced_by": text, "since": loose_date, "note": text}))


def contact(id: str, entry: Record, place: Place, languages: tuple[str, ...]) -> Contact:
    """Returns the contact of an entry that fits `contacts_shape`; its id stands at `place`."""
    channels = tuple(_channel(item, languages) for item in entry["channels"])
    return Contact(
        id=id, place=place, channels=channels, verified=entry["verified"],
        sources=tuple(entry["sources"]), also=entry.get("also") or {}, know_before=entry.get("know_before") or {},
        **{key: entry[key] for key in ("name", "operator", "kind", "rank", "status", "use_for")})


def _channel(entry: Record, languages: tuple[str, ...]) -> Channel:
    url = entry.get("url") or {}
    if isinstance(url, str):
        url = {language: url for language in languages}
    plain = {key: entry[key] for key in ("number", "address", "where", "cost", "cost_note", "hours", "reachable_from")
             if key in entry}
    return Channel(type=entry["type"], place=entry.place_of("number"), url=url,
                   languages=tuple(entry.get("languages") or Items(entry.place)), **plain)


def retired(id: str, entry: Record, place: Place) -> Retired:
    """Returns the retired number of an entry that fits `retired_shape`."""
    return Retired(id=id, place=place, number=entry["number"],
                   replaced_by=entry.get("replaced_by") or "", name=entry["name"], why=entry["why"])
