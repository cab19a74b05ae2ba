"""Turns a number that was found into findings: whose it is, what to write instead, or why nobody may print it."""

import re
from collections.abc import Iterator

from ....facts.finding import Finding, finding
from ....facts.place import Place
from . import context, vocabulary
from .excerpts import NAMES, Excerpt
from .known import LIVE, LONG, RETIRED, UNPUBLISHED, Known, Owner
from .telephone import IDENTITY, Found

PREFIX = re.compile(r"1[89]00\Z")  # of free and of charged numbers
OPERATOR = "operator"
TITLES = (*NAMES, OPERATOR)
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
        yield finding(place, "contact-name-differs", written=shown(written), contact=_titled(excerpt), numbers=own, whose=whose)
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
    titled = excerpt.key in NAMES or excerpt.key == OPERATOR and owner.state == LIVE  # what an operator says of a retired number is not printed
    return (owner.state == LIVE or owner.status == RETIRED) and not (titled and numbered)


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
    """Returns the numbers of the contact whose name a text is, or who runs it, none where it is no name of one in use."""
    return ", ".join(known.numbers_of(excerpt.entry)) if excerpt.file == "contacts" and excerpt.key in TITLES else ""


def _titled(excerpt: Excerpt) -> str:
    """Returns whose name a text of the registry is."""
    return f"the operator of {excerpt.entry}" if excerpt.key == OPERATOR else excerpt.entry


def _stranger(found: Found, written: str, text: str, excerpt: Excerpt, place: Place, known: Known) -> Finding:
    words, near = context.before(text, found.start), known.near(found.digits)
    if near is None and (rule := _private(found.digits, words, context.clause(text, found.start))):
        series = context.word_joined(text, found.start)  # the letter of a passport
        return finding(place, rule, written=shown(series + written if len(series) == 1 else written))
    if own := _numbers_beside(excerpt, known):
        return finding(place, "contact-name-differs", written=shown(written), contact=_titled(excerpt), numbers=own, whose="")
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
