"""Everything can be reached with the keyboard alone, in an order that puts help first, and the focus is always seen."""

import pytest

from .built import CAMPAIGN, MAIN, MORE, addresses, language_of
from .keyboard import Stop, walk
from .reader import PHONE, WIDE, ZOOMED

pytestmark = pytest.mark.browser

PAGES = addresses(CAMPAIGN, MORE)
THINNEST = 2  # pixels of an outline (WCAG 2.4.13 asks for the area of a 2 px line)


def first(stops: list[Stop], part: str) -> int:
    """Returns the number of the first stop inside a component, or -1."""
    return next((number for number, stop in enumerate(stops) if part in stop.part), -1)


def unseen(stops: list[Stop]) -> list[Stop]:
    """Returns the stops without an outline, outside of the window, or under something fixed (WCAG 2.4.7, 2.4.11)."""
    return [stop for stop in stops if stop.outline < THINNEST or not stop.inside or stop.covered or not stop.shown]


@pytest.mark.parametrize("js", [True, False], ids=["js", "no-js"])
@pytest.mark.parametrize("address", PAGES)
def test_help_comes_first(address: str, js: bool, places, reader) -> None:
    """The skip link, then call, language and exit, then search where the page has it, all before the text; all seen."""
    page = reader(js=js, **WIDE).open(places["http"] + address)
    stops = walk(page)
    assert unseen(stops) == []
    text = first(stops, "app-page--")
    assert "md-skip" in stops[0].part and stops[0].href.startswith("#")
    switch = ["language-switch"] if page.locator(".app-language-switch a").count() else []  # none without a translation
    order = [first(stops, f"app-{part}") for part in ("help-bar__call", *switch, "quick-exit__link")]
    assert order == sorted(order) and 0 < order[0] and order[-1] < text
    if page.locator(".app-search").count():
        assert 0 < first(stops, "app-search") < text


@pytest.mark.parametrize("look", [PHONE, ZOOMED], ids=["phone", "400%"])
@pytest.mark.parametrize("address", [address for address in PAGES if language_of(address) == MAIN])
def test_the_focus_is_never_behind_the_bars(address: str, look: dict, places, reader) -> None:
    """On a phone, where the help bar lies over the page, and on a screen with little room."""
    assert unseen(walk(reader(**look).open(places["http"] + address))) == []


def test_the_skip_link_leads_past_the_header(places, reader) -> None:
    """After it, the next stop is in the text."""
    page = reader(**WIDE).open(places["http"] + "cuu-giup/nguoi-roi-xuong-nuoc.html")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('article') !== null")


def test_the_way_back_has_the_same_stops(places, reader) -> None:
    """Shift+Tab, from the end, meets the same stops: no trap (WCAG 2.1.2). The search opens its panel on the way there only."""
    visitor, address = reader(**WIDE), places["http"] + "index.html"
    there, back = walk(visitor.open(address)), walk(visitor.open(address), "Shift+Tab")
    lasting = [(stop.text, stop.href) for stop in there if "app-search__panel" not in stop.part]
    assert [(stop.text, stop.href) for stop in reversed(back)] == lasting
