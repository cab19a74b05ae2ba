"""Chooses the pages that a list such as `[[pages:tactic=fear]]` shows, from what each page says of itself.

A list made from front matter cannot forget a page that somebody adds later.
"""

from ..place import texts
from ..project import Project
from . import AUDIENCES, TYPES, Page
from .tokens import Token

FIELDS = {"audience": "audience", "tactic": "tactics", "age": "ages"}  # filter: line of front matter
GROUPINGS = {"tactics": "tactics", "ages": "ages"}  # line of front matter: data file that names its words
FOR_ALL = {"audience": "everyone"}  # a word that fits whatever the filter asks
UNLISTED = ("home", "contents", "notice")


def listed(project: Project, token: Token, language: str) -> list[Page]:
    """Returns the pages of a language that fit every filter of a token, in the order of nav."""
    pages = (project.page(pair, language) for pair in project.settings.nav)
    return [page for page in pages if page and page.type not in UNLISTED
            and all(_fits(page, name, value) for name, value in token.filters)]


def _fits(page: Page, name: str, value: str) -> bool:
    if name == "type":
        return page.type == value
    said = texts(page.meta.get(FIELDS[name]))
    return value in said or FOR_ALL.get(name) in said


def values_of(project: Project, name: str) -> tuple[str, ...]:
    """Returns what a filter of pages may ask for; those of tactics and ages are the campaign's own."""
    fixed = {"type": TYPES, "audience": AUDIENCES}
    return fixed[name] if name in fixed else tuple(project.entries(GROUPINGS[FIELDS[name]]))
