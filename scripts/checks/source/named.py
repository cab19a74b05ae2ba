"""The names under which a text may speak of a contact: as the registry writes them, with and without their numbers."""

import re
from operator import ge

from ...facts.contacts import Contact
from ...facts.out_of_service import numbers_of, without
from ...facts.project import Project
from ...facts.words import Word, words

LONGEST = 3  # words of a name that needs its capitals
FEWEST, FEWEST_ALSO = 2, 3  # words of a name, and of a second name, that belong to nobody else
PARTS = re.compile(r"[,;/&]")
SERVICES = "emergency"  # the kind of contact that people call by one part of its name: “fire brigade, rescue”
Names = dict[str, list[tuple[tuple[str, ...], str, tuple[bool, ...]]]]


def names_of(project: Project) -> Names:
    """Returns the names of all contacts by their last word: the words, the id, the capitals that it needs."""
    table: Names = {}
    for contact in project.contacts.values():
        for name, fewest in _called(contact).items():
            heard = [word for word in words(name) if not word.ends]
            exact = name.isascii() and len(heard) <= LONGEST  # “take it down” may mean what it says
            if len(heard) >= fewest:
                entry = (texts_of(heard), contact.id, tuple(exact and word.capital for word in heard))
                table.setdefault(heard[-1].text, []).append(entry)
    return {last: sorted(some, key=lambda one: -len(one[0])) for last, some in table.items()}


def _called(contact: Contact) -> dict[str, int]:
    """Returns what a contact is called, each with the fewest words that such a name needs."""
    called: dict[str, int] = {}
    for fewest, said_of in ((FEWEST_ALSO, contact.also), (FEWEST, contact.name)):
        for name in map(str, said_of.values()):
            bare = without(name, numbers_of(contact))
            called |= dict.fromkeys((name, bare), fewest)
            if contact.kind == SERVICES:
                called |= dict.fromkeys(map(str.strip, PARTS.split(bare)), fewest)
    return called


def texts_of(some: list[Word]) -> tuple[str, ...]:
    """Returns words as texts."""
    return tuple(word.text for word in some)


def ending(found: list[Word], names: Names) -> list[Word]:
    """Returns the longest name with which some words end, whatever their capitals, or nothing."""
    for heard, _, _ in names.get(found[-1].text, ()) if found else ():
        if texts_of(found[-len(heard):]) == heard:
            return found[-len(heard):]
    return []


def owners(heard: tuple[str, ...], capitals: tuple[bool, ...], names: Names) -> list[str]:
    """Returns the ids of the contacts that have exactly this name."""
    return [id for name, id, needed in names.get(heard[-1], ()) if name == heard and all(map(ge, capitals, needed))]
