"""The pictures beside shared links: one for each page, light, the same everywhere, never with a number on them."""

import shutil
import sqlite3
import struct
from pathlib import Path

import pytest

from scripts.build import cards
from scripts.build.cards import card, card_address, kept_cards, write_cards
from scripts.build.typesetting import letters, pictures, print_room
from scripts.facts.pages.fallback import with_notices
from scripts.facts.project import Project, read_project

LIGHT = 60_000  # bytes; Zalo and Facebook take 300 KB, a reader's data plan pays for each
TITLE = "title: Người rơi xuống nước"
PAGE = "cuu-giup/nguoi-roi-xuong-nuoc.md"


def cards_of(root: Path, place: Path) -> dict[str, bytes]:
    """Returns the pictures of a project by their address."""
    write_cards(read_project(root), place)
    return {path.relative_to(place).as_posix(): path.read_bytes() for path in place.rglob("*.png")}


def retitled(root: Path, language: str, title: str) -> Project:
    """Gives the page about somebody in the water another title, and reads the project."""
    page = root / "docs" / language / PAGE
    lines = page.read_text(encoding="utf-8").split("\n")
    page.write_text("\n".join([lines[0], f"title: {title}", *lines[2:]]), encoding="utf-8")
    return read_project(root)


def words(project: Project, language: str) -> dict:
    """Returns what the picture of the page about somebody in the water says."""
    known = letters(print_room(project.root, "print/card.typ"))
    return card(project, project.page(PAGE, language), known)


def test_each_page_has_one_picture(campaign: Path, tmp_path: Path) -> None:
    """All pages in all languages, but not those that say that a page was not found."""
    made = cards_of(campaign, tmp_path / "site")
    pages = read_project(campaign).pages
    assert sorted(made) == sorted(card_address(page) for page in pages if page.type != "notice")
    assert {card_address(page) for page in pages if page.type == "notice"} == {""}
    assert "assets/cards/vi/cuu-giup/nguoi-roi-xuong-nuoc.png" in made


def test_a_picture_is_what_chat_apps_ask_for(campaign: Path, tmp_path: Path) -> None:
    """PNG, 1200 × 630 pixels, eight bits a channel, light."""
    for address, picture in cards_of(campaign, tmp_path / "site").items():
        assert picture.startswith(b"\x89PNG\r\n\x1a\n"), address
        assert struct.unpack_from(">IIB", picture, 16) == (1200, 630, 8), address
        assert len(picture) <= LIGHT, address


@pytest.mark.parametrize("title", ["Ừ", "Thoát nhanh – Cưỡng ép, dụ dỗ ỗ ệ ữ", "Khi người lạ đòi gặp riêng, xin ảnh, em làm gì?"])
def test_a_picture_stays_light_whatever_the_title(campaign: Path, tmp_path: Path, title: str) -> None:
    """Titles as short and as long as people write them."""
    write_cards(retitled(campaign, "vi", title), tmp_path / "site")
    assert (tmp_path / "site/assets/cards/vi" / PAGE).with_suffix(".png").stat().st_size <= LIGHT


def test_the_same_words_make_the_same_bytes(campaign: Path, tmp_path: Path) -> None:
    """No time and no path is in a picture, so that copies can be compared."""
    assert cards_of(campaign, tmp_path / "one") == cards_of(campaign, tmp_path / "another")


def test_the_title_is_on_the_picture(campaign: Path, tmp_path: Path) -> None:
    """Another title, another picture; the pictures of other pages stay as they are."""
    before = cards_of(campaign, tmp_path / "before")
    retitled(campaign, "vi", "Người rơi xuống sông")
    after = cards_of(campaign, tmp_path / "after")
    # The Khmer page speaks Vietnamese here, because the bundled fonts know no Khmer.
    assert {name for name in before if before[name] != after[name]} == {
        "assets/cards/vi/cuu-giup/nguoi-roi-xuong-nuoc.png", "assets/cards/km/cuu-giup/nguoi-roi-xuong-nuoc.png"}


def test_no_picture_carries_a_number(campaign: Path, tmp_path: Path) -> None:
    """A picture outlives a number in people's chats; a changed registry changes none."""
    before = cards_of(campaign, tmp_path / "before")
    registry = campaign / "docs/_data/contacts.yml"
    registry.write_text(registry.read_text(encoding="utf-8").replace("119", "911"), encoding="utf-8")
    assert cards_of(campaign, tmp_path / "after") == before


def test_a_title_is_never_run(campaign: Path, tmp_path: Path) -> None:
    """Pages are open to strangers, and Typst is a programming language."""
    project = retitled(campaign, "vi", "'#panic(1) $x$ *a* #read(\"/etc/passwd\") \\u{41}'")
    write_cards(project, tmp_path / "site")
    assert words(project, "vi")["title"].startswith("#panic(1)")


