"""A way that readers choose step by step: the steps, the choices at each, and where every choice leads.

Whoever is in need follows such a way with few taps, so it must never turn in a circle and never end nowhere.
The functions here only tell how the steps hang together; what is allowed is said by the checks.
"""

from dataclasses import dataclass

from .place import Place, Record, Text


@dataclass(frozen=True)
class Choice:
    """Something a reader can tap: it leads `to` another step, or ends at a `page` or a `contact`."""

    say: dict
    place: Place
    to: str = ""
    page: str = ""
    contact: str = ""

    @property
    def ends(self) -> list[Text]:
        """Returns what is written of `to`, `page` and `contact`; exactly one of them makes sense."""
        return [end for end in (self.to, self.page, self.contact) if end]


@dataclass(frozen=True)
class Step:
    """One stop on the way; the first of a mapping of steps is where readers begin."""

    id: str
    place: Place
    choices: tuple[Choice, ...]


Steps = dict[str, Step]


def choices_of(entries: list[Record]) -> tuple[Choice, ...]:
    """Returns the choices written in a list of mappings that fit their shape."""
    return tuple(Choice(entry["say"], entry.place, entry.get("to", ""), entry.get("page", ""), entry.get("contact", ""))
                 for entry in entries)


def next_ids(step: Step, steps: Steps) -> list[str]:
    """Returns the ids of the steps right behind a step, each once; unknown ones are left out."""
    return list(dict.fromkeys(choice.to for choice in step.choices if choice.to in steps))


def reached(steps: Steps) -> set[str]:
    """Returns the ids of every step that somebody can come to from the first."""
    found, waiting = set(), list(steps)[:1]
    while waiting:
        id = waiting.pop()
        if id not in found:
            found.add(id)
            waiting += next_ids(steps[id], steps)
    return found


def returning(steps: Steps) -> list[tuple[Step, Choice]]:
    """Returns every choice that leads back to a step its reader has already passed."""
    return [(step, choice) for step in steps.values() for choice in step.choices
            if choice.to in steps and step.id in _below(choice.to, steps)]


def _below(id: str, steps: Steps) -> set[str]:
    """Returns a step and all that come behind it."""
    found, waiting = set(), [id]
    while waiting:
        here = waiting.pop()
        if here not in found:
            found.add(here)
            waiting += next_ids(steps[here], steps)
    return found


def longest(steps: Steps) -> list[str]:
    """Returns the ids along the longest way from the first step; the steps must hold no circle."""
    return _longest_from(next(iter(steps)), steps, {}) if steps else []


def _longest_from(id: str, steps: Steps, known: dict[str, list[str]]) -> list[str]:
    if id not in known:
        ways = [_longest_from(other, steps, known) for other in next_ids(steps[id], steps)]
        known[id] = [id, *max(ways, key=len, default=[])]
    return known[id]


def before(id: str, steps: Steps) -> list[Step]:
    """Returns the steps from which one tap leads to a step, in the order they are written."""
    return [step for step in steps.values() if id in next_ids(step, steps)]
