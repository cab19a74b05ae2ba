"""The names under which a text may speak of a contact: as the registry writes them, with and without their numbers.

Labels know more names: “police”, “child helpline”, a long name without its middle. In a sentence these are words like others.
"""

import re
from collections.abc import Iterator
from itertools import permutations, takewhile
from operator import ge

from ....facts.contacts import Contact
from ....facts.contacts.out_of_service import numbers_of, without
from ....facts.once import once
from ....facts.project import Project
from ....facts.words import Word, bare, holds, phrase, words
from ..numbers import vocabulary

LONGEST = 3  # words of a name that needs its capitals
FEWEST, FEWEST_ALSO = 2, 3  # words of a name, and of a second name, that belong to nobody else
MADE_UP = re.compile(r"\w*[^\W\d_]\w*[A-Z]\w*")  # … and a single one: “StopNCII”, which is no word of any language
PARTS = re.compile(r"[,;/&]")
SERVICES = "emergency"  # the kind of contact that people call by one part of its name: “fire brigade, rescue”
SAME = tuple(frozenset(tuple(one.split("_")) for one in row.split()) for row in vocabulary.LISTS["same_service"].split(","))
CALLS = vocabulary.VERBS | vocabulary.LINES | vocabulary.TOWARDS
ARTICLES = vocabulary.plain("before_services")
LEADING = CALLS | vocabulary.FILLERS | ARTICLES
SEEKING = vocabulary.phrases("seeking") | {()}
PLATFORM, MARKED = "platform", " – "
ALIKE = {one: other for row in vocabulary.LISTS["same_line"].split(",") for one, other in permutations(row.split(), 2)}
ONE_LINE = 3  # words of a label that says what line it is
LONG, MOST = 4, 30  # words of a name that is made shorter
HEAD, TAIL = 2, 3  # words of its beginning and of its end, between which the middle may be left out
Names = dict[str, list[tuple[tuple[str, ...], str, tuple[bool, ...]]]]


@once
def names_of(project: Project) -> Names:
    """Returns the names of all contacts by their last word: the words, the id, the capitals that it needs."""
    table: Names = {}
    for contact in project.contacts.values():
        for name, fewest in _called(contact).items():
            heard = [word for word in words(name) if not word.ends]
            exact = name.isascii() and 1 < len(heard) <= LONGEST  # “take it down” may mean what it says
            capitals = tuple(exact and word.capital for word in heard)
            for said in _spellings(texts_of(heard)) if len(heard) >= fewest else ():
                table.setdefault(said[-1], []).append((said, contact.id, capitals))
    return longest_first(table)


def _spellings(heard: tuple[str, ...]) -> dict[tuple[str, ...], None]:
    """Returns a name, and how it is typed in a hurry, without marks; two words could mean something else then."""
    return dict.fromkeys((heard, tuple(map(bare, heard))) if len(heard) >= FEWEST_ALSO else (heard,))


def longest_first(table: Names) -> Names:
    """Returns a table of names in which a longer name stands before those with which it ends."""
    return {last: sorted(some, key=lambda one: -len(one[0])) for last, some in table.items()}


def _called(contact: Contact) -> dict[str, int]:
    """Returns what a contact is called, each with the fewest words that such a name needs."""
    called: dict[str, int] = {}
    for fewest, said_of in ((FEWEST_ALSO, contact.also), (FEWEST, contact.name)):
        for name in map(str, said_of.values()):
            numberless = without(name, numbers_of(contact))
            called |= dict.fromkeys((name, numberless), fewest)
            if contact.kind == SERVICES:
                called |= dict.fromkeys(map(str.strip, PARTS.split(numberless)), fewest)
    return called | dict.fromkeys(_made_up(contact), 1)


def _made_up(contact: Contact) -> Iterator[str]:
    """Yields the mark that is the name of a contact: “StopNCII” of “StopNCII.org”; that of a platform may mean all of it."""
    marks = (str(name).partition(MARKED)[0].partition(".")[0] for name in contact.name.values() if contact.kind != PLATFORM)
    return filter(MADE_UP.fullmatch, marks)


@once
def labels_of(project: Project) -> Names:
    """Returns what a label alone may call a contact, besides its names: its service, its id, a long name made shorter."""
    table: Names = {}
    for contact in project.contacts.values():
        for heard in dict.fromkeys((*_labels(contact), *map(_other_line, _labels(contact)))):
            table.setdefault(heard[-1], []).append((heard, contact.id, (False,) * len(heard)))
    return longest_first(table)


def _other_line(label: tuple[str, ...]) -> tuple[str, ...]:
    """Returns a label with the other word of its language for a line: a helpline is a hotline."""
    return (*label[:-1], ALIKE.get(label[-1], label[-1]))


def brands_of(project: Project) -> Names:
    """Returns the marks of platforms, “Boats” of “Boats – report a message”, each with all contacts that speak of it at all, platforms first."""
    brands = dict.fromkeys(brand for contact in project.contacts.values() if contact.kind == PLATFORM for brand in _brands(contact))
    begun = {first: [brand for brand in brands if brand[0] == first] for first in {brand[0] for brand in brands}}
    table: Names = {}
    for contact in sorted(project.contacts.values(), key=lambda contact: contact.kind != PLATFORM):
        told = [phrase(str(text)) for said in _spoken(contact) for text in said.values()]
        for brand in {brand for text in told for word in text for brand in begun.get(word, ()) if holds(text, brand)}:
            table.setdefault(brand[-1], []).append((brand, contact.id, (True,) + (False,) * (len(brand) - 1)))
    return longest_first(table)


