"""Pages list themselves: a hub finds its pages by what each says of itself, and a card shows its tactics."""

import re

import pytest

from scripts.build import structure
from scripts.checks.report import as_text
from scripts.facts.pages.listing import listed
from scripts.facts.project import Project, read_project
from scripts.facts.pages.tokens import parse_token
from tests.browser.built import Built, build, grown_campaign


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The made-up campaign with its warning signs, built once for this module."""
    made = build(grown_campaign(tmp_path_factory.mktemp("listing") / "campaign"))
    assert not made.outcome.failed, as_text(made.outcome.findings)
    return made


@pytest.fixture(scope="module")
def project(built: Built) -> Project:
    """The same campaign as it was read."""
    return read_project(built.root)


@pytest.mark.parametrize("inside, pairs", [
    ("pages:tactic=pull", ["bo-song/nuoc-duc.md"]),
    ("pages:age=age-6-10", ["bo-song/nuoc-duc.md"]),
    ("pages:type=help,audience=children", ["cuu-giup/nguoi-roi-xuong-nuoc.md"]),
    ("pages:type=card,audience=teachers", []),
    ("pages:type=hub", ["cuu-giup/index.md", "bo-song/index.md"]),
])
def test_pages_that_fit_every_filter_are_listed_in_the_order_of_nav(project: Project, inside: str, pairs: list[str]) -> None:
    """What is for everyone is for each reader; home, contents and notices are in no list."""
    assert [page.pair for page in listed(project, parse_token(inside), "en")] == pairs


def test_a_list_links_to_its_pages_from_where_it_stands(built: Built) -> None:
    """Relative links, in the reader's language, the title of a stand-in in its own, and not the page itself."""
    hub = built.text("en/bo-song/index.html")
    links = re.search(r'<ul class="app-page-links">.*?</ul>', hub, re.DOTALL)[0]
    assert re.findall(r'href="([^"]+)"', links) == [
        "../cuu-giup/index.html", "../cuu-giup/nguoi-roi-xuong-nuoc.html", "nuoc-duc.html", "den-dem.html",
        "../cuu-giup/hoi.html", "thuyen-cu.html", "trac-nghiem.html", "moi-thang.html", "../du-lieu.html"]
    assert 'lang="vi">Đèn đêm' in links


def test_a_tactic_is_said_with_its_way_out(built: Built) -> None:
    """The words are the data file's, in the language of the page."""
    assert "The water pulls you from the bank. <strong>Swim across the current.</strong>" in built.text("en/bo-song/index.html")


def test_a_card_shows_its_tactics_in_the_order_of_the_data(built: Built) -> None:
    """A tactic that is explained is a link, one that is not is a word."""
    card = built.text("km/bo-song/nuoc-duc.html")
    labels = re.search(r'<ul class="app-tactics".*?</ul>', card, re.DOTALL)[0]
    assert re.findall(r"<li>(.*?)</li>", labels) == ['<a href="index.html#nuoc-keo">ទឹកទាញ</a>', "ទឹកត្រជាក់"]
    assert "app-tactics" not in built.text("km/cuu-giup/nguoi-roi-xuong-nuoc.html").split("</style>")[-1]


def test_of_many_pages_beside_only_the_nearest_are_shown(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """A section of fifty pages must not make each of them heavier."""
    page = project.page("bo-song/thuyen-cu.md", "vi")
    whole = structure.siblings_of(page, project)
    monkeypatch.setattr(structure, "MANY", 2)
    monkeypatch.setattr(structure, "NEAREST", 1)
    at = whole.index(page)
    assert len(whole) > 3 and structure.siblings_of(page, project) == whole[at - 1:at + 2]
