"""On paper the numbers stand as text, and what only works on a screen is gone."""

import pytest

from scripts.facts.contacts import Contact

from .built import CAMPAIGN, MORE, addresses, language_of
from .calls import call_links
from .reader import WIDE

pytestmark = pytest.mark.browser

PAGES = [address for address in addresses(CAMPAIGN, MORE) if not address.endswith("404.html")]
CONTROLS = [".app-quick-exit", ".app-language-switch", ".app-search", ".md-skip"]


def on_paper(reader, address: str, **options):
    """Returns a page as it would be printed."""
    page = reader(**options, **WIDE).open(address)
    page.emulate_media(media="print")
    return page


@pytest.mark.parametrize("js", [True, False], ids=["js", "no-js"])
@pytest.mark.parametrize("address", PAGES)
def test_numbers_are_printed(address: str, js: bool, places, reader, built) -> None:
    """The help bar's number with its name, and every other number of the page."""
    page = on_paper(reader, places["http"] + address, js=js)
    paper = " ".join(page.locator("body").inner_text().split())
    project = built.outcome.project
    for id in project.entries("campaign")["help"]["bar"]:
        contact: Contact = project.contacts[id]
        assert contact.call().display in paper and contact.name[language_of(address)] in paper
    assert page.locator("article a[href^='tel:']").count() == page.locator("article a[href^='tel:']:visible").count()
    # Last: when the browser was asked for names, what it showed on paper is a screen again.
    assert all(said["text"].split("\n")[0] in paper or said["text"] == "" for _, said in call_links(page))


@pytest.mark.parametrize("address", PAGES)
def test_controls_are_not_printed(address: str, places, reader) -> None:
    """Exit, language, search: nothing to press on paper."""
    page = on_paper(reader, places["http"] + address)
    assert [control for control in CONTROLS if page.locator(control).locator("visible=true").count()] == []


@pytest.mark.parametrize("address", PAGES)
def test_the_sheet_says_where_a_newer_copy_is(address: str, places, reader, built) -> None:
    """The address and the day of the copy stand at the end."""
    page = on_paper(reader, places["http"] + address)
    paper = page.locator("body").inner_text()
    assert f"https://river.example/safe/{address}" in paper
    assert page.locator(".app-site-footer time[datetime='2026-05-20']:visible").count() == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_is_black_on_white(scheme: str, places, reader) -> None:
    """Also for readers of the dark scheme: ink for the background is nobody's wish."""
    page = on_paper(reader, places["http"] + "cuu-giup/nguoi-roi-xuong-nuoc.html")
    page.emulate_media(color_scheme=scheme)
    dark = page.evaluate("""() => [...document.querySelectorAll("body, body *")].filter(node => node.checkVisibility())
      .map(node => [node.className, getComputedStyle(node).backgroundColor])
      .filter(([, colour]) => { const [r, g, b, a = 1] = colour.match(/[\\d.]+/g).map(Number); return a > 0 && r + g + b < 600; })""")
    assert dark == []


def test_a_page_can_be_printed(places, reader) -> None:
    """The browser makes a PDF of it."""
    page = reader(**WIDE).open(places["http"] + "cuu-giup/nguoi-roi-xuong-nuoc.html")
    assert page.pdf().startswith(b"%PDF")


def test_a_sheet_for_a_wall_has_its_day_under_the_title(places, reader) -> None:
    """It outlives the copy it was printed from; on a screen the end of the page says the same."""
    page = reader(**WIDE).open(places["http"] + "en/bo-song/to-in.html")
    day = page.locator(".app-sheet-day")
    assert not day.is_visible()
    page.emulate_media(media="print")
    assert day.is_visible() and day.locator("time[datetime='2026-05-20']").count() == 1


def test_a_sheet_for_a_wall_is_set_in_columns_and_keeps_its_proofs_apart(places, reader) -> None:
    """So that a page of steps fits on one side of A4."""
    page = on_paper(reader, places["http"] + "en/bo-song/to-in.html")
    assert page.locator("article").evaluate("node => getComputedStyle(node).columnCount") == "2"
    assert page.locator(".app-trust").evaluate("node => getComputedStyle(node).breakBefore") == "page"
