"""A page says nothing to anybody: no complaint of the browser, no request elsewhere, nothing kept on the device."""

from urllib.parse import urlsplit

import pytest

from .built import BASE, CAMPAIGN, MAIN, MORE, addresses, language_of
from .reader import PHONE

pytestmark = pytest.mark.browser

PAGES = addresses(CAMPAIGN, MORE)
SERVED_ONLY = [address for address in PAGES if address.endswith("404.html")]  # they name the folder of the server
# One entry for each kind of thing that a browser can keep about a visit.
KEPT = """async () => [
  localStorage.length, sessionStorage.length, document.cookie.length,
  (await indexedDB.databases()).length, self.caches ? (await caches.keys()).length : 0,
  navigator.serviceWorker ? (await navigator.serviceWorker.getRegistrations()).length : 0]"""
PLANTED = """() => {
  document.body.insertAdjacentHTML("beforeend", "<p style='color:red'>planted</p><img src='http://127.0.0.1:9/x.png'>");
  document.body.appendChild(document.createElement("script")).textContent = "planted = 1";
}"""


def host(address: str) -> str:
    """Returns the host and port of an address."""
    return urlsplit(address).netloc


@pytest.mark.parametrize("js", [True, False], ids=["js", "no-js"])
@pytest.mark.parametrize("place", ["http", "file", "copy"])
@pytest.mark.parametrize("address", PAGES)
def test_no_complaints_and_no_strangers(address: str, place: str, js: bool, places, reader) -> None:
    """Every page, from a server, from a folder and from the offline copy, with and without scripts."""
    if address in SERVED_ONLY and place != "http":
        return
    visitor = reader(js=js, **PHONE)
    visitor.open(places[place] + address)
    assert visitor.complaints == []
    assert visitor.strangers(host(places["http"])) == []
    assert not js or visitor.stopped() == []


def test_what_the_policy_stops_would_be_noticed(places, reader) -> None:
    """An inline style, an inline script and a picture from elsewhere are stopped and remembered."""
    visitor = reader(**PHONE)
    page = visitor.open(places["http"] + "index.html")
    page.evaluate(PLANTED)
    page.wait_for_timeout(300)
    assert {entry.partition(" ")[0] for entry in visitor.stopped()} == {"style-src-attr", "script-src-elem", "img-src"}
    assert len(visitor.complaints) >= 3


@pytest.mark.parametrize("missing", ["nowhere.html", "cuu-giup/nowhere/deep", "en/nowhere.html", "km/a/b/c.html"])
def test_a_missing_address_gives_a_page_that_works(missing: str, places, reader, copy) -> None:
    """However deep it is: in its language, with its looks and scripts, and links that lead back into the site."""
    visitor = reader(**PHONE)
    page = visitor.open(places["http"] + missing)
    assert page.locator("html").get_attribute("lang") == language_of(missing)
    assert [text for text in visitor.complaints if "404" not in text] == []
    assert visitor.stopped() == []
    assert page.locator(".app-help-bar").evaluate("bar => getComputedStyle(bar).position") == "fixed"
    for link in page.locator("a[href]").all():
        target = urlsplit(link.evaluate("link => link.href"))
        if target.netloc == host(places["http"]):
            local = target.path.removeprefix(BASE)
            assert local == missing and target.fragment or (copy / local).is_file() or local.endswith("404.html"), local


@pytest.mark.parametrize("place", ["http", "file", "copy"])
def test_nothing_is_kept_after_a_visit(place: str, places, browser, world) -> None:
    """Pages, language switch, search, print and exit leave no cookie, no storage, no cache of their own."""
    context = browser.new_context(reduced_motion="reduce", **PHONE)
    page = context.new_page()
    for address in (address for address in PAGES if address not in SERVED_ONLY):
        page.goto(places[place] + address)
    page.goto(places[place] + "index.html")
    search_for(page, "thuyền")
    page.emulate_media(media="print")
    page.emulate_media(media="screen")
    page.locator(".app-language-switch a").first.click()
    page.wait_for_load_state()
    assert page.evaluate(KEPT if place == "http" else "[localStorage.length, sessionStorage.length]") in ([0] * 6, [0] * 2)
    page.locator(".app-quick-exit__link").click()
    page.wait_for_url("**/weather/**" if place == "http" else "**/neutral.html")
    assert context.cookies() == []
    assert context.storage_state() == {"cookies": [], "origins": []}
    context.close()


def search_for(page, words: str) -> None:
    """Types into the search box, where the page has one."""
    box = page.locator(".app-search__input")
    if box.count():
        box.fill(words)
        page.wait_for_timeout(300)


@pytest.mark.parametrize("place", ["http", "file", "copy"])
def test_searching_asks_nobody_and_breaks_nothing(place: str, places, reader) -> None:
    """The data comes from the same place as the page, and only once somebody goes to the box."""
    visitor = reader(**PHONE)
    page = visitor.open(places[place] + "index.html")
    before = len(visitor.asked)
    assert not [address for address in visitor.asked if "search-" in address]
    search_for(page, "thuyền")
    assert len(visitor.asked) > before
    assert (visitor.complaints, visitor.stopped(), visitor.strangers(host(places["http"]))) == ([], [], [])


def test_the_main_language_is_at_the_root() -> None:
    """The list of pages above is not empty and holds every language."""
    assert {language_of(address) for address in PAGES} == {MAIN, "en", "km"}
