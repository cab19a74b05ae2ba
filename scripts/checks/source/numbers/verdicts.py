"""Turns what was found into findings: whose number it is, what to write instead, or why nobody may print it."""

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
from .excerpts import NAMES, Excerpt
from .hosts import ANYBODY, CHATS, Hosts, anybody, disguise, domain_of, imitated, listed, nameable, owner_of
from .known import LIVE, LONG, RETIRED, UNPUBLISHED, Known, Owner, same_url
from .telephone import IDENTITY, Found

PREFIX = re.compile(r"1[89]00\Z")  # of free and of charged numbers
MAILED = re.compile(rf"\b{vocabulary.either('mailing')}\b", re.IGNORECASE)
ROLES = vocabulary.plain("mailboxes")
SHOWN = 60  # characters of what was written that a finding repeats


def shown(written: str) -> str:
    """Returns what was written on one line, short enough for a finding."""
    line = " ".join(written.split())
    return line if len(line) <= SHOWN else line[:SHOWN - 1] + "…"


def of_number(found: Found, written: str, text: str, excerpt: Excerpt, place: Place, known: Known) -> Iterator[Finding]:
    """Yields the finding for a number, none where the registry's own file names it."""
    owner = known.number(found.digits)
    if excerpt.file and owner is None and _amount(found, written, text, excerpt, known):
        return
    if _searched_for(owner, written, excerpt) or owner and _at_home(owner, excerpt, known) or _own_prefix(found.digits, excerpt, known):
        return
    if owner and owner.state == UNPUBLISHED:
        yield finding(place, "number-unpublished", written=shown(written), contact=owner.id, status=owner.status)
    elif owner and owner.state == RETIRED and (excerpt.file or not owner.replaced_by):
        yield finding(place, "number-retired", written=shown(written), entry=owner.id, why=owner.why.rstrip("."))
    elif owner and (own := _numbers_beside(excerpt, known)):
        whose = f", and {owner.number} is the number of {owner.id}"
        yield finding(place, "contact-name-differs", written=shown(written), contact=excerpt.entry, numbers=own, whose=whose)
    elif owner:
        yield _owned(owner, found, written, excerpt, place)
    else:
        yield _stranger(found, written, text, excerpt, place, known)


def _amount(found: Found, written: str, text: str, excerpt: Excerpt, known: Known) -> bool:
    """Returns whether a small number of a data file is an age, a score, a limit: far from every number that readers call."""
    near = known.near(found.digits)
    alone = excerpt.text.strip() == written and len(found.digits) < 5 and not (near and near.state == LIVE)
    return alone or len(found.digits) == 2 and context.calling(context.before(text, found.start)) < context.SURE


def _searched_for(owner: Owner | None, written: str, excerpt: Excerpt) -> bool:
    """Returns whether a number is one that people search for: one of a contact, or a whole search word; no page prints it."""
    if excerpt.file == "synonyms" and excerpt.key == "says" and owner and (owner.state == LIVE or owner.status == RETIRED):
        return True
    digits = sum(char.isdigit() for char in written)
    return (excerpt.file == "synonyms" and excerpt.text.strip() == written
            and (digits < LONG or owner is not None and owner.state == RETIRED))


def _at_home(owner: Owner, excerpt: Excerpt, known: Known) -> bool:
    """Returns whether the registry names its own number: in the entry itself, or beside a name of none; there pages leave out a dead one."""
    if not excerpt.entry:
        return False
    if owner.id == excerpt.entry or _replaces(owner, excerpt.entry, known):
        return True
    numbered = any(other.id == excerpt.entry for other in (*known.long.values(), *known.short.values()))
    return (owner.state == LIVE or owner.status == RETIRED) and not (excerpt.key in NAMES and numbered)


def _own_prefix(digits: str, excerpt: Excerpt, known: Known) -> bool:
    """Returns whether an entry speaks of the prefix of its own number: “1900 calls are charged”."""
    return bool(PREFIX.match(digits)) and excerpt.key not in NAMES and any(own.startswith(digits) for own in known.numbers_of(excerpt.entry))


def _replaces(owner: Owner, id: str, known: Known) -> bool:
    return any(other.id == id and other.replaced_by == owner.id for other in (*known.long.values(), *known.short.values()))


def _owned(owner: Owner, found: Found, written: str, excerpt: Excerpt, place: Place) -> Finding:
    id = owner.replaced_by or owner.id
    if excerpt.file:
        return finding(place, "data-number-typed", number=shown(written), contact=id)
    if owner.state == RETIRED:
        return finding(place, "page-number-replaced", number=shown(written), entry=owner.id, id=id, why=owner.why.rstrip("."))
    if len(found.digits) < LONG:
        return finding(place, "page-short-code-typed", number=shown(written), contact=id)
    return finding(place, "page-number-typed", number=shown(written), id=id)


def _numbers_beside(excerpt: Excerpt, known: Known) -> str:
    """Returns the numbers of the contact whose name a text is, none where it is no name of one in use."""
    return ", ".join(known.numbers_of(excerpt.entry)) if excerpt.file == "contacts" and excerpt.key in NAMES else ""


def _stranger(found: Found, written: str, text: str, excerpt: Excerpt, place: Place, known: Known) -> Finding:
    words, near = context.before(text, found.start), known.near(found.digits)
    if near is None and (rule := _private(found.digits, words, context.clause(text, found.start))):
        series = context.word_joined(text, found.start)  # the letter of a passport
        return finding(place, rule, written=shown(series + written if len(series) == 1 else written))
    if own := _numbers_beside(excerpt, known):
        return finding(place, "contact-name-differs", written=shown(written), contact=excerpt.entry, numbers=own, whose="")
    live = near if near and near.state == LIVE else None
    if len(found.digits) >= LONG and not excerpt.file:
        return finding(place, "page-number-typed", number=shown(written), id=live.id if live else "id")
    return finding(place, "number-unregistered", written=shown(written), digits=shown(found.digits), guess=_guess(found.digits, live, known))


def _guess(digits: str, live: Owner | None, known: Known) -> str:
    """Returns whose number may be meant: the contact's with these digits in its name, whose number was changed, or one a slip away."""
    if digits in known.in_names and (own := known.numbers_of(known.in_names[digits])):
        return f" – the name of {known.in_names[digits]} says it, whose number is {', '.join(own)}"
    return f" – one slip away from {live.number}, {live.id}" if live else ""


def _private(digits: str, words: list[str], clause: list[str]) -> str:
    """Returns the rule for a number that belongs to a person, by its form, the words before it, and those of them in its clause."""
    if IDENTITY.match(digits) or len(digits) in (7, 8, 9, 12) and context.says(words, vocabulary.IDENTITY):
        return "identity-number-typed"
    return "account-number-typed" if len(digits) >= LONG and context.says(clause, vocabulary.ACCOUNTS) else ""


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
    elif owner and (same_url(address.opened) in hosts.known.urls or not anybody(host)):
        if owner.state == LIVE:
            yield finding(place, "address-typed", written=written, contact=owner.id)
        else:
            yield finding(place, "address-unpublished", written=written, contact=owner.id, status=owner.status)
    elif address.defanged and host not in CHATS or listed(host, place.path, hosts):
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
