"""Guided help: short questions that lead a reader who is in need to the right page or telephone.

Editors write the questions in `guided-help.yml`; the build turns them into plain links, which work on
the cheapest telephone, without JavaScript and without a signal.
"""

from dataclasses import dataclass

from ..data.shape import Shape, by_id, in_languages, list_of, record_of, text, truth
from ..place import Place, Record
from .steps import Step, choices_of


@dataclass(frozen=True)
class Question(Step):
    """One question; `danger` says that it asks whether somebody's life is in danger."""

    ask: dict
    hint: dict
    danger: bool


@dataclass(frozen=True)
class Guide:
    """A way of questions; the first one written is the first one asked."""

    id: str
    place: Place
    steps: dict[str, Question]


def guides_shape(languages: tuple[str, ...]) -> Shape:
    """Returns the shape of `guided-help.yml`."""
    said = in_languages(languages)
    answer = record_of({"say": said}, {"to": text, "page": text, "contact": text})
    question = record_of({"ask": said, "answers": list_of(answer)}, {"hint": said, "danger": truth, "note": text})
    return by_id(record_of({"questions": by_id(question)}, {"note": text}))


def guide(id: str, entry: Record, place: Place) -> Guide:
    """Returns the guide of an entry that fits `guides_shape`; its id stands at `place`."""
    questions = entry["questions"]
    return Guide(id, place, {name: _question(name, found, questions.place_of(name)) for name, found in questions.items()})


def _question(id: str, entry: Record, place: Place) -> Question:
    return Question(id, place, choices_of(entry["answers"]), ask=entry["ask"], hint=entry.get("hint") or {},
                    danger=entry.get("danger") is True)
