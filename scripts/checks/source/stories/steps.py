"""Checks that a way of steps leads on: no step is missing, none is never met, and nobody walks in a circle."""

from collections.abc import Iterator

from ....facts.finding import Finding, finding
from ....facts.pages import DOCS
from ....facts.place import Text
from ....facts.practice.steps import Steps, reached, returning
from ....facts.project import Project
from ....facts.words.nearest import nearest


def faults_of(steps: Steps) -> Iterator[Finding]:
    """Yields choices that lead nowhere or back, and steps to which no choice leads."""
    for step in steps.values():
        for choice in step.choices:
            if choice.to and choice.to not in steps:
                yield finding(choice.to.place, "step-unknown", to=choice.to, step=step.id, guess=nearest(choice.to, steps))
    for here, to in returning(steps):
        choice = next(choice for choice in steps[here].choices if choice.to == to)
        yield finding(choice.to.place, "step-loop", to=to, step=here)
    met = reached(steps)
    for step in steps.values():
        if step.id not in met:
            yield finding(step.place, "step-unreached", step=step.id)


def help_page(pair: Text, project: Project, types: tuple[str, ...] = ("help",)) -> Iterator[Finding]:
    """Yields a page that is offered as help and is none: it must be there in every language, and be of one of the types."""
    helping = {(page.pair, page.language) for page in project.pages if page.type in types}
    codes = dict.fromkeys(page.language for page in project.pages)  # a language without any page is told as such
    if any((pair, code) not in helping and f"{DOCS}/{code}/{pair}" not in project.unread for code in codes):
        guess = nearest(pair, sorted({other for other, _ in helping} - {pair}))
        yield finding(pair.place, "step-help-missing", page=pair, types=" or ".join(types), guess=guess)
