"""Renders tokens: `[[contact:id]]` becomes a call link or a card, `[[fact:id]]` a sentence.

A token becomes HTML inside Python-Markdown itself, after code has been set aside, so an
example of a token in `code` stays an example.
"""

import re
from collections.abc import Callable
from html import escape
from pathlib import Path
from xml.etree.ElementTree import Element

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markupsafe import Markup

from ..facts.listing import listed
from ..facts.pages import Page
from ..facts.project import Project
from ..facts.tokens import ALONE, TOKEN, Token, parse_token
from . import structure
from .contact_views import contact_view
from .exercises import guide_view, quiz_view, scenario_view
from .listings import partner_views, term_anchor, term_views, terms_page, timeline_views
from .strings import strings_of

TERM = re.compile(r'<dfn class="app-term"><(?:a|span) [^>]*>(?P<term>[^<]*)</(?:a|span)></dfn>')
ABOVE_LINKS = 175  # Python-Markdown's own: backtick 190, reference links 170


def component_environment(overrides: Path) -> Environment:
    """Returns the Jinja environment of the components; a missing value is an error, never a gap."""
    return Environment(loader=FileSystemLoader(overrides), autoescape=True, undefined=StrictUndefined,
                       trim_blocks=True, lstrip_blocks=True)


class TokenRenderer:
    """Renders the tokens of one page at a time; `page` is set before each page is rendered."""

    def __init__(self, project: Project, overrides: Path):
        self.project = project
        self.environment = component_environment(overrides)
        self.page: Page | None = None
        self.rendered: dict[tuple, str | None] = {}

    def html(self, token: Token, alone: bool) -> str | None:
        """Returns the HTML of a token, or None for one that cannot be rendered.

        It is the same on every page of a language, except where it holds links to other pages.
        """
        if self.page is None or not token.kind:
            return None
        key = (token, alone, self.page.text_language, self.page.path if token.kind in (*ALONE, "term") else "")
        if key not in self.rendered:
            render: Callable | None = getattr(self, f"_{token.kind}", None)
            self.rendered[key] = render(token, alone) if render else None
        return self.rendered[key]

    def component(self, name: str, **values: object) -> str:
        """Returns the component `overrides/components/<name>.html` with its values."""
        template = self.environment.get_template(f"components/{name}.html")
        return template.render(t=strings_of(self.project, self.page.text_language), **values).strip()

    def _contact(self, token: Token, alone: bool) -> str | None:
        contact = self.project.contacts.get(token.id)
        if contact is None or not contact.printable():
            return None
        return self.component("contact-card" if alone else "contact-link",
                              contact=contact_view(contact, self.page.text_language, self.project))

    def _contacts(self, token: Token, alone: bool) -> str | None:
        views = [contact_view(contact, self.page.text_language, self.project) for contact in self.project.chosen(token)]
        if not views or not alone:
            return None
        cards = "\n".join(self.component("contact-card", contact=view) for view in views)
        return f'<div class="app-contact-list">\n{cards}\n</div>'

    def _pages(self, token: Token, alone: bool) -> str | None:
        found = [page for page in listed(self.project, token, self.page.language) if page != self.page]
        if not found or not alone:
            return None
        views = [{"title": page.title, "lang": page.foreign,
                  "href": structure.href(self.project, self.page, page)} for page in found]
        return self.component("page-links", pages=views)

    def _fact(self, token: Token, alone: bool) -> str | None:
        return self._said(self.project.statement("campaign", "facts", token.id))

    def _treaty(self, token: Token, alone: bool) -> str | None:
        return self._said(self.project.statement("convention", "statements", token.id))

    def _said(self, entry: dict | None) -> str | None:
        return escape(entry["text"][self.page.text_language], quote=False) if entry else None

    def _tactic(self, token: Token, alone: bool) -> str | None:
        entry = self.project.entries("tactics").get(token.id)
        if entry is None:
            return None
        says, way_out = (escape(entry[key][self.page.text_language], quote=False) for key in ("says", "way_out"))
        return f"{says} <strong>{way_out}</strong>"

    def _term(self, token: Token, alone: bool) -> str | None:
        entry = self.project.entries("glossary").get(token.id)
        if entry is None:
            return None
        language, target = self.page.text_language, terms_page(self.project, self.page.language)
        href = f"{structure.href(self.project, self.page, target)}#{term_anchor(token.id)}" if target else ""
        return self.component("term", term=entry["term"][language], means=entry["means"][language], href=href)

    def _terms(self, token: Token, alone: bool) -> str | None:
        return self._list("terms", term_views, alone)

    def _timeline(self, token: Token, alone: bool) -> str | None:
        return self._list("timeline", timeline_views, alone)

    def _partners(self, token: Token, alone: bool) -> str | None:
        return self._list("partners", partner_views, alone)

    def _list(self, name: str, views: Callable, alone: bool) -> str | None:
        entries = views(self.project, self.page.text_language)
        return self.component(name, entries=entries) if entries and alone else None

    def _guide(self, token: Token, alone: bool) -> str | None:
        found = self.project.practice.guides.get(token.id) if alone else None
        return self.component("guide", guide=guide_view(found, self)) if found else None

    def _scenario(self, token: Token, alone: bool) -> str | None:
        found = self.project.practice.scenarios.get(token.id) if alone else None
        return self.component("scenario", scenes=scenario_view(found, self)) if found else None

    def _quiz(self, token: Token, alone: bool) -> str | None:
        found = self.project.practice.quizzes.get(token.id) if alone else None
        return self.component("quiz", id=found.id, items=quiz_view(list(found.items.values()), self)) if found else None

    def _quizzes(self, token: Token, alone: bool) -> str | None:
        items = self.project.practice.core_items() if alone else []
        return self.component("quiz", id="core", items=quiz_view(items, self)) if items else None

    def said(self, words: dict) -> Markup:
        """Returns a text of the data files in the page's language, its tokens rendered; nothing where there is none."""
        text = escape(words.get(self.page.text_language, ""), quote=False)
        return Markup(TOKEN.sub(lambda match: self.html(parse_token(match[1]), False) or match[0], text))

    def link(self, pair: str) -> dict:
        """Returns the address and the title of a page, as the page at hand links to it."""
        target = self.project.page(pair, self.page.language)
        return {"href": structure.href(self.project, self.page, target), "title": target.title} if target else {}

    def called(self, id: str) -> dict:
        """Returns a contact in the page's language, or what stands in for it while it cannot be reached."""
        return contact_view(self.project.offered(id) or self.project.contacts[id], self.page.text_language, self.project)

    def named(self, tactic: str) -> str:
        """Returns the name of a tactic in the page's language, nothing where there is none."""
        entry = self.project.entries("tactics").get(tactic)
        return str(entry["name"][self.page.text_language]) if entry else ""


