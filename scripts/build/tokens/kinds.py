"""How each kind of token is rendered: from the facts it names to the component that shows them."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import TYPE_CHECKING

from ...facts.pages.listing import listed
from ...facts.pages.tokens import Token
from ...facts.place import Record
from ..contact_views import contact_view
from ..exercises import guide_view, quiz_view, scenario_view
from ..listings import partner_views, term_anchor, term_views, terms_page, timeline_views

if TYPE_CHECKING:
    from .renderer import TokenRenderer


def _contact(tell: TokenRenderer, token: Token, alone: bool) -> str | None:
    contact = tell.project.contacts.get(token.id)
    if contact is None or not contact.printable():
        return None
    return tell.component("contact-card" if alone else "contact-link", contact=contact_view(contact, tell.language, tell.project))


def _contacts(tell: TokenRenderer, token: Token, alone: bool) -> str | None:
    views = [contact_view(contact, tell.language, tell.project) for contact in tell.project.chosen(token)]
    cards = "\n".join(tell.component("contact-card", contact=view) for view in views)
    return f'<div class="app-contact-list">\n{cards}\n</div>' if views else None


def _pages(tell: TokenRenderer, token: Token, alone: bool) -> str | None:
    found = [page for page in listed(tell.project, token, tell.page.language) if page != tell.page]
    views = [{"title": page.title, "lang": page.foreign, "href": tell.href(page)} for page in found]
    return tell.component("page-links", pages=views) if views else None


def _fact(tell: TokenRenderer, token: Token, alone: bool) -> str | None:
    return _text(tell, tell.project.statement("campaign", "facts", token.id))


def _treaty(tell: TokenRenderer, token: Token, alone: bool) -> str | None:
    return _text(tell, tell.project.statement("convention", "statements", token.id))


def _text(tell: TokenRenderer, entry: Record | None) -> str | None:
    return escape(entry["text"][tell.language], quote=False) if entry else None


def _tactic(tell: TokenRenderer, token: Token, alone: bool) -> str | None:
    entry = tell.project.entries("tactics").get(token.id)
    if entry is None:
        return None
    says, way_out = (escape(entry[key][tell.language], quote=False) for key in ("says", "way_out"))
    return f"{says} <strong>{way_out}</strong>"


def _term(tell: TokenRenderer, token: Token, alone: bool) -> str | None:
    entry = tell.project.entries("glossary").get(token.id)
    if entry is None:
        return None
    target = terms_page(tell.project, tell.page.language)
    href = f"{tell.href(target)}#{term_anchor(token.id)}" if target else ""
    return tell.component("term", term=entry["term"][tell.language], means=entry["means"][tell.language], href=href)


def _list(views: Callable) -> Callable:
    """Returns how a list that is printed whole is rendered; its component has the name of the token."""

    def render(tell: TokenRenderer, token: Token, alone: bool) -> str | None:
        entries = views(tell.project, tell.language)
        return tell.component(token.kind, entries=entries) if entries else None

    return render


def _guide(tell: TokenRenderer, token: Token, alone: bool) -> str | None:
    found = tell.project.practice.guides.get(token.id)
    return tell.component("guide", guide=guide_view(found, tell)) if found else None


def _scenario(tell: TokenRenderer, token: Token, alone: bool) -> str | None:
    found = tell.project.practice.scenarios.get(token.id)
    return tell.component("scenario", scenes=scenario_view(found, tell)) if found else None


def _quiz(tell: TokenRenderer, token: Token, alone: bool) -> str | None:
    found = tell.project.practice.quizzes.get(token.id)
    return tell.component("quiz", id=found.id, items=quiz_view(list(found.items.values()), tell)) if found else None


def _quizzes(tell: TokenRenderer, token: Token, alone: bool) -> str | None:
    items = tell.project.practice.core_items()
    return tell.component("quiz", id="core", items=quiz_view(items, tell)) if items else None


RENDER: dict[str, Callable[[TokenRenderer, Token, bool], str | None]] = {
    "contact": _contact, "contacts": _contacts, "fact": _fact, "guide": _guide, "pages": _pages, "partners": _list(partner_views),
    "quiz": _quiz, "quizzes": _quizzes, "scenario": _scenario, "tactic": _tactic, "term": _term, "terms": _list(term_views),
    "timeline": _list(timeline_views), "treaty": _treaty,
}
