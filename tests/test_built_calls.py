"""Tests what the checks of built pages tell of call links, names and boxes, page by page."""

import shutil
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from scripts.checks.built.contacts import calls, numbers
from scripts.checks.built.files.page import BuiltPage, Front
from scripts.checks.built.reading import hear_file, read_file
from scripts.checks.built.sources import Sources
from scripts.checks.built.files.tree import read_tree
from scripts.checks.built.world import World
from scripts.facts.project import read_project
from scripts.facts.pages.tokens import Token
from tests.conftest import CAMPAIGN

BAR = '<a href="tel:119">119</a>'
REGISTRY = Path(__file__).parent / "cases/lines/registry/contacts.yml"
OFFICE = "tel:+84287300119"


@pytest.fixture(scope="module")
def world(tmp_path_factory) -> World:
    """A site of the campaign that holds nothing yet."""
    site = tmp_path_factory.mktemp("site")
    (site / "index.html").write_text('<meta name="app-source" content="vi/index.md">', encoding="utf-8")
    root = tmp_path_factory.mktemp("built") / "campaign"
    shutil.copytree(CAMPAIGN, root)
    with (root / "docs/_data/contacts.yml").open("a", encoding="utf-8") as file:
        file.write((REGISTRY).read_text(encoding="utf-8"))
    project = read_project(root)
    return World(project, read_tree(site), Sources(project))


def told(judge, body: str, world: World, address: str = "en/index.html", front: Front = Front("page")) -> list[tuple[str, ...]]:
    """Returns rule and values of what is told of a page."""
    world.tree.fronts[address] = front
    content = f'<html lang="en"><body>{body}</body></html>'.encode()
    page = replace(BuiltPage(address, *read_file(address, content)), front=front, hear=lambda: hear_file("page", content))
    return [(one.rule.removeprefix("built-"), *(value for _, value in one.values)) for one in judge(page, world)]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (BAR, []),
        (f'{BAR}<a href="tel:119">Call 1 1 9</a>', []),
        (f'{BAR}<a href="tel:118">118</a>', [("call-unregistered", "tel:118")]),
        (f'{BAR}<a href="TEL:119">119</a>', [("call-unregistered", "TEL:119")]),
        (f'{BAR}<a href="tel:119">191</a>', [("call-text-differs", "191", "tel:119")]),
        (f'{BAR}<a href="tel:119">call</a>', [("call-text-differs", "call", "tel:119")]),
        (f'{BAR}<a href="sms:119">119</a>', [("call-unregistered", "sms:119")]),
        (f'{BAR}<a href="{OFFICE}">+84 287 300 119</a>', []),
        (f'{BAR}<a href="{OFFICE}">0287 300 119</a>', [("call-text-differs", "0287 300 119", OFFICE)]),
        (f'{BAR}<a href="tel.html">x</a>', []),
        ("", [("help-missing", "river-rescue-119", "tel:119")]),
        (f'<a href="{OFFICE}">+84 287 300 119</a>', [("help-missing", "river-rescue-119", "tel:119")]),
    ],
)
def test_call_links(body: str, found: list, world: World) -> None:
    """Only what the registry publishes, with its own digits; and the help bar on every page."""
    assert told(calls.judge, body, world) == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Call 118 now", [("number-typed", "118")]),
        ("Call 119 now", [("number-typed", "119")]),
        ("119 people", []),
        ('<a href="tel:119" title="191">119</a>', [("number-typed", "191"), ("call-name-differs", "tel:119", "191")]),
        ('<a href="TEL:119" aria-label="Call 118">119</a>', [("number-typed", "118"), ("call-name-differs", "TEL:119", "Call 118")]),
        ('<a href="tel:119" aria-label="Call">119</a>', [("call-name-differs", "tel:119", "Call")]),
        ('<a href="tel:119" aria-label="Call 119">119</a>', [("number-typed", "119")]),
        ('<a href="a.html" title="5">x</a>', []),
        ('<div class="app-contact-card"><p>River rescue 119</p><a href="tel:119">119</a></div>', []),
        (
            '<div class="app-contact-card"><p>The boat office</p><a href="tel:119">119</a></div>',
            [("call-name-crossed", "tel:119", "river-rescue-119", "River rescue 119")],
        ),
        (
            '<div class="app-contact-card"><p>Cứu hộ sông 119</p><a href="tel:119">119</a></div>',
            [("call-name-crossed", "tel:119", "river-rescue-119", "River rescue 119")],
        ),
    ],
)
def test_numbers_and_names(body: str, found: list, world: World) -> None:
    """No number outside of a call link; in titles and names the digits of the target; in a box the name of whom it dials."""
    assert told(numbers.judge, body, world) == found


