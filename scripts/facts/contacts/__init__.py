"""The registry of contacts: who to call, through which channel, and how we know.

A number is text from the file to the page: a short code is dialled as it stands (`tel:111`,
never `tel:+84111`), because telephone networks do not route short codes with a country code.
"""

import re
from dataclasses import dataclass, field
from datetime import date

from ..data.shape import parse_day
from ..place import Items, Place, Record

KINDS = ("emergency", "helpline", "police", "consular", "takedown", "platform", "online-report", "association")
RANKS = ("primary", "secondary", "optional")
WORDS_OF_STATUS = ("live", "unconfirmed", "retired")
DOWN = re.compile(r"down until ([0-9]{4}-[0-9]{2}-[0-9]{2})\Z")
DIALLED = {"short_code": "tel", "phone": "tel", "sms": "sms"}


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
    replaced_by: str = ""

    @property
    def down_until(self) -> date | None:
        """Returns the last day on which a line is out of service, when its status says so."""
        match = DOWN.match(self.status)
        return parse_day(match[1]) if match else None

    def published(self) -> bool:
        """Returns whether pages may name this contact; `works_on` says whether they may also dial it."""
        return self.status == "live" or self.down_until is not None

    def printable(self) -> bool:
        """Returns whether a token may name this contact: a retired one is printed as what replaced it."""
        return self.published() or self.status == "retired" and bool(self.replaced_by)

    def works_on(self, day: date | None) -> bool:
        """Returns whether pages may dial this contact on a day; without a day, a line that is down stays down."""
        return self.status == "live" or self.lapsed_on(day)

    def channels_on(self, day: date | None) -> tuple[Channel, ...]:
        """Returns the ways in which pages may reach this contact on a day."""
        return self.channels if self.works_on(day) else ()

    def lapsed_on(self, day: date | None) -> bool:
        """Returns whether the last day out of service has passed, and nobody has changed the status since."""
        return bool(day and self.down_until and day > self.down_until)

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
    head = re.match(r"\+1|1[89]00", number)  # every other code of a country, with its sign, is taken to have three characters
    start = head.end() if head else 3
    rest = number[start:]
    groups = [rest[at:at + 3] for at in range(0, len(rest), 3)]
    if len(groups[-1]) == 1:
        groups[-2:] = [groups[-2] + groups[-1]]
    return " ".join([number[:start], *groups])


def contact(id: str, entry: Record, place: Place, languages: tuple[str, ...]) -> Contact:
    """Returns the contact of an entry that fits `contacts_shape`; its id stands at `place`."""
    channels = tuple(_channel(item, languages) for item in entry["channels"])
    return Contact(
        id=id, place=place, channels=channels, verified=entry["verified"],
        sources=tuple(entry["sources"]), also=entry.get("also") or {}, know_before=entry.get("know_before") or {},
        replaced_by=entry.get("replaced_by") or "",
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
