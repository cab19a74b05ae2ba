"""Finds the name of a school in a sentence that tells what happened to one of its pupils.

Which words stand for schools, pupils and harm is data (`wording.yml`, victims), in every language.
"""

import re
from dataclasses import dataclass

from ...facts.place import Record, mapping, texts
from ...facts.wording import signal_phrases
from ...facts.words import Word

LONGEST_NAME = 9  # words


@dataclass(frozen=True)
class Victims:
    """The words to look for; `begins` finds the place where a look is worth it."""

    schools: frozenset[tuple[str, ...]]
    kinds: frozenset[str]
    people: frozenset[tuple[str, ...]]
    harms: frozenset[tuple[str, ...]]
    spared: frozenset[tuple[str, ...]]
    begins: re.Pattern | None


def victims_of(data: Record) -> Victims:
    """Returns the words of `wording.yml`."""
    groups = mapping(data.get("victims"))
    schools, people, harms, spared = (signal_phrases(groups.get(name)) for name in ("schools", "people", "harms", "spared"))
    kinds = {word for some in (*signal_phrases(groups.get("kinds")), *schools) for word in some}
    written = sorted({text for some in mapping(groups.get("schools")).values() for text in texts(some)}, key=len, reverse=True)
    any_school = "|".join(re.escape(text) for text in written)
    begins = re.compile(rf"(?i:\b(?:{any_school})\b)(?=[^.!?\n]{{0,60}}[^\W\d_a-z])|(?<=\w )(?i:\b(?:{any_school})\b)") if written else None
    return Victims(schools, frozenset(kinds), people, harms, spared, begins)


def named_school(found: list[Word], victims: Victims) -> range | None:
    """Returns the words of a school's own name, when the sentence tells of harm to a pupil."""
    heard = [word.text for word in found]
    name = next((name for at in range(len(found)) if (name := _name(found, at, victims))), None)
    outside = [*heard[:name.start], "|", *heard[name.stop:]] if name else []
    if not name or not _any(victims.people, outside):
        return None
    for some in victims.spared:
        outside = _without(some, outside)
    return name if _any(victims.harms, outside) else None


def _any(phrases: frozenset[tuple[str, ...]], heard: list[str]) -> bool:
    return any(tuple(heard[at:at + len(some)]) == some for some in phrases for at in range(len(heard) - len(some) + 1))


def _without(some: tuple[str, ...], heard: list[str]) -> list[str]:
    """Returns the words with these and the one behind them taken out."""
    at = next((at for at in range(len(heard) - len(some) + 1) if tuple(heard[at:at + len(some)]) == some), None)
    return heard if at is None else [*heard[:at], *heard[at + len(some) + 1:]]


def _name(found: list[Word], at: int, victims: Victims) -> range | None:
    """Returns a name that begins with the word for school (Vietnamese) or ends with it (English)."""
    size = next((len(some) for some in victims.schools if tuple(word.text for word in found[at:at + len(some)]) == some), 0)
    if not size:
        return None
    last = at + size
    while last < len(found) and last - at < LONGEST_NAME and (found[last].capital or found[last].text in victims.kinds):
        last += 1
    if any(word.capital and word.text not in victims.kinds for word in found[at + size:last]):
        return range(at, last)
    first = at
    while first and found[first - 1].capital and not found[first - 1].ends and at - first < LONGEST_NAME:
        first -= 1
    own = [word for word in found[first:at] if word.text not in victims.kinds]
    return range(first, at + size) if found[at].capital and len(own) > (first == 0 and len(own) == 1) else None


