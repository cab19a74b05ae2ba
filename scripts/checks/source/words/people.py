"""Checks that nobody who was harmed is told by name: a pupil, a child of a given age, or the mother of one.

A name stays findable for as long as there are search engines. Which words are family names, and which stand beside a child's
name, is data (`wording.yml`, victims).
"""

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice

from ....facts.finding import Finding, finding
from ....facts.pages.slug import unaccented
from ....facts.place import mapping
from ....facts.project import Project
from ....facts.words import holds, words
from ....facts.words.said import Said, said
from ....facts.words.wording import signal_phrases, wording_data
from .private import sentence_around
from .schools import Victims, victims_of, without_spared

MOST = 200  # names that are looked at in one text
NEAR = 6  # words behind a name
OLDEST = 22  # years; of a student
AGE = re.compile(r"[,(]?\s*(?:\w+\s){0,2}?([0-9]{1,2})(?=\s*[,)]|\s+\w)")
Phrases = frozenset[tuple[str, ...]]


def check(project: Project, today: date) -> Iterator[Finding]:
    """Yields names of people beside what happened to them."""
    data = wording_data(project)
    groups = mapping(data.get("victims"))
    families = sorted(" ".join(one).title() for one in signal_phrases(groups.get("families")))
    if not families:
        return
    either = "|".join(map(re.escape, dict.fromkeys((*families, *map(unaccented, families)))))
    name = re.compile(rf"\b(?:{either})(?: [^\W\d_a-z][^\W\d_]+){{2,4}}(?! [^\W\d_a-z]\b)")
    victims, ages, kin = victims_of(data), signal_phrases(groups.get("ages")), signal_phrases(groups.get("kin"))
    for piece in said(project):
        yield from _named(piece, name, victims, ages, kin)


def _named(piece: Said, name: re.Pattern, victims: Victims, ages: Phrases, kin: Phrases) -> Iterator[Finding]:
    for match in islice(name.finditer(piece.text), MOST):
        start, end = sentence_around(piece.text, match.start())
        before = [word.text for word in words(piece.text[start:match.start()])]
        behind = piece.text[match.end():end]
        heard = [word.text for word in words(behind)]
        child = any(tuple(before[-len(some):]) == some for some in victims.people) or _young(behind, heard, ages) or any(holds(heard[:NEAR], some) for some in kin)
        if child and _harmed([*before, "|", *heard], victims):
            yield finding(piece.place_at(match.start()), "person-named", name=" ".join(match[0].split()))


def _young(behind: str, heard: list[str], ages: Phrases) -> bool:
    """Returns whether the age of somebody young stands just behind a name: “, 15,” or “(13 years old)”."""
    age = AGE.match(behind)
    told = age and (behind[:1] == "," and behind[age.end():age.end() + 1] == "," or any(holds(heard[:NEAR], some) for some in ages))
    return bool(told and int(age[1]) <= OLDEST)


def _harmed(heard: list[str], victims: Victims) -> bool:
    spared = without_spared(heard, victims)
    return any(holds(spared, some) for some in victims.harms) and not any(holds(heard, some) for some in victims.shown)
