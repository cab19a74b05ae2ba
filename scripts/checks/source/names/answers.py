"""Checks that no answer of guided help says to call one contact and leads to another: “Somebody is in the water: call River rescue.”"""

import re
from collections.abc import Iterator
from datetime import date

from ....facts.finding import Finding, finding
from ....facts.place import leaves
from ....facts.practice.steps import Choice
from ....facts.project import Project
from ....facts.words import Word, words
from ..numbers import vocabulary
from .beside import apart
from .named import LEADING, Names, ending, labels_of, names_of, owners_of, speaks_of, texts_of

CLAUSE = re.compile(r"[^.,:;!?…()–—]+")


def check(project: Project, today: date) -> Iterator[Finding]:
    """Yields answers that say to call somebody else than they lead to."""
    known = names_of(project), labels_of(project)
    for guide in project.practice.guides.values():
        for question in guide.steps.values():
            for choice in question.choices:
                if choice.contact in project.contacts:
                    yield from _crossed(choice, known)


def _crossed(choice: Choice, known: tuple[Names, Names]) -> Iterator[Finding]:
    for _, text, place in leaves(choice.say, choice.place):
        heard = words(text)
        if apart(heard) or speaks_of(heard, choice.contact, known):
            continue
        for clause in CLAUSE.findall(text):
            name = _called(words(clause), known)
            others = next(filter(None, (owners_of(name, names) for names in known)), []) if name else []
            if others:
                yield finding(place, "contact-name-crossed", name=clause[name[0].start:name[-1].end], other=others[0],
                              written=f"contact: {choice.contact}", contact=choice.contact)


def _called(heard: list[Word], known: tuple[Names, Names]) -> list[Word]:
    """Returns the name that a clause begins with but for words of calling: “call the river rescue now”."""
    for end in range(len(heard), 0, -1):
        name = next(filter(None, (ending(heard[:end], names) for names in known)), [])
        lead = texts_of(heard[:end - len(name)])
        if name and LEADING.issuperset(lead) and not vocabulary.VERBS.isdisjoint(lead):
            return name
    return []
