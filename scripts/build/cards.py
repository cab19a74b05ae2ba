"""Makes the picture that chat apps show beside a link to a page: the page's title, calm and large.

A picture stays in chats for years and the registry cannot correct it, so none carries a phone
number. Sizes are those that Facebook asks for (Sharing, "Images": 1200 × 630 pixels).
"""

import json
from collections.abc import Iterator
from pathlib import Path

from ..facts.pages import Page
from ..facts.project import Project
from ..kept import Kept, hash_of, made_by
from .structure import HOME
from .typesetting import letters, pictures, print_room, printable

CARDS = "assets/cards"
TEMPLATE = "print/card.typ"
UNSEEN = ("notice",)  # nobody sends anybody a link to a page that was not found
SOBER = ("help",)
PLACE, DRAWN = ".build/cards.sqlite3", "drawn"
BATCH = 50  # pictures that are drawn and held in memory at a time


def card_address(page: Page) -> str:
    """Returns where the picture of a page is, relative to the root of the site; empty when it has none.

    A page that stands in for a missing translation shows the picture of the page it repeats.
    """
    if page.type in UNSEEN:
        return ""
    return f"{CARDS}/{page.text_language}/{page.pair.removesuffix('.md')}.png"


def kept_cards(place: Path | None = None) -> Kept:
    """Returns what was drawn before, kept in the file `place`."""
    return Kept(place, (DRAWN,), made_by([Path(__file__).with_name("typesetting.py")], ["typst"]))


def write_cards(project: Project, site: Path, kept: Kept | None = None) -> None:
    """Writes the pictures of all pages below the folder `site`: PNG, 1200 × 630 pixels.

    The fonts know Latin letters, Vietnamese ones among them. Where they lack a letter, the whole
    picture speaks the main language, or the next one that they can print, and if there is none
    it shows no words at all: a row of boxes would tell a reader that something is broken. A font
    for another script, put into the folder of fonts, is used without more ado.
    """
    for address, picture in drawn_cards(project, kept or kept_cards()):
        path = site / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(picture)


def draw_cards(project: Project, kept: Kept) -> None:
    """Draws the pictures that are not kept yet, so that writing them takes no time afterwards."""
    for _ in drawn_cards(project, kept):
        pass


def drawn_cards(project: Project, kept: Kept) -> Iterator[tuple[str, bytes]]:
    """Yields address and picture of each page that has one; what `kept` holds is not drawn again."""
    room = print_room(project.root, TEMPLATE)
    known = letters(room)
    look = hash_of(*(path.read_bytes() for path in sorted(room.rglob("*")) if path.is_file()))  # all that a template may read
    pages = [page for page in project.pages if card_address(page) and not page.foreign]
    cards = [card(project, page, known) for page in pages]
    hashes = [hash_of(look, json.dumps(card, sort_keys=True)) for card in cards]
    for at in range(0, len(pages), BATCH):
        batch = slice(at, at + BATCH)
        yield from zip(map(card_address, pages[batch]), _drawn(room, hashes[batch], cards[batch], kept))
    kept.forget(DRAWN, hashes)


def _drawn(room: Path, hashes: list[str], cards: list[dict], kept: Kept) -> Iterator[bytes]:
    found = {hash: picture for hash in hashes if (picture := kept.one(DRAWN, hash))}
    missing = {hash: card for hash, card in zip(hashes, cards) if hash not in found}
    fresh = dict(zip(missing, pictures(room, TEMPLATE, cards=list(missing.values())))) if missing else {}
    kept.keep(DRAWN, fresh)
    return map((found | fresh).__getitem__, hashes)


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
