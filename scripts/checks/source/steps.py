"""Checks that a way of steps leads on: no step is missing, none is never met, and nobody walks in a circle."""

from collections.abc import Iterator

from ...facts.finding import Finding, finding
from ...facts.nearest import nearest
from ...facts.place import Text
from ...facts.project import Project
from ...facts.steps import Steps, reached, returning


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
    for code in project.settings.codes:
        page = project.page(pair, code)
        if page is None and not project.stands(pair, code) or page and page.type not in types:
            helping = dict.fromkeys(other.pair for other in project.pages if other.type in types)
            yield finding(pair.place, "step-help-missing", page=pair, types=" or ".join(types), guess=nearest(pair, helping))
            return
