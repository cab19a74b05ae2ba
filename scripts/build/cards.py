"""Makes the picture that chat apps show beside a link to a page: the page's title, calm and large.

A picture stays in chats for years and the registry cannot correct it, so none carries a phone
number. Sizes are those that Facebook asks for (Sharing, "Images": 1200 × 630 pixels).
"""

from pathlib import Path

from ..facts.pages import Page
from ..facts.project import Project
from .structure import HOME
from .typesetting import letters, pictures, print_room, printable

CARDS = "assets/cards"
TEMPLATE = "print/card.typ"
UNSEEN = ("notice",)  # nobody sends anybody a link to a page that was not found
SOBER = ("help",)


def card_address(page: Page) -> str:
    """Returns where the picture of a page is, relative to the root of the site; empty when it has none.

    A page that stands in for a missing translation shows the picture of the page it repeats.
    """
    if page.type in UNSEEN:
        return ""
    return f"{CARDS}/{page.text_language}/{page.pair.removesuffix('.md')}.png"


def write_cards(project: Project, site: Path) -> None:
    """Writes the pictures of all pages below the folder `site`: PNG, 1200 × 630 pixels.

    The fonts know Latin letters, Vietnamese ones among them. Where they lack a letter, the whole
    picture speaks the main language, or the next one that they can print, and if there is none
    it shows no words at all: a row of boxes would tell a reader that something is broken. A font
    for another script, put into the folder of fonts, is used without more ado.
    """
    room = print_room(project.root, TEMPLATE)
    known = letters(room)
    pages = [page for page in project.pages if card_address(page) and not page.foreign]
    cards = [card(project, page, known) for page in pages]
    for page, picture in zip(pages, pictures(room, TEMPLATE, cards=cards) if cards else []):
        path = site / card_address(page)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(picture)


def card(project: Project, page: Page, known: frozenset[str]) -> dict:
    """Returns what the picture of a page says, in the first language that can be printed."""
    look = {"sober": page.type in SOBER, "home": page.pair == HOME}
    for code in dict.fromkeys((page.language, *project.settings.codes)):
        words = _words(project, page.pair, code)
        if words and all(printable(text, known) for text in words.values()):
            return {**look, "language": code, **words}
    return {**look, "language": page.language, "name": "", "title": "", "slogan": ""}


def _words(project: Project, pair: str, code: str) -> dict[str, str]:
    page, campaign = project.page(pair, code), project.entries("campaign")
    if page is None:
        return {}
    return {"name": str(campaign["name"][code]), "title": page.title, "slogan": str(campaign["slogan"][code])}
