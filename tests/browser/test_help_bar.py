"""Help is one tap away wherever a reader of a phone has scrolled to, with and without scripts."""

import pytest

from .built import CAMPAIGN, MORE, addresses
from .reader import PHONE

pytestmark = pytest.mark.browser

PAGES = addresses(CAMPAIGN, MORE)
SMALL_PHONE = {**PHONE, "viewport": {"width": 320, "height": 568}}
# What a finger would hit in the middle and near the corners of each link of the bar.
MISSED = """() => [...document.querySelectorAll(".app-help-bar a")].filter(link => {
  const box = link.getBoundingClientRect();
  const xs = [box.left + 6, (box.left + box.right) / 2, box.right - 6], ys = [box.top + 6, box.bottom - 6];
  return !xs.every(x => ys.every(y => link.contains(document.elementFromPoint(x, y))));
}).map(link => link.textContent.trim())"""
# The bottom of the last line of text, and the top of the bar.
LOWEST_AND_BAR = """() => {
  const lines = [...document.querySelectorAll("footer *")].filter(node => node.checkVisibility()
    && [...node.childNodes].some(child => child.nodeType === 3 && child.data.trim()));
  return [Math.max(...lines.map(node => node.getBoundingClientRect().bottom)),
          document.querySelector(".app-help-bar").getBoundingClientRect().top];
}"""
LINKS = "document.querySelectorAll('.app-help-bar a').length"


@pytest.mark.parametrize("js", [True, False], ids=["js", "no-js"])
@pytest.mark.parametrize("look", [PHONE, SMALL_PHONE], ids=["390px", "320px"])
@pytest.mark.parametrize("address", PAGES)
def test_the_bar_is_there_at_every_scroll_position(address: str, look: dict, js: bool, places, reader) -> None:
    """At the top, in the middle and at the end, every link of the bar can be hit."""
    page = reader(js=js, **look).open(places["http"] + address)
    assert page.evaluate(LINKS) == 2  # the campaign's one number, and the help page
    for part in (0, 0.5, 1):
        page.evaluate("part => scrollTo(0, part * document.documentElement.scrollHeight)", part)
        assert page.evaluate(MISSED) == [], f"at {part:.0%} of the page"


@pytest.mark.parametrize("address", PAGES)
def test_the_end_of_the_page_is_above_the_bar(address: str, places, reader) -> None:
    """The last line can be scrolled out from behind the bar."""
    page = reader(**PHONE).open(places["http"] + address)
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    lowest, bar = page.evaluate(LOWEST_AND_BAR)
    assert lowest <= bar


def test_on_a_low_screen_the_bar_leaves_room_to_read(places, reader) -> None:
    """A phone on its side, or zoomed in: header and bar together cover at most half of the window."""
    page = reader(**{**PHONE, "viewport": {"width": 640, "height": 300}}).open(places["http"] + "cuu-giup/nguoi-roi-xuong-nuoc.html")
    page.evaluate("scrollTo(0, 400)")
    assert page.evaluate("""() => [...document.querySelectorAll(".app-site-header, .app-help-bar")].reduce((sum, node) => {
      const box = node.getBoundingClientRect();
      return sum + Math.max(0, Math.min(box.bottom, innerHeight) - Math.max(box.top, 0));
    }, 0) / innerHeight""") <= 0.5