def _brands(contact: Contact) -> Iterator[tuple[str, ...]]:
    for name in map(str, contact.name.values()):
        mark, behind, _ = name.partition(MARKED)
        yield from filter(None, (phrase(part) for part in PARTS.split(mark if behind else "")))


def _spoken(contact: Contact) -> tuple[dict, ...]:
    return contact.name, contact.also, contact.operator, contact.use_for, contact.know_before


def _labels(contact: Contact) -> Iterator[tuple[str, ...]]:
    names = [phrase(without(name, numbers_of(contact))) for said_of in (contact.name, contact.also) for name in map(str, said_of.values())]
    told = [*names, *(phrase(str(text)) for said_of in (contact.operator, contact.use_for) for text in said_of.values())]
    for group in SAME:
        if any(holds(text, one) for text in told for one in group):
            yield from group
    if contact.kind == SERVICES:
        yield from (name for name in names if len(name) >= FEWEST)
    by_id = tuple(part for part in contact.id.split("-") if not part.isdigit())
    if len(by_id) >= FEWEST and by_id not in names:  # “take it down” may mean what it says
        yield by_id
    for name in names if numbers_of(contact) else ():
        if len(name) > MOST:
            continue  # nobody says such a name
        yield from _about_line(name)
        if len(name) >= LONG:
            yield name[1:]
        tail = FEWEST if " ".join(name[:HEAD]) in vocabulary.LINES else TAIL
        yield from (name[:HEAD] + name[at:] for at in range(HEAD + 1, len(name) - tail + 1))


def _about_line(name: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yields what stands behind the word for a line, and what leads up to it: “Child hotline” of “Child hotline for all of us”."""
    served = any(holds(name, one) for group in SAME for one in group)
    for line in (tuple(one.split()) for one in vocabulary.LINES):
        rest = name[len(line):]
        if name[:len(line)] == line and len(rest) >= TAIL and rest[0] not in LEADING | vocabulary.NOT_ADJECTIVES and not served:
            yield rest  # not “for all of us”, nor the police of one city, which answer to other numbers, too
        for end in (end for end in range(len(line) + 1, len(name)) if name[end - len(line):end] == line):
            yield name[:end]
            if end - len(line) >= FEWEST and not served:
                yield name[:end - len(line)]


def texts_of(some: list[Word]) -> tuple[str, ...]:
    """Returns words as texts."""
    return tuple(word.text for word in some)


def ending(found: list[Word], names: Names) -> list[Word]:
    """Returns the longest name with which some words end, whatever their capitals, or nothing."""
    for heard, _, _ in names.get(found[-1].text, ()) if found else ():
        if texts_of(found[-len(heard):]) == heard:
            return found[-len(heard):]
    return []


def labelled(found: list[Word], labels: Names) -> list[Word]:
    """Returns the name with which some words end where nothing but words of calling leads to it: “call the police”, no “false police”.

    A longer one that says what line it is needs nothing before it.
    """
    name = ending(found, labels)
    if not name or says_line(name):
        return name
    before = opening(found[:-len(name)])
    leading = list(takewhile(LEADING.__contains__, reversed(before)))
    return name if len(leading) == len(before) or not vocabulary.VERBS.isdisjoint(leading) or before in SEEKING else []


def says_line(label: list[Word]) -> bool:
    """Returns whether a label says what line it is, so that it means nothing else in a sentence, either."""
    return len(label) >= ONE_LINE and any(holds(texts_of(label), tuple(line.split())) for line in vocabulary.LINES)


def surely(found: list[Word], known: tuple[Names, ...]) -> bool:
    """Returns whether words are a full name, or a label that says what line it is."""
    return ending(found, known[0]) == found or says_line(found) and ending(found, known[1]) == found


def opening(before: list[Word]) -> tuple[str, ...]:
    """Returns the words of a sentence before a name, without the article at their end."""
    said = texts_of(list(takewhile(lambda word: not word.ends, reversed(before)))[::-1])
    return said[:-1] if said and said[-1] in ARTICLES else said


def known_ending(found: list[Word], known: tuple[Names, ...]) -> list[Word]:
    """Returns the longest name with which some words end, or else the longest label of the first table that has one."""
    return ending(found, known[0]) or next(filter(None, (labelled(found, labels) for labels in known[1:])), [])


def speaks_of(found: list[Word], id: str, known: tuple[Names, ...]) -> bool:
    """Returns whether words hold a name or label of a contact."""
    said = texts_of(found)
    return any(id == whose and said[max(0, at - len(heard)):at] == heard
               for at, word in enumerate(said, 1) for names in known for heard, whose, _ in names.get(word, ()))


def owners(heard: tuple[str, ...], capitals: tuple[bool, ...], names: Names) -> list[str]:
    """Returns the ids of the contacts that have exactly this name."""
    return [id for name, id, needed in names.get(heard[-1], ()) if name == heard and all(map(ge, capitals, needed))]


def owners_of(name: list[Word], names: Names) -> list[str]:
    """Returns the ids of the contacts that have exactly this name, as it is written."""
    return owners(texts_of(name), capitals_of(name), names)


def capitals_of(some: list[Word]) -> tuple[bool, ...]:
    """Returns which of some words begin with a capital."""
    return tuple(word.capital for word in some)


def within(some: tuple[str, ...], others: Iterator[str]) -> bool:
    """Returns whether all words stand among the others, in their order."""
    return all(word in others for word in some)
