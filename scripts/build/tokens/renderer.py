"""Renders the tokens of a page, and tells what else the templates need to know of the page at hand."""

from html import escape
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from ...facts.pages import Page
from ...facts.pages.tokens import ALONE, LISTS, TOKEN, Token, parse_token
from ...facts.project import Project
from .. import structure
from ..contact_views import contact_view
from ..strings import strings_of
from .kinds import RENDER

BLOCKS = (*ALONE, *LISTS, "contacts")  # what cannot stand in a sentence
LINKING = (*ALONE, "term")  # what holds links to other pages, which differ from page to page


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

    @property
    def language(self) -> str:
        """Returns the language of the text of the page."""
        return self.page.text_language

    def html(self, token: Token, alone: bool) -> str | None:
        """Returns the HTML of a token that stands alone in its paragraph or not, or None for one that cannot be rendered.

        It is the same on every page of a language, except where it holds links to other pages.
        """
        if self.page is None or token.kind not in RENDER or token.kind in BLOCKS and not alone:
            return None
        key = (token, alone, self.language, self.page.path if token.kind in LINKING else "")
        if key not in self.rendered:
            self.rendered[key] = RENDER[token.kind](self, token, alone)
        return self.rendered[key]

    def component(self, name: str, **values: object) -> str:
        """Returns the component `overrides/components/<name>.html` with its values."""
        template = self.environment.get_template(f"components/{name}.html")
        return template.render(t=strings_of(self.project, self.language), **values).strip()

    def said(self, words: dict) -> Markup:
        """Returns a text of the data files in the page's language, its tokens rendered; nothing where there is none."""
        text = escape(words.get(self.language, ""), quote=False)
        return Markup(TOKEN.sub(lambda match: self.html(parse_token(match[1]), False) or match[0], text))

    def href(self, target: Page) -> str:
        """Returns the address of a page, as the page at hand links to it."""
        return structure.href(self.project, self.page, target)

    def link(self, pair: str) -> dict:
        """Returns the address and the title of the page of a pair in the page's language; nothing where there is none."""
        target = self.project.page(pair, self.page.language)
        return {"href": self.href(target), "title": target.title} if target else {}

    def called(self, id: str) -> dict:
        """Returns a contact in the page's language, or what stands in for it while it cannot be reached."""
        return contact_view(self.project.offered(id) or self.project.contacts[id], self.language, self.project)

    def named(self, tactic: str) -> str:
        """Returns the name of a tactic in the page's language, nothing where there is none."""
        entry = self.project.entries("tactics").get(tactic)
        return str(entry["name"][self.language]) if entry else ""
