"""Quiz questions: each with a few choices, and for every choice a word on what it would bring about.

Nobody is counted or compared: who chooses otherwise here loses nothing, and that is what practice is for.
"""

from dataclasses import dataclass

from ..data.shape import Shape, by_id, in_languages, list_of, record_of, text, truth
from ..place import Place, Record

LETTERS = "ABCDEFGH"


@dataclass(frozen=True)
class Option:
    """One choice, and why it is or is not the one to practise."""

    say: dict
    why: dict
    right: bool


@dataclass(frozen=True)
class Item:
    """One question; `core` marks the few that come back every month."""

    id: str
    place: Place
    ask: dict
    options: tuple[Option, ...]
    core: bool

    @property
    def right_letters(self) -> str:
        """Returns the letters of the right choices; there should be one."""
        return "".join(letter for letter, option in zip(LETTERS, self.options) if option.right)


@dataclass(frozen=True)
class Quiz:
    """The questions for one group of readers."""

    id: str
    place: Place
    items: dict[str, Item]


def quiz_shape(languages: tuple[str, ...]) -> Shape:
    """Returns the shape of a file of `quizzes/`."""
    said = in_languages(languages)
    option = record_of({"say": said, "why": said}, {"right": truth})
    item = record_of({"ask": said, "options": list_of(option)}, {"core": truth, "note": text})
    return record_of({"items": by_id(item)}, {"note": text})


def quiz(id: str, entry: Record) -> Quiz:
    """Returns the quiz of a file that fits `quiz_shape`; its id is the file's name."""
    items = entry["items"]
    return Quiz(id, entry.place, {name: _item(name, found, items.place_of(name)) for name, found in items.items()})


def _item(id: str, entry: Record, place: Place) -> Item:
    options = tuple(Option(option["say"], option["why"], option.get("right") is True) for option in entry["options"])
    return Item(id, place, entry["ask"], options, core=entry.get("core") is True)
