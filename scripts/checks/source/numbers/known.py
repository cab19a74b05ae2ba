"""Knows every number, address and mailbox of the registry, in every form in which people write them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ....facts.address import address_parts
from ....facts.contacts import Contact
from ....facts.place import Record, mapping
from ....facts.project import Project

LONG, SHORTEST = 7, 3  # digits; numbers with fewer than seven are short codes, and none has fewer than three
LIVE, RETIRED, UNPUBLISHED = "live", "retired", "unpublished"
HOME = "84"  # country code
HOST_NAME = re.compile(r"[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})+\Z")
WORDS = 4  # of a name, as many as a phrase may have


@dataclass(frozen=True)
class Owner:
    """Whose a number is: the id of its entry, what it says, and what took its place when it is retired."""

    id: str
    number: str
    state: str
    status: str = ""
    replaced_by: str = ""
    why: str = ""


@dataclass
class Known:
    """The registry, to look things up in: numbers by their digits, hosts, whole addresses, mailboxes."""

    numbers: dict[str, Owner] = field(default_factory=dict)
    hosts: dict[str, Owner] = field(default_factory=dict)
    urls: dict[str, Owner] = field(default_factory=dict)
    mailboxes: dict[str, Owner] = field(default_factory=dict)
    names: frozenset[str] = frozenset()  # the last words of what contacts are called, without their numbers
    host_names: frozenset[str] = frozenset()  # names of published contacts that are hosts, as they are spelt
    in_names: dict[str, str] = field(default_factory=dict)  # the figures in what contacts are called, and the id of each
    home: str = HOME  # country code without the plus sign

    def __post_init__(self) -> None:
        self.long: dict[str, Owner] = {}
        self.short: dict[str, Owner] = {}
        self._near: dict[str, Owner | None] = {}  # what was asked before

    def add(self, number: str, owner: Owner) -> None:
        """Enters a number in all its forms; the first entry of a number stays."""
        if sum(char.isdigit() for char in number) > 15:
            return  # longer than any number may be (E.164): two in one field
        for form in forms(number, self.home):
            (self.long if len(form) >= LONG else self.short).setdefault(form, owner)
        self._near.clear()

    def number(self, digits: str) -> Owner | None:
        """Returns whose number these digits are."""
        return self.long.get(digits) or self.short.get(digits)

    def numbers_of(self, id: str) -> list[str]:
        """Returns the numbers of an entry as its file writes them, each once."""
        return list(dict.fromkeys(owner.number for owner in (*self.short.values(), *self.long.values()) if owner.id == id))

    def near(self, digits: str) -> Owner | None:
        """Returns the owner of a live number that is one slip away: a digit more, less, other, or two swapped."""
        if digits not in self._near:
            table = self.long if len(digits) >= LONG else self.short
            near = (owner for form, owner in table.items() if one_slip(form, digits))
            self._near[digits] = min(near, key=lambda owner: owner.state != LIVE, default=None)
        return self._near[digits]

    def means(self, digits: str) -> bool:
        """Returns whether digits are a short code of the registry, or one slip away from a live number."""
        near = self.near(digits)
        return digits in self.short or near is not None and near.state == LIVE


def forms(number: str, home: str = HOME) -> Iterator[str]:
    """Yields the digits of a number as people dial and misdial it in a country with a country code.

    >>> list(forms("+84981848484"))
    ['84981848484', '0084981848484', '0981848484', '840981848484', '981848484']
    """
    digits = "".join(char for char in number if char in "0123456789")
    yield digits
    if number.startswith(f"+{home}"):
        national = digits[len(home):]
        yield from (f"00{digits}", f"0{national}", f"{home}0{national}", national)
    elif number.startswith("+"):
        yield f"00{digits}"
    else:
        yield from (f"{home}{digits}", f"00{home}{digits}", f"0{digits}")


def one_slip(one: str, other: str) -> bool:
    """Returns whether one digit was added, lost or changed, or two neighbours were swapped.

    >>> one_slip("111", "1111"), one_slip("113", "131"), one_slip("113", "113")
    (True, True, False)
    """
    if abs(len(one) - len(other)) > 1:
        return False
    one, other = sorted((one, other), key=len)
    start = 0
    while start < len(one) and one[start] == other[start]:
        start += 1
    if len(other) == len(one) + 1:
        return one[start:] == other[start + 1:]
    rest, last = one[start + 1:], other[start + 1:]
    return len(one) == len(other) and start < len(one) and (
        rest == last or one[start:start + 2] == other[start:start + 2][::-1] and rest[1:] == last[1:])


def known(project: Project) -> Known:
    """Returns what the registry of a project holds: published entries first, then retired, then unconfirmed ones."""
    found = Known(home=project.settings.country.dialled)
    for contact in project.contacts.values():
        if contact.published():
            _enter(found, contact)
    for entry in project.out_of_use():
        why = entry.why.get("en") or next(iter(entry.why.values()), "")
        status = RETIRED if entry.id in project.contacts else ""
        found.add(entry.number, Owner(entry.id, entry.number, RETIRED, status, entry.replaced_by, str(why)))
    for contact in project.contacts.values():
        if not contact.published():
            _enter(found, contact)
    found.names = frozenset(_last_words(project.contacts.values()))
    found.host_names = frozenset(name for contact in project.contacts.values() if contact.published()
                                 for name in _texts(contact.name.values()) if HOST_NAME.match(name))
    found.in_names = {figures: contact.id for contact in project.contacts.values() if any(channel.number for channel in contact.channels)
                      for name in contact.name.values() for figures in re.findall(r"\d{3,}", str(name))}
    for id, entry in (*project.entries("contacts").items(), *project.entries("retired").items()):
        _enter_broken(found, id, mapping(entry))
    return found


def _enter_broken(found: Known, id: str, entry: Record) -> None:
    """Enters the numbers of an entry that has other faults; a fault must not open the door to its number."""
    channels = entry.get("channels") if isinstance(entry.get("channels"), list) else []
    for channel in (entry, *map(mapping, channels)):
        if isinstance(channel.get("number"), str) and sum(char in "0123456789" for char in channel["number"]) >= SHORTEST:
            status = str(entry.get("status") or "not clear")
            told = f"{status}, but its entry has a fault" if status == LIVE else status
            found.add(channel["number"], Owner(id, channel["number"], UNPUBLISHED, told))
            right = channel["number"].lstrip("0")  # a nought too many is told where it stands, not beside every name
            found.add(right, Owner(id, right, LIVE if status == LIVE else UNPUBLISHED, status))


def _enter(found: Known, contact: Contact) -> None:
    state = LIVE if contact.published() else UNPUBLISHED
    for channel in contact.channels:
        owner = Owner(contact.id, channel.number, state, contact.status)
        if channel.number:
            found.add(channel.number, owner)
        if channel.address:
            found.mailboxes.setdefault(channel.address.lower(), owner)
        for url in _texts(channel.url.values()):
            found.urls.setdefault(same_url(url), owner)
            found.hosts.setdefault(host_of(url), owner)


def _last_words(contacts: Iterable[Contact]) -> Iterator[str]:
    for contact in contacts:
        for name in (*contact.name.values(), *contact.also.values()):
            words = re.findall(r"[^\W\d_]+", str(name).lower())
            if len(words) > 1:
                yield " ".join(words[-WORDS:])


def _texts(values: Iterable[object]) -> Iterator[str]:
    return (value for value in values if isinstance(value, str))


def host_of(url: str) -> str:
    """Returns the host of an address in lower case without `www.`, or an empty string."""
    host = address_parts(url).netloc.rpartition("@")[2].partition(":")[0].lower()
    return host.rstrip(".").removeprefix("www.")


def same_url(url: str) -> str:
    """Returns an address in the one form in which two spellings of it are equal."""
    parts = address_parts(url)
    return host_of(url) + parts.path.rstrip("/") + (f"?{parts.query}" if parts.query else "")
