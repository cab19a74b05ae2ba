"""Nothing is too wide for a small or zoomed screen, and nothing is too small for a thumb."""

import pytest

from .built import CAMPAIGN, CODES, MORE, addresses
from .reader import NARROW, PHONE, ZOOMED

pytestmark = pytest.mark.browser

PAGES = addresses(CAMPAIGN, MORE)
LISTS = [f"data/contacts.{code}.html" for code in CODES]  # of numbers, for others to copy
TOO_WIDE = """() => {
  const room = document.documentElement.clientWidth;
  const names = [...document.body.querySelectorAll("*")].filter(node => {
    const box = node.getBoundingClientRect();
    return box.width > 1 && box.right + scrollX > room + 1;
  }).map(node => `${node.tagName.toLowerCase()}.${node.className.baseVal ?? node.className}`);
  return document.documentElement.scrollWidth > room ? names.slice(0, 8).concat(`${document.documentElement.scrollWidth}px`) : [];
}"""
# For those who need help fast: as large as a thumb (WCAG 2.5.5); everything else at least WCAG 2.5.8.
LARGE = ".app-help-bar a, .app-quick-exit a, .app-language-switch a, .app-call-buttons a, .app-contact-card__call a"
# A link may take taps for the whole box around it: then the square around its middle counts.
SMALL = """([large, least, leastLarge]) => {
  const takesTaps = (node, need) => {
    node.scrollIntoView({block: "center"});
    const box = node.getBoundingClientRect(), x = box.left + box.width / 2, y = box.top + box.height / 2, far = need / 2 - 1;
    return [-far, far].every(dx => [-far, far].every(dy => node.contains(document.elementFromPoint(x + dx, y + dy))));
  };
  return [...document.querySelectorAll("a[href], button, input, summary, select, [tabindex]")]
    .filter(node => node.checkVisibility() && !node.closest(".md-skip") && getComputedStyle(node).display !== "inline")
    .filter(node => {
      const box = node.getBoundingClientRect(), need = node.matches(large) ? leastLarge : least;
      return Math.min(box.width, box.height) < need - 0.1 && !takesTaps(node, need);
    })
    .map(node => {
      const box = node.getBoundingClientRect();
      return `${node.closest("[class]").className} “${node.textContent.trim()}” ${box.width}×${box.height}`;
    });
}"""
NOT_ENLARGED = """large => [...document.querySelectorAll(large)]
  .filter(node => getComputedStyle(node).display === "inline").map(node => node.outerHTML)"""

# The build marks every phrase in another language, wherever it stands in a text: nothing may mistake the mark for a part of its own.
TORN = """() => [...document.querySelectorAll(".app-page :is(p, li, dt, dd, h1, h2, h3, td, th)")]
  .filter(node => node.checkVisibility() && node.innerText.trim() && !/flex|grid/.test(getComputedStyle(node).display))
  .filter(node => {
    const mark = node.appendChild(document.createElement("span")), around = getComputedStyle(node);
    mark.lang = "la"; mark.textContent = "et cetera";
    const own = getComputedStyle(mark);
    return own.display !== "inline" || own.fontSize !== around.fontSize || getComputedStyle(mark, "::before").content !== "none";
  }).map(node => node.className || node.outerHTML)"""


@pytest.mark.parametrize("js", [True, False], ids=["js", "no-js"])
@pytest.mark.parametrize("address", PAGES + LISTS)
def test_no_page_scrolls_sideways(address: str, js: bool, places, reader) -> None:
    """On the narrowest phone, and at 1280 px zoomed to 400 % (WCAG 1.4.10)."""
    page = reader(js=js, **NARROW).open(places["http"] + address)
    assert page.evaluate(TOO_WIDE) == []
    page.set_viewport_size(ZOOMED["viewport"])
    assert page.evaluate(TOO_WIDE) == []


@pytest.mark.parametrize("address", PAGES + LISTS)
def test_no_page_scrolls_sideways_with_text_twice_as_large(address: str, places, reader) -> None:
    """Text of 200 % on a tablet (WCAG 1.4.4)."""
    page = reader(viewport={"width": 768, "height": 1024}).open(places["http"] + address)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate(TOO_WIDE) == []


@pytest.mark.parametrize("look", [PHONE, NARROW], ids=["390px", "320px"])
@pytest.mark.parametrize("address", PAGES)
def test_targets_are_large_enough(address: str, look: dict, places, reader) -> None:
    """44 px for calling, leaving and changing the language; 24 px for whatever else does not stand in a sentence."""
    page = reader(**look).open(places["http"] + address)
    assert page.evaluate(NOT_ENLARGED, LARGE) == []
    assert page.evaluate(SMALL, [LARGE, 24, 44]) == []


@pytest.mark.parametrize("address", PAGES)
def test_a_foreign_phrase_stays_in_its_line(address: str, places, reader) -> None:
    """Marked for voices that read aloud; for eyes it is part of the sentence."""
    assert reader(**PHONE).open(places["http"] + address).evaluate(TORN) == []


def test_a_planted_wide_picture_is_found(places, reader) -> None:
    """The comparison above notices what is too wide."""
    page = reader(**NARROW).open(places["http"] + "index.html")
    page.evaluate("document.querySelector('main p').style.width = '400px'")
    assert page.evaluate(TOO_WIDE) != []


def test_a_planted_small_button_is_found(places, reader) -> None:
    """The comparison above notices what is too small."""
    page = reader(**NARROW).open(places["http"] + "index.html")
    page.evaluate("document.querySelector('main p').insertAdjacentHTML('beforeend', '<button>x</button>');"
                  "document.querySelector('main button').style.height = '20px'")
    assert len(page.evaluate(SMALL, [LARGE, 24, 44])) == 1
