"""Says which numbers a page's Markdown asks for, one after the other: what its templates and tokens must have printed.

It follows the tokens as a reader of the Markdown would, and takes nothing from the part of the build that renders them.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ....facts.contacts import Contact
from ....facts.pages import Page
from ....facts.pages.tokens import Token, tokens_in
from ....facts.place import texts
from ....facts.practice.steps import Step
from ....facts.project import Project


class Asked(NamedTuple):
    """What one token asks for: every number on a card, the first one in a sentence; `line` is the token's."""

    contact: str
    line: int
    card: tuple[str, ...]
    inline: tuple[str, ...]


def asked(project: Project, page: Page) -> Iterator[Asked]:
    """Yields what the tokens of a page ask for, in order; what has no number to dial is left out."""
    for token, line in page.outline.tokens:
        for contact, ends in _contacts(project, token, page.text_language):
            inline = _call(project, contact) if ends else ()
            found = Asked(contact.id, line, _instead(project, contact) + _all(project, contact), inline or _inline(project, contact))
            if found.card or found.inline:
                yield found


def bar(project: Project) -> list[str]:
    """Returns what the help bar dials on every page."""
    return [href for contact in _listed(project, project.help_bar) for href in _call(project, contact)]


def buttons(project: Project, page: Page) -> list[str]:
    """Returns what the large buttons of a page dial, that its front matter asks for."""
    return [href for contact in _listed(project, texts(page.meta.get("call"))) for href in _on_button(project, contact)]


def _listed(project: Project, ids: Iterable[str]) -> list[Contact]:
    """Returns the contacts of a list of calls: each, behind it what stands in for it, and last whoever has no way to be reached."""
    named = [project.contacts[id] for id in ids if id in project.contacts]
    shown: dict[str, Contact] = {}
    for contact in named:
        shown.setdefault(contact.id, contact)
        if (other := project.offered(contact.id)) and other not in named:
            shown.setdefault(other.id, other)
    return sorted(shown.values(), key=lambda contact: not contact.channels_on(project.today))


def _on_button(project: Project, contact: Contact) -> tuple[str, ...]:
    led = any(channel.url for channel in contact.channels_on(project.today))
    return _call(project, contact) or (() if led else _instead(project, contact))


def _all(project: Project, contact: Contact) -> tuple[str, ...]:
    return tuple(channel.href for channel in contact.channels_on(project.today) if channel.number)


def _call(project: Project, contact: Contact) -> tuple[str, ...]:
    call = contact.call() if contact.works_on(project.today) else None
    return (call.href,) if call else ()


def _inline(project: Project, contact: Contact) -> tuple[str, ...]:
    return _call(project, contact) + _instead(project, contact)


def _instead(project: Project, contact: Contact) -> tuple[str, ...]:
    """Returns the number of what stands in for a contact that is not, or was not, in service."""
    other = project.instead(contact)
    return (call.href,) if other and (call := other.call()) else ()


def _contacts(project: Project, token: Token, language: str) -> Iterator[tuple[Contact, bool]]:
    """Yields the contacts that a token prints, in order, and whether each is where a guide ends."""
    if token.kind == "contact":
        contact = project.contacts.get(token.id)
        if contact and contact.printable():
            yield contact, False
    elif token.kind == "contacts":
        yield from ((contact, False) for contact in project.chosen(token))
    else:
        for text in _texts(project, token):
            yield from [(text, True)] if isinstance(text, Contact) else _in_text(project, str(text.get(language) or ""), language)


def _in_text(project: Project, text: str, language: str) -> Iterator[tuple[Contact, bool]]:
    for token in tokens_in(text):
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