def test_boxes_speak_the_language_around_them(world: World, monkeypatch) -> None:
    """Those of the text speak that of its Markdown, which may be another one; those of the frame that of the page."""
    monkeypatch.setattr(World, "source", lambda world, address: SimpleNamespace(text_language="vi"))
    card, button = '<div class="app-contact-card"><p>{}</p><a href="tel:119">119</a></div>', '<ul class="app-call-buttons"><li>{}<a href="tel:119">119</a></li></ul>'
    here, there = "River rescue 119", "Cứu hộ sông 119"
    assert told(numbers.judge, card.format(there), world) == told(numbers.judge, button.format(here), world) == []
    assert told(numbers.judge, card.format(here), world) == [("call-name-crossed", "tel:119", "river-rescue-119", there)]
    assert told(numbers.judge, button.format(there), world) == [("call-name-crossed", "tel:119", "river-rescue-119", here)]


@pytest.mark.parametrize("judge", [calls.judge, numbers.judge])
def test_pages_that_are_none_of_ours(judge, world: World) -> None:
    """What only leads on, and what something else built, is not held to these rules."""
    body = '<a href="tel:118" title="116">117</a> 118'
    assert told(judge, body, world, front=Front("list")) == []
    strange = World(world.project, replace(world.tree, fronts={}), world.sources)
    assert told(judge, body, strange, "x.html") == [] and told(judge, body, world, "x.html") != []


def test_pages_that_nobody_wrote(world: World) -> None:
    """They need no help bar; one that was made from a file that is gone does."""
    assert told(calls.judge, "", world, "en/none.html") == []
    assert told(calls.judge, "", world, "en/none.html", Front("page", source="vi/none.md")) == [
        ("help-missing", "river-rescue-119", "tel:119")
    ]
    card = '<div class="app-contact-card"><p>Name</p><a href="tel:119">119</a></div>'
    assert told(numbers.judge, card, world, "en/none.html") == [("call-name-crossed", "tel:119", "river-rescue-119", "River rescue 119")]


@pytest.mark.parametrize(
    ("mine", "theirs", "right"),
    [
        ((), (), []),
        (("tel:119",), (), []),
        ((OFFICE,), (OFFICE,), []),
        ((OFFICE, "tel:119"), ("tel:119", OFFICE), []),
        ((OFFICE,), (), [("docs/en/index.md", OFFICE, "docs/vi/index.md", "–")]),
        ((), (OFFICE,), [("docs/en/index.md", "–", "docs/vi/index.md", OFFICE)]),
        (("tel:118",), (), []),
        (
            ("tel:113", "tel:111"),
            ("tel:114", "tel:113"),
            [("docs/en/index.md", "tel:111, tel:113", "docs/vi/index.md", "tel:113, tel:114")],
        ),
    ],
)
def test_every_language_dials_the_same(mine: tuple, theirs: tuple, right: list, world: World) -> None:
    """What no contact has, and the help bar, is told elsewhere."""
    world.tree.fronts.clear()
    world.tree.fronts.update({"en/index.html": Front("page", calls=mine), "index.html": Front("page", calls=theirs)})
    found = [(one.place.path, *(value for _, value in one.values)) for one in numbers.unequal(world)]
    assert found == right
    world.tree.fronts.pop("index.html")
    assert list(numbers.unequal(world)) == []


def test_a_contact_named_by_a_page_can_be_dialled(world: World) -> None:
    """Where the source names it by a token, the page dials it or is told so, at the line of the token."""
    address = "en/" + next(
        page.pair
        for page in world.project.pages
        if page.language == "en" and any(token.id == "boat-office" for token, _ in page.outline.tokens)
    ).replace(".md", ".html")
    assert ("contact-missing", "boat-office", OFFICE) in told(calls.judge, BAR, world, address)
    assert told(calls.judge, f'{BAR}<a href="{OFFICE}">+84 287 300 119</a>', world, address) == []


def test_only_a_token_of_a_contact_names_one(world: World) -> None:
    """A word of the glossary may have the id of a contact; the page need not dial it for that."""
    page = next(page for page in world.project.pages if page.language == "en")
    tokens = [(Token("[[contact:boat-office]]", "contact", id="boat-office"), 7), (Token("[[term:ferry]]", "term", id="ferry"), 8)]
    named = calls.named(replace(page, meta={}, outline=replace(page.outline, tokens=tokens)))
    assert named == {"boat-office": 7}
