"""Says which numbers a page's Markdown asks for, one after the other: what its templates and tokens must have printed.

It follows the tokens as a reader of the Markdown would, and takes nothing from the part of the build that renders them.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ...facts.contacts import Contact
from ...facts.pages import Page
from ...facts.place import texts
from ...facts.project import Project
from ...facts.steps import Step
from ...facts.tokens import Token, tokens_in


class Asked(NamedTuple):
    """What one token asks for: every number on a card, the first one in a sentence; `line` is the token's."""

    contact: str
    line: int
    card: tuple[str, ...]
    inline: tuple[str, ...]


def asked(project: Project, page: Page) -> Iterator[Asked]:
    """Yields what the tokens of a page ask for, in order; what has no number to dial is left out."""
    for token, line in page.outline.tokens:
        for contact in _contacts(project, token, page.text_language):
            found = Asked(contact.id, line, _instead(project, contact) + _all(project, contact), _inline(project, contact))
            if found.card or found.inline:
                yield found


def buttons(project: Project, ids: Iterable[str]) -> list[str]:
    """Returns what a list of calls dials: each contact, behind it what stands in for it, and last whoever has no number."""
    named = [project.contacts[id] for id in ids if id in project.contacts]
    shown: dict[str, Contact] = {}
    for contact in named:
        shown.setdefault(contact.id, contact)
        if (other := project.offered(contact.id)) and other not in named:
            shown.setdefault(other.id, other)
    ordered = sorted(shown.values(), key=lambda contact: not _channels(project, contact))
    return [href for contact in ordered for href in _on_button(project, contact)]


def called(page: Page) -> list[str]:
    """Returns the contacts that a page's front matter calls."""
    return [str(id) for id in texts(page.meta.get("call"))]


def _on_button(project: Project, contact: Contact) -> tuple[str, ...]:
    works = contact.works_on(project.today)
    if works and (call := contact.call()):
        return (call.href,)
    return () if works and any(channel.url for channel in contact.channels) else _instead(project, contact)


def _channels(project: Project, contact: Contact) -> tuple:
    return contact.channels if contact.works_on(project.today) else ()


def _all(project: Project, contact: Contact) -> tuple[str, ...]:
    return tuple(channel.href for channel in _channels(project, contact) if channel.number)


def _inline(project: Project, contact: Contact) -> tuple[str, ...]:
    call = contact.call() if contact.works_on(project.today) else None
    return ((call.href,) if call else ()) + _instead(project, contact)


def _instead(project: Project, contact: Contact) -> tuple[str, ...]:
    """Returns the number of what stands in for a contact that is not, or was not, in service."""
    other = project.stand_in(contact) if contact.status != "live" else None
    return (call.href,) if other and (call := other.call()) else ()


def _contacts(project: Project, token: Token, language: str) -> Iterator[Contact]:
    """Yields the contacts that a token prints, in order."""
    if token.kind == "contact":
        contact = project.contacts.get(token.id)
        if contact and contact.printable():
            yield contact
    elif token.kind == "contacts":
        yield from project.chosen(token)
    else:
        for text in _texts(project, token):
            yield from _in_text(project, text, language)


def _in_text(project: Project, text: dict | Contact, language: str) -> Iterator[Contact]:
    if isinstance(text, Contact):
        yield text
        return
    for token in tokens_in(str(text.get(language) or "")):
        if token.kind == "contact":
            yield from _contacts(project, token, language)


def _texts(project: Project, token: Token) -> Iterator[dict | Contact]:
    """Yields the texts that a guide, quiz or scenario prints, in order, and the contacts at the ends of a guide."""
    practice = project.practice
    if token.kind == "guide" and token.id in practice.guides:
        for question in practice.guides[token.id].steps.values():
            yield from (question.ask, question.hint)
            yield from _choices(project, question)
    elif token.kind == "scenario" and token.id in practice.scenarios:
        for scene in practice.scenarios[token.id].steps.values():
            yield from (scene.name, scene.text, scene.says)
            yield from (scene.do, scene.why) if scene.ending else _choices(project, scene)
    elif token.kind in ("quiz", "quizzes"):
        quiz = practice.quizzes.get(token.id)
        for item in practice.core_items() if token.kind == "quizzes" else quiz.items.values() if quiz else ():
            yield item.ask
            yield from (text for option in item.options for text in (option.say, option.why))


def _choices(project: Project, step: Step) -> Iterator[dict | Contact]:
    for choice in step.choices:
        yield choice.say
        if choice.contact in project.contacts:
            yield project.offered(choice.contact) or project.contacts[choice.contact]
