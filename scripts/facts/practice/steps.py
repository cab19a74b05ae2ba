"""A way that readers choose step by step: the steps, the choices at each, and where every choice leads.

Whoever is in need follows such a way with few taps, so it must never turn in a circle and never end nowhere.
The functions here only tell how the steps hang together; what is allowed is said by the checks.
"""

from dataclasses import dataclass

from ..place import Place, Record, Text


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
    return set(_walk(steps)[0])


def returning(steps: Steps) -> list[tuple[str, str]]:
    """Returns from where to where a choice leads back to a step that its reader has already passed."""
    return _walk(steps)[1]


def longest(steps: Steps) -> list[str]:
    """Returns the ids along the longest way from the first step; the steps must hold no circle."""
    length: dict[str, int] = {}
    behind: dict[str, str] = {}
    for id in _walk(steps)[0]:
        behind[id] = max(next_ids(steps[id], steps), key=length.__getitem__, default="")
        length[id] = 1 + length.get(behind[id], 0)
    way, id = [], next(iter(steps), "")
    while id:
        way.append(id)
        id = behind[id]
    return way


def _walk(steps: Steps) -> tuple[list[str], list[tuple[str, str]]]:
    """Returns the ids in the order in which a walk into the depth leaves them, the last first, and where it met its own way."""
    left, back, way = [], [], [(id, iter(next_ids(steps[id], steps))) for id in list(steps)[:1]]
    met, open_ = {id for id, _ in way}, {id for id, _ in way}
    while way:
        here, ahead = way[-1]
        other = next(ahead, None)
        if other is None:
            left.append(here)
            open_.discard(here)
            way.pop()
        elif other in open_:
            back.append((here, other))
        elif other not in met:
            met.add(other)
            open_.add(other)
            way.append((other, iter(next_ids(steps[other], steps))))
    return left, back


def before(id: str, steps: Steps) -> list[Step]:
    """Returns the steps from which one tap leads to a step, in the order they are written."""
    return [step for step in steps.values() if id in next_ids(step, steps)]
