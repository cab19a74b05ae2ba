"""Checks that no text of the registry gives a name the number of somebody else: “ambulance 113”, “for the ambulance call 113”.

The registry may name its own numbers, so they are no typed numbers there; whoever copies such a text prints a swapped one.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from ....facts.finding import Finding, finding
from ....facts.place import leaves
from ....facts.project import Project
from ....facts.words import Word, words
from ....facts.words.said import NEVER_PRINTED
from ..numbers.excerpts import NAMES
from .named import CALLS, LEADING, Names, known_ending, labels_of, names_of, owners_of, texts_of

LOOK = 40  # words before a number, more than any name has
BETWEEN = CALLS | {"thì", "hãy", "cứ", "then", "please", "just"}
WHEN = "use_for"  # says when to call this very contact; `know_before` may lead to others


def check(project: Project, today: date) -> Iterator[Finding]:
    """Yields names of the registry before a number of another contact, with nothing between but words of calling."""
    known = names_of(project), labels_of(project)
    whose = _whose(project)
    entries = project.entries("contacts")
    for keys, text, place in leaves(entries, entries.place):
        if not NEVER_PRINTED.isdisjoint(keys) or any(key in NAMES for key in keys):
            continue  # a name with another number is told as a typed number
        found = words(str(text))
        for at, word in enumerate(found):
            if word.text in whose:
                name, others = _spoken_of(keys, text, found[max(0, at - LOOK):at], known, project)
                if others and whose[word.text] not in others:
                    yield finding(place, "contact-name-crossed", name=name, other=others[0], written=word.text, contact=whose[word.text])


def _spoken_of(keys: tuple[str, ...], text: str, before: list[Word], known: tuple[Names, Names], project: Project) -> tuple[str, list[str]]:
    """Returns the name before a number, and whose it is; “Call 119 when …” speaks of the contact that is to be called then."""
    if WHEN in keys and LEADING.issuperset(texts_of(before)):
        return _name_of(keys[0], keys[-1], project), [keys[0]]
    told = max((at for at, word in enumerate(before, 1) if word.text not in BETWEEN), default=0)
    name = known_ending(before, known) or known_ending(before[:told], known)
    if not name:
        return "", []
    return text[name[0].start:name[-1].end], [id for names in known for id in owners_of(name, names)]


def _name_of(id: str, language: str, project: Project) -> str:
    """Returns the name of a contact in a language, its id where it has none."""
    return str(project.contacts[id].name.get(language, id)) if id in project.contacts else id


def _whose(project: Project) -> dict[str, str]:
    """Returns whose each number is, but for those that several contacts have."""
    every = {(channel.number, contact.id) for contact in project.contacts.values() for channel in contact.channels if channel.number}
    shared = Counter(number for number, _ in every)
    return {number: id for number, id in every if shared[number] == 1}
