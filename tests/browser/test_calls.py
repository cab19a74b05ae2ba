"""A wrong or swapped number is the worst that can happen here: each link says what it dials, everywhere."""

import pytest

from .built import CAMPAIGN, MORE, addresses
from .calls import LINKS, call_links, disagreements
from .reader import PHONE, WIDE

pytestmark = pytest.mark.browser

RESCUE, OFFICE = "tel:119", "tel:+84287300119"
PLANTED = {
    '<a href="tel:119">191</a>': ["text", "name"],
    '<a href="tel:119">Call now</a>': ["text", "name"],
    '<a href="tel:119" aria-label="Call 191">119</a>': ["name"],
    '<a href="tel:119" title="191">119</a>': ["title"],
    '<a href="tel:119" title="Rescue">119</a>': ["title"],
    '<a href="tel:+84119">119</a>': ["text", "name"],
    '<a href="TEL:1190">119</a>': ["text", "name"],
    '<a href="tel:119">119<span hidden>1</span> or 113</a>': ["text", "name"],
    '<a href="tel:119"><span aria-hidden="true">119</span></a>': ["name"],
    '<a href="tel:119"><i class="planted"></i>119</a>': ["name"],
    '<a href="sms:119">Text 1190</a>': ["text", "name"],
    '<a href="tel:119">Call <strong>119</strong> (24/7)</a>': [],
    '<a href="tel:+84287300119" title="+84 287 300 119">+84 287 300 119</a>': [],
}
# One of the page's own links, changed in one way each, as a hook or a template might do it.
CHANGED = {
    "link.setAttribute('href', 'tel:118')": ["text", "name"],
    "link.textContent = '118'": ["text", "name"],
    "link.setAttribute('aria-label', 'Call 118')": ["name"],
    "link.title = '118'": ["title"],
}


# What a reader comes to with a tap or two; as long as it is folded away, it has no name.
UNFOLD = """() => {
  document.querySelectorAll("details").forEach(node => { node.removeAttribute("name"); node.open = true; });
  document.querySelectorAll(".app-walk__stop").forEach(node => { node.style.display = "block"; });
}"""


@pytest.mark.parametrize("look", [PHONE, WIDE], ids=["phone", "wide"])
@pytest.mark.parametrize("address", addresses(CAMPAIGN, MORE))
def test_every_call_link_says_what_it_dials(address: str, look: dict, places, reader) -> None:
    """Text, accessible name and title have the digits of the target and no others."""
    page = reader(**look).open(places["http"] + address)
    page.evaluate(UNFOLD)
    assert disagreements(page) == []


@pytest.mark.parametrize("address", addresses(CAMPAIGN, MORE))
def test_help_can_be_dialled_without_scripts(address: str, places, reader) -> None:
    """Every page has the number of the help bar as a link and as text; no page dials an unconfirmed or retired one."""
    page = reader(js=False, **PHONE).open(places["http"] + address)
    assert RESCUE in {href for href, _ in call_links(page)} <= {RESCUE, OFFICE}
    assert "119" in page.locator("body").inner_text()


@pytest.mark.parametrize("html", PLANTED)
def test_a_planted_mismatch_is_found(html: str, places, reader) -> None:
    """The same comparison notices each way in which a link can say another number."""
    page = reader(**PHONE).open(places["http"] + "index.html")
    page.evaluate("html => { document.body.innerHTML = html; const sheet = new CSSStyleSheet();"
                  "sheet.replaceSync('.planted::before { content: \"1\" }'); document.adoptedStyleSheets = [sheet]; }", html)
    assert [line.split(": ")[1].split(" ")[0] for line in disagreements(page)] == PLANTED[html]


@pytest.mark.parametrize("change", CHANGED)
def test_a_mismatch_in_a_page_of_ours_is_found(change: str, places, reader) -> None:
    """A wrong target, text, accessible name and title, each in a finished page as readers get it, and nothing else."""
    page = reader(**PHONE).open(places["http"] + "index.html")
    assert call_links(page)[0][0] == RESCUE and disagreements(page) == []
    page.evaluate(f"() => {{ const link = {LINKS}[0]; {change}; }}")
    assert [line.split(": ")[1].split(" ")[0] for line in disagreements(page)] == CHANGED[change]
