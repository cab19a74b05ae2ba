"""Checks guided help: danger to life is asked first, and every way ends soon at a person or a page that helps."""

from collections.abc import Iterator
from datetime import date

from ....facts.finding import Finding, finding
from ....facts.practice.guides import Guide, Question
from ....facts.practice.steps import Choice, longest, returning
from ....facts.project import Project
from ..registry.contacts import named
from .steps import faults_of, help_page

MOST_TAPS = 4  # from the first question to whoever helps; every one more loses somebody


def check(project: Project, today: date) -> Iterator[Finding]:
    """Yields what would keep a reader from help: missing ends, circles, long ways, danger asked late."""
    for guide in project.practice.guides.values():
        yield from faults_of(guide.steps)
        yield from _danger_first(guide, project)
        if not returning(guide.steps):
            yield from _short(guide)
        for question in guide.steps.values():
            yield from _ends(question, project)


def _danger_first(guide: Guide, project: Project) -> Iterator[Finding]:
    first = next(iter(guide.steps.values()), None)
    called = [choice.contact for choice in first.choices if choice.contact] if first else []
    if first and first.danger and any(id not in project.contacts for id in called):
        return  # an unknown contact, or one with a fault, is told as such
    if not (first and first.danger and any(project.contacts[id].kind == "emergency" for id in called)):
        yield finding(first.place if first else guide.place, "guide-danger-late", guide=guide.id)


def _short(guide: Guide) -> Iterator[Finding]:
    way = longest(guide.steps)
    if len(way) > MOST_TAPS:
        yield finding(guide.steps[way[-1]].place, "guide-way-long", way=" → ".join(way), taps=len(way), most=MOST_TAPS)


def _ends(question: Question, project: Project) -> Iterator[Finding]:
    if not question.choices:
        yield finding(question.place, "step-choices-missing", step=question.id)
    for choice in question.choices:
        if len(choice.ends) != 1:
            yield finding(choice.place, "guide-answer-unclear", question=question.id, count=len(choice.ends))
        yield from _end(choice, project)


def _end(choice: Choice, project: Project) -> Iterator[Finding]:
    if choice.page:
        yield from help_page(choice.page, project)
    if choice.contact:
        yield from named(choice.contact, "contact", project)
        contact = project.contacts.get(choice.contact)
        offered = project.offered(choice.contact)  # what stands in for a line that is down
        if contact and contact.published() and not (offered and offered.call()):
            yield finding(choice.contact.place, "guide-contact-silent", contact=contact.id)