def test_help_pages_have_a_sober_picture(campaign: Path) -> None:
    """Whoever shares a help page may be in need of it."""
    project = read_project(campaign)
    known = letters(print_room(campaign, "print/card.typ"))
    sober = {page.type: card(project, page, known)["sober"] for page in project.pages}
    assert sober["help"] and not any(value for type, value in sober.items() if type != "help")


def test_a_script_without_a_font_speaks_the_main_language(campaign: Path, tmp_path: Path) -> None:
    """The bundled fonts know no Khmer, and a row of boxes helps nobody."""
    made = cards_of(campaign, tmp_path / "site")
    assert made["assets/cards/km/index.png"] == made["assets/cards/vi/index.png"] != made["assets/cards/en/index.png"]


def test_a_letter_nobody_can_print_passes_on_to_the_next_language(campaign: Path) -> None:
    """Main language first, then the others in their order; name, title and slogan always together."""
    project = retitled(campaign, "vi", "Nước ទឹក")
    assert [words(project, code)["language"] for code in ("vi", "en", "km")] == ["en", "en", "en"]
    assert words(project, "km")["name"] == "Kind River"


def test_where_nothing_can_be_printed_there_are_no_words(campaign: Path, tmp_path: Path) -> None:
    """The picture is made all the same: the address in the page must lead somewhere."""
    retitled(campaign, "vi", "ទឹក")
    project = retitled(campaign, "en", "ទឹក")
    assert {words(project, "vi")[key] for key in ("name", "title", "slogan")} == {""}
    write_cards(project, tmp_path / "site")
    assert (tmp_path / "site/assets/cards/vi" / PAGE).with_suffix(".png").is_file()


def test_a_pending_translation_shows_the_picture_of_the_page_it_repeats(campaign: Path, tmp_path: Path) -> None:
    """Its text is the main language's, so its picture is too, and none is made twice."""
    (campaign / "docs/en" / PAGE).unlink()
    page = campaign / "docs/vi" / PAGE
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace(TITLE, f"{TITLE}\ntranslation: pending"), encoding="utf-8")
    project = with_notices(read_project(campaign))
    assert card_address(project.page(PAGE, "en")) == card_address(project.page(PAGE, "vi"))
    write_cards(project, tmp_path / "site")
    assert not (tmp_path / "site/assets/cards/en/cuu-giup/nguoi-roi-xuong-nuoc.png").exists()


def test_a_project_without_pages_makes_no_pictures(write, tmp_path: Path) -> None:
    """Not even an empty folder."""
    root = write({"mkdocs.yml": "site_name: x\nplugins:\n  - i18n:\n      languages:\n        - locale: vi\n"})
    write_cards(read_project(root), tmp_path / "site")
    assert not (tmp_path / "site").exists()


def test_a_picture_that_is_kept_is_not_drawn_again(campaign: Path, tmp_path: Path, monkeypatch) -> None:
    """Only the words of a page that changed are set again, and the bytes are those of a first build."""
    place = tmp_path / "cards.sqlite3"
    write_cards(read_project(campaign), tmp_path / "before", kept_cards(place))
    drawn = []
    monkeypatch.setattr(cards, "pictures", lambda *room, cards: drawn.extend(cards) or pictures(*room, cards=cards))
    project = retitled(campaign, "en", "Somebody fell into the river")
    write_cards(project, tmp_path / "after", kept_cards(place))
    assert [one["title"] for one in drawn] == ["Somebody fell into the river"]
    assert cards_of(campaign, tmp_path / "fresh") == {
        path.relative_to(tmp_path / "after").as_posix(): path.read_bytes() for path in (tmp_path / "after").rglob("*.png")}


def test_a_picture_that_was_damaged_is_drawn_again(campaign: Path, tmp_path: Path) -> None:
    """A bad disk must not put a broken picture beside a link."""
    place = tmp_path / "cards.sqlite3"
    write_cards(read_project(campaign), tmp_path / "before", kept_cards(place))
    with sqlite3.connect(place) as rows:
        rows.execute("UPDATE drawn SET said = x'89504e47'")
    write_cards(read_project(campaign), tmp_path / "after", kept_cards(place))
    assert all(path.stat().st_size > 1_000 for path in (tmp_path / "after").rglob("*.png"))


def test_another_look_draws_all_pictures_again(campaign: Path, tmp_path: Path, monkeypatch) -> None:
    """Whatever file of the templates changed."""
    place = tmp_path / "cards.sqlite3"
    shutil.copytree(print_room(campaign, "print/card.typ"), campaign / "overrides")
    write_cards(read_project(campaign), tmp_path / "before", kept_cards(place))
    palette = campaign / "overrides/print/palette.typ"
    palette.write_text(palette.read_text(encoding="utf-8") + "// changed\n", encoding="utf-8")
    drawn = []
    monkeypatch.setattr(cards, "pictures", lambda *room, cards: drawn.extend(cards) or pictures(*room, cards=cards))
    write_cards(read_project(campaign), tmp_path / "after", kept_cards(place))
    assert len(drawn) == len({path.read_bytes() for path in (tmp_path / "after").rglob("*.png")})
