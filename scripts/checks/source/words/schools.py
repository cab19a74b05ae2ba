"""Finds the name of a school beside what happened to one of its pupils: in the same sentence, or in the one before or behind.

Which words stand for schools, pupils and harm is data (`wording.yml`, victims), in every language.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ....facts.once import once
from ....facts.place import mapping, texts
from ....facts.project import Project
from ....facts.words import Word, first_of, holds
from ....facts.words.wording import lists_of, signal_phrases
from ..numbers.vocabulary import small

LONGEST_NAME = 9  # words
GROUPS = ("people", "harms", "spared", "shown", "pronouns", "attends", "befallen", "scenes", "general")  # in the order of Victims
NEAR = 3  # words between a pupil and what happened: “she was suddenly lured away”


@dataclass(frozen=True)
class Victims:
    """The words to look for; `schools` by their first word. `begins` finds the place where a look is worth it, `named` whether there is one at all, in a folded text.

    A pronoun alone is nobody's pupil: it counts beside `attends` (“she studied at”). `scenes` say where it was (“it happened at”). `general` are words of what may happen to anybody,
    `shown` of what a school plays or counts.
    """

    schools: dict[str, list[tuple[str, ...]]]
    kinds: frozenset[str]
    people: frozenset[tuple[str, ...]]
    harms: frozenset[tuple[str, ...]]
    spared: frozenset[tuple[str, ...]]
    shown: frozenset[tuple[str, ...]]
    pronouns: frozenset[tuple[str, ...]]
    attends: frozenset[tuple[str, ...]]
    befallen: frozenset[tuple[str, ...]]
    scenes: frozenset[tuple[str, ...]]
    general: frozenset[tuple[str, ...]]
    begins: re.Pattern | None
    named: re.Pattern | None


@once
def victims_of(project: Project) -> Victims:
    """Returns the words of `wording.yml`, victims."""
    groups = lists_of(project, "victims")
    schools, *others = (signal_phrases(groups.get(name)) for name in ("schools", *GROUPS))
    kinds = {word for some in (*signal_phrases(groups.get("kinds")), *schools) for word in some}
    written = sorted({text for some in mapping(groups.get("schools")).values() for text in texts(some)}, key=len, reverse=True)
    any_school = "|".join(re.escape(text) for text in written)
    begins = re.compile(rf"(?i:\b(?:{any_school})\b)(?=[^.!?\n]{{0,60}}[^\W\d_a-z])|(?<=\w )(?i:\b(?:{any_school})\b)") if written else None
    named = re.compile("|".join(re.escape(folded(text)) for text in written)) if written else None
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for some in sorted(schools, key=len, reverse=True):
        by_first.setdefault(some[0], []).append(some)
    return Victims(by_first, frozenset(kinds), *others, begins, named)


def folded(text: str) -> str:
    """Returns a text in which letters are the same that are so to a pattern without capitals."""
    return small(text).casefold()


def named_school(found: list[Word], victims: Victims) -> range | None:
    """Returns the words of a school's own name, when the sentence tells of harm to a pupil."""
    name, outside = _apart(found, victims)
    if _any(victims.shown, outside):
        return None
    spared = without_spared(outside, victims)
    told = _any(victims.people, outside) and _any(victims.harms, spared)
    return name if told or _attending(outside, victims) and _near(victims.befallen, victims.harms, spared, 1) else None


def named_beside(found: list[Word], others: Iterable[list[Word]], victims: Victims) -> range | None:
    """Returns the words of the name of one pupil's school, when another sentence, or cell, tells what happened to that pupil."""
    name, outside = _apart(found, victims)
    alone = len(outside) == 1
    if not name or _any(victims.general, outside) or not (alone or _any(victims.people | victims.scenes, outside) or _attending(outside, victims)):
        return None
    return name if any(befell(other, victims) for other in others) else None


def _apart(found: list[Word], victims: Victims) -> tuple[range | None, list[str]]:
    """Returns a school's own name, and the other words."""
    heard = [word.text for word in found]
    name = next((name for at in range(len(found)) if (name := _name(found, at, victims))), None)
    return name, [*heard[:name.start], "|", *heard[name.stop:]] if name else []


def _attending(heard: list[str], victims: Victims) -> bool:
    return _any(victims.pronouns, heard) and _any(victims.attends, heard)


def befell(found: list[Word], victims: Victims) -> bool:
    """Returns whether a sentence tells that something happened to one person."""
    heard = [word.text for word in found]
    if not victims.general or _any(victims.general, heard):
        return False
    return _near(victims.people | victims.pronouns, victims.harms, without_spared(heard, victims), NEAR)


def happened(heard: list[str], victims: Victims) -> bool:
    """Returns whether words tell that something happened to whom they speak of: “was threatened”, “that she was threatened”."""
    spared = without_spared(heard, victims)
    return _near(victims.befallen, victims.harms, spared, 1) or _near(victims.people | victims.pronouns, victims.harms, spared, NEAR)


def without_spared(heard: list[str], victims: Victims) -> list[str]:
    """Returns the words without those that tell of what did not happen."""
    for some in victims.spared:
        heard = _without(some, heard)
    return heard


def _near(first: frozenset[tuple[str, ...]], second: frozenset[tuple[str, ...]], heard: list[str], most: int) -> bool:
    """Returns whether one phrase stands behind another with at most some words between."""
    ends = [at + len(some) for some in first for at in range(len(heard)) if tuple(heard[at:at + len(some)]) == some]
    return any(tuple(heard[at:at + len(some)]) == some for end in ends for some in second for at in range(end, end + most + 1))


def _any(phrases: frozenset[tuple[str, ...]], heard: list[str]) -> bool:
    return any(holds(heard, some) for some in phrases)


def _without(some: tuple[str, ...], heard: list[str]) -> list[str]:
    """Returns the words with these and the one behind them taken out."""
    at = first_of(heard, some)
    return heard if at is None else [*heard[:at], *heard[at + len(some) + 1:]]


def _name(found: list[Word], at: int, victims: Victims) -> range | None:
    """Returns a name that begins with the word for school (Vietnamese) or ends with it (English); of two, the one without a gap."""
    begun = victims.schools.get(found[at].text, ())
    size = next((len(some) for some in begun if tuple(word.text for word in found[at:at + len(some)]) == some), 0)
    if not size:
        return None
    behind, before = _name_behind(found, at, size, victims), _name_before(found, at, size, victims)
    apart = behind and found[at + size].start - found[at + size - 1].end > 1  # “High School, Đà Nẵng”
    return before if apart and before else behind or before


def _name_behind(found: list[Word], at: int, size: int, victims: Victims) -> range | None:
    last = at + size
    while last < len(found) and last - at < LONGEST_NAME and (found[last].capital or found[last].text in victims.kinds):
        last += 1
    own = any(word.capital and word.text not in victims.kinds for word in found[at + size:last])
    return range(at, last) if own else None


def _name_before(found: list[Word], at: int, size: int, victims: Victims) -> range | None:
    first = at
    while first and (found[first - 1].capital or found[first - 1].text.isdigit()) and not found[first - 1].ends and at - first < LONGEST_NAME:
        first -= 1  # Nam Lam 2 High School
    own = [word for word in found[first:at] if word.capital and word.text not in victims.kinds]
    return range(first, at + size) if found[at].capital and len(own) > (first == 0 and len(own) == 1) else None
