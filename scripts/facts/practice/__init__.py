"""Everything to practise with and to be led by: guided help, quizzes and scenarios, read from their files.

A quiz or a scenario is a file of its own, so that a teacher can propose one without touching another;
the file's name is its id.
"""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ..data.shape import Shape
from ..pages.tokens import Token, tokens_in
from ..place import Record, Text, leaves
from .guides import Guide, guide, guides_shape
from .quizzes import Item, Quiz, quiz, quiz_shape
from .scenarios import Scenario, scenario, scenario_shape

GUIDES = "guided-help"
FOLDERS: dict[str, Callable[[tuple[str, ...]], Shape]] = {"quizzes": quiz_shape, "scenarios": scenario_shape}
PLAIN = ("ask", "say", "name")  # headings and links, in which nothing else can be tapped


@dataclass(frozen=True)
class Practice:
    """Guides, quizzes and scenarios by their ids; whatever has a finding in its shape is left out."""

    guides: dict[str, Guide] = field(default_factory=dict)
    quizzes: dict[str, Quiz] = field(default_factory=dict)
    scenarios: dict[str, Scenario] = field(default_factory=dict)

    def core_items(self) -> list[Item]:
        """Returns the questions that come back every month, in the order of their files."""
        return [item for quiz in self.quizzes.values() for item in quiz.items.values() if item.core]


def practice_files(data: Path) -> Iterator[tuple[str, Callable[[tuple[str, ...]], Shape]]]:
    """Yields the name of each file to practise with below the folder `data`, `quizzes/river`, and the maker of its shape."""
    for folder, shape in FOLDERS.items():
        names = sorted(os.listdir(data / folder)) if (data / folder).is_dir() else []
        yield from ((f"{folder}/{name[:-len('.yml')]}", shape) for name in names if name.endswith(".yml"))


def practice(data: dict[str, Record], languages: tuple[str, ...]) -> Practice:
    """Returns what the data files hold to practise with, without whatever does not fit its shape."""
    return Practice(_guides(data.get(GUIDES), languages), _fitting("quizzes", quiz, data, languages),
                    _fitting("scenarios", scenario, data, languages))


def _guides(entries: Record | None, languages: tuple[str, ...]) -> dict[str, Guide]:
    if entries is None or any(guides_shape(languages)(entries, entries.place, GUIDES)):
        return {}
    return {id: guide(id, entry, entries.place_of(id)) for id, entry in entries.items()}


def _fitting(folder: str, make: Callable, data: dict[str, Record], languages: tuple[str, ...]) -> dict:
    shape = FOLDERS[folder](languages)
    files = {name.partition("/")[2]: entry for name, entry in data.items() if name.startswith(f"{folder}/")}
    return {id: make(id, entry) for id, entry in files.items() if not any(shape(entry, entry.place, id))}


def practice_texts(data: dict[str, Record], languages: tuple[str, ...]) -> Iterator[tuple[str, Text]]:
    """Yields every text that readers get of these files, with the name of its field."""
    for name, entries in data.items():
        if name == GUIDES or name.partition("/")[0] in FOLDERS:
            yield from _texts(entries, languages)


def practice_contacts(token: Token, data: dict[str, Record], languages: tuple[str, ...]) -> Iterator[str]:
    """Yields the ids of the contacts that readers meet where a token stands: in its texts, and at the ends of a guide."""
    names = {"guide": (GUIDES,), "quiz": (f"quizzes/{token.id}",), "scenario": (f"scenarios/{token.id}",),
             "quizzes": [name for name in data if name.startswith("quizzes/")]}
    for entries in filter(None, map(data.get, names.get(token.kind, ()))):
        yield from (found.id for _, text in _texts(entries, languages) for found in tokens_in(text) if found.kind == "contact")
        yield from (text for keys, text, _ in leaves(entries, entries.place) if keys[-1] == "contact")


def _texts(entries: Record, languages: tuple[str, ...]) -> Iterator[tuple[str, Text]]:
    """Yields the texts below `field: {vi: …, en: …}`, each with the name of the field."""
    return ((keys[-2] if len(keys) > 1 else "", text) for keys, text, _ in leaves(entries, entries.place) if keys[-1] in languages)
