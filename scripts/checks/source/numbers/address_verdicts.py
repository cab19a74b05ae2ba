"""Turns an address that was found into findings: whose it is, whom it imitates, or why nobody may print it."""

import re
from collections.abc import Iterator

from ....facts.address import carried
from ....facts.finding import Finding, finding
from ....facts.place import Place
from ....facts.words import holds
from ....facts.words import words as words_of
from ..pages.links import CALLS
from . import context, vocabulary
from .addresses import Address, bare_host, host_in
from .excerpts import Excerpt
from .hosts import ANYBODY, CHATS, Hosts, anybody, disguise, domain_of, imitated, listed, nameable, owner_of
from .known import LIVE, same_url
from .verdicts import shown

MAILED = re.compile(rf"\b{vocabulary.either('mailing')}\b", re.IGNORECASE)
ROLES = vocabulary.plain("mailboxes")


def of_address(address: Address, excerpt: Excerpt, place: Place, hosts: Hosts) -> Iterator[Finding]:
    """Yields the finding for an address, none for one that a page may name."""
    if address.kind == "web":
        yield from _web(address, excerpt, place, hosts)
    elif address.kind == "mail":
        owner = hosts.known.mailboxes.get(address.opened.lower())
        if owner and owner.state == LIVE:
            if owner.id != excerpt.entry:
                yield finding(place, "address-typed", written=shown(address.written), contact=owner.id)
        elif not owner and _located(address, excerpt, place, hosts):
            return
        elif not owner or owner.id != excerpt.entry:
            yield finding(place, "mailbox-typed", written=shown(address.written))
    elif address.kind == "handle":
        yield finding(place, "handle-typed", written=shown(address.written))
    else:
        scheme = address.opened.partition(":")[0].lower()
        if scheme in CALLS:
            yield finding(place, "link-call-typed", target=address.written)
        else:
            yield finding(place, "link-scheme-unknown", target=address.written, scheme=scheme)


def _located(address: Address, excerpt: Excerpt, place: Place, hosts: Hosts) -> bool:
    """Returns whether “at” says where something stands, on a host that may be named: “published at a.org”, no “info at a.org”."""
    name, _, host = address.opened.lower().partition("@")
    if not name.isalpha() or name in ROLES or not nameable(host, place.path, hosts):
        return False
    said = [*re.finditer(rf"\b{re.escape(name)} at {re.escape(host)}", excerpt.text, re.IGNORECASE)]
    return bool(said) and not any(MAILED.search(context.around(excerpt.text, *match.span())) for match in said)


def _web(address: Address, excerpt: Excerpt, place: Place, hosts: Hosts) -> Iterator[Finding]:
    host, netloc = host_in(address.opened)
    if not host:
        return
    written = shown(address.written)
    original = "" if _own_name(host, excerpt, hosts) else imitated(host, hosts)
    reason = disguise(f"https://{netloc}" if _copy(address.opened, excerpt) else address.opened, host, netloc)
    owner = owner_of(address.opened, host, hosts)
    if original and not (address.defanged and _told_as_fake(excerpt, place, hosts)):
        yield finding(place, "address-lookalike", written=written, host=original)
    elif reason and not address.defanged:
        yield finding(place, "address-disguised", written=written, reason=reason)
    elif excerpt.whole or excerpt.file and excerpt.key == "note" or excerpt.entry and owner and owner.id == excerpt.entry or _publisher(excerpt, host):
        return
    elif address.written in hosts.known.host_names:
        return  # its name, as readers know it; linked, it is written with its scheme
    elif listed(host, place.path, hosts) and same_url(address.opened) not in hosts.known.urls:
        return
    elif owner and (same_url(address.opened) in hosts.known.urls or not anybody(host)):
        if owner.state == LIVE:
            yield finding(place, "address-typed", written=written, contact=owner.id)
        else:
            yield finding(place, "address-unpublished", written=written, contact=owner.id, status=owner.status)
    elif address.defanged and host not in CHATS:
        return
    elif anybody(host) and host in ANYBODY and not re.search(r"[/?#].", address.opened.partition("//")[2]):
        return  # the platform itself, nobody's account
    elif anybody(host):
        yield finding(place, "handle-typed", written=written)
    elif not nameable(host, place.path, hosts):
        yield finding(place, "address-unregistered", written=written, host=host)


def _told_as_fake(excerpt: Excerpt, place: Place, hosts: Hosts) -> bool:
    """Returns whether the line of an address that nobody can open says that it is a scammer's."""
    lines = excerpt.text.split("\n")
    line = " ".join(word for word in lines[min(max(0, place.line - excerpt.place.line), len(lines) - 1)].split() if "[.]" not in word)
    heard = [word.text for word in words_of(line)]
    return any(holds(heard, some) for some in hosts.scam)


def _own_name(host: str, excerpt: Excerpt, hosts: Hosts) -> bool:
    """Returns whether an address of the templates or of the owners' list has a registered name in another country."""
    there = f"{domain_of(host).partition('.')[0]}.com"
    registered = excerpt.whole and excerpt.file == "strings" and any(domain == there for _, domain, _ in hosts.brands)
    return registered or listed(host, excerpt.place.path, hosts)


def _copy(address: str, excerpt: Excerpt) -> bool:
    """Returns whether an address is that of a stored copy and carries the address of what it copied; `archives` compares the two."""
    return excerpt.file == "sources" and excerpt.key == "archived" and bool(carried(address))


def _publisher(excerpt: Excerpt, host: str) -> bool:
    """Returns whether a host is the name under which a source publishes; the site prints it and does not link it."""
    return excerpt.file == "sources" and excerpt.key == "publisher" and not anybody(host)


def differing_host(text: str, target: str) -> str:
    """Returns the host that a link's text names when its target opens another one, or an empty string."""
    if not re.match(r"(?:[a-z]+:)?//", target, re.IGNORECASE):
        return ""
    words = [word.lower().strip(".,:;*_`") for word in text.split()]
    named = [host_in(word)[0] for word in words if "//" in word or bare_host(word)]
    return next((host for host in named if domain_of(host) != domain_of(host_in(target)[0])), "")
