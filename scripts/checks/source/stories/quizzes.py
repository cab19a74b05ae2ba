"""Checks quizzes: every question has one right choice, and its letter cannot be guessed."""

from collections.abc import Iterator
from datetime import date

from ....facts.finding import Finding, finding
from ....facts.place import Place
from ....facts.practice.quizzes import LETTERS, Item
from ....facts.project import DATA, Project

FEWEST, MOST = 2, len(LETTERS)


def check(project: Project, today: date) -> Iterator[Finding]:
    """Yields questions without exactly one right choice or with too few, and letters that are right too often."""
    items = [item for quiz in project.practice.quizzes.values() for item in quiz.items.values()]
    for item in items:
        if not FEWEST <= len(item.options) <= MOST:
            yield finding(item.place, "quiz-choices-count", item=item.id, count=len(item.options), fewest=FEWEST, most=MOST)
        elif len(item.right_letters) != 1:
            yield finding(item.place, "quiz-answer-count", item=item.id, count=len(item.right_letters))
    yield from _balanced(items)


def _balanced(items: list[Item]) -> Iterator[Finding]:
    """All quizzes together: a class that knows the favourite letter no longer reads the choices."""
    letters = LETTERS[:max((len(item.options) for item in items), default=0)]
    counts = {letter: sum(item.right_letters == letter for item in items) for letter in letters}
    if counts and max(counts.values()) - min(counts.values()) > 1:
        told = ", ".join(f"{letter} {count}" for letter, count in counts.items())
        yield finding(Place(f"{DATA}/quizzes"), "quiz-letters-unbalanced", counts=told)