def first_terms(html: str) -> str:
    """Returns a page in which a word is explained where it first stands, and plain wherever it stands again."""
    seen: set[str] = set()

    def kept(match: re.Match) -> str:
        again = match[0] in seen
        seen.add(match[0])
        return match["term"] if again else match[0]

    return TERM.sub(kept, html)



class TokenProcessor(InlineProcessor):
    """Replaces a token by its HTML; a paragraph that is nothing but a token becomes the component."""

    def __init__(self, markdown: Markdown, renderer: TokenRenderer):
        super().__init__(TOKEN.pattern, markdown)
        self.renderer = renderer

    def handleMatch(self, match, data: str) -> tuple[str | Element | None, int | None, int | None]:
        """Returns a placeholder for the HTML of the token, or nothing, which leaves it visible."""
        html = self.renderer.html(parse_token(match[1]), data.strip() == match[0])
        if html is None:
            return None, None, None
        return self.md.htmlStash.store(html), match.start(0), match.end(0)


class TokenExtension(Extension):
    """Teaches Python-Markdown the tokens of this project."""

    def __init__(self, renderer: TokenRenderer):
        super().__init__()
        self.renderer = renderer

    def extendMarkdown(self, md: Markdown) -> None:
        """Registers the processor above links, so that `[[…]]` is never read as one."""
        md.inlinePatterns.register(TokenProcessor(md, self.renderer), "project_token", ABOVE_LINKS)
