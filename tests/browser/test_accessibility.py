"""Every page passes axe-core: WCAG 2.2 A and AA and its best practices, in both colour schemes, narrow and wide."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from .built import CAMPAIGN, MORE, addresses
from .reader import NARROW, WIDE

pytestmark = pytest.mark.browser

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], "resultTypes": ["violations"]}
AXE = Axe()
LOOKS = [("light, 320 px", NARROW, "light"), ("dark, 320 px", NARROW, "dark"),
         ("dark, 1280 px", WIDE, "dark"), ("light, 1280 px", WIDE, "light")]


def violations(page) -> list[str]:
    """Returns a line for each element that breaks a rule."""
    found = AXE.run(page, options=RULES).response["violations"]
    return [f"{rule['id']} ({rule['impact']}): {' '.join(map(str, node['target']))}: {node['html'][:150]}"
            for rule in found for node in rule["nodes"]]


@pytest.mark.parametrize("address", addresses(CAMPAIGN, MORE))
def test_axe_finds_nothing(address: str, places, reader) -> None:
    """At 320 and at 1280 px, light and dark."""
    page = reader(**NARROW).open(places["http"] + address)
    found = {}
    for name, look, scheme in LOOKS:
        page.set_viewport_size(look["viewport"])
        page.emulate_media(color_scheme=scheme)
        found[name] = violations(page)
    assert found == {name: [] for name, _, _ in LOOKS}


@pytest.mark.parametrize("place", ["file", "copy"])
def test_axe_finds_nothing_without_a_server(place: str, places, reader) -> None:
    """A page from a folder and from the offline copy."""
    assert violations(reader(**NARROW).open(places[place] + "cuu-giup/nguoi-roi-xuong-nuoc.html")) == []


def test_the_dark_scheme_is_dark(places, reader) -> None:
    """The two schemes differ, so that both were looked at."""
    colours = []
    page = reader(**NARROW).open(places["http"] + "index.html")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        colours.append(page.evaluate("[document.body, document.querySelector('article')].map("
                                     "node => [getComputedStyle(node).backgroundColor, getComputedStyle(node).color]).join()"))
    assert colours[0] != colours[1]


def test_a_planted_fault_is_found(places, reader) -> None:
    """Pale text and a nameless button are noticed, also under the page's strict policy."""
    page = reader(**NARROW).open(places["http"] + "index.html")
    page.evaluate("() => { const p = document.querySelector('main p'); p.style.color = '#ddd'; p.style.background = '#fff';"
                  "p.append(document.createElement('button')); }")
    assert {line.partition(" ")[0] for line in violations(page)} >= {"color-contrast", "button-name"}
