"""Whoever is watched can leave at once, and Back does not lead in again; an exit that fails is worse than none."""

import re
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Error

from .built import CAMPAIGN, CODES, MAIN, MORE, address, addresses, language_of
from .loopback import ENTRY
from .reader import PHONE, WIDE, Eye

pytestmark = pytest.mark.browser

PAGES = addresses(CAMPAIGN, MORE)
MAIN_PAGES = [found for found in PAGES if language_of(found) == MAIN]
CARRIED = [found for found in PAGES if not found.endswith("404.html")]
EXIT = ".app-quick-exit__link"
HELP_PAGE = "cuu-giup/nguoi-roi-xuong-nuoc.html"
GIVES_AWAY = re.compile(r"Cứu|Sông|Người rơi|River|\b119\b")  # what stands on every page of the site
LATER = "(() => { const real = Date.now.bind(Date); Date.now = () => real() + 4000; })()"
# What a browser does that kept the page in memory (bfcache) and shows it again.
RESTORE_ONCE = """(() => { const timer = setInterval(() => {
  if (document.title.trim()) return;
  clearInterval(timer);
  setTimeout(() => dispatchEvent(new PageTransitionEvent("pageshow", {persisted: true})), 300);
}, 20); })()"""


def press(page, *keys: str) -> None:
    """Presses keys one after the other."""
    for key in keys:
        page.keyboard.press(key)


def click_exit(page, button: str = "left") -> None:
    """Clicks the link as a hand does, without waiting for where it leads."""
    box = page.locator(EXIT).bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, button=button)


def covered(sight: dict) -> bool:
    """Tells whether the page is out of sight: no title, and nothing but one line."""
    return sight["title"] == "" and sight["nodes"] == 1


def in_the_site(told: str, place: str) -> bool:
    """Tells whether an address is one of the site's, or a text stands on its pages."""
    return told.startswith(place) or bool(GIVES_AWAY.search(told))


# --- a plain link -------------------------------------------------------------


@pytest.mark.parametrize("found", PAGES)
def test_without_scripts_it_is_a_link(found: str, places, reader, world) -> None:
    """On every page, to the neutral page of its language, without telling that page where the reader was."""
    page = reader(js=False, **PHONE).open(places["http"] + found)
    page.locator(EXIT).click()
    page.wait_for_url(f"{world.address}/weather/{language_of(found)}")
    path, headers = world.asked[-1]
    assert path == f"/weather/{language_of(found)}" and "Referer" not in headers


@pytest.mark.parametrize("js", [True, False], ids=["js", "no-js"])
@pytest.mark.parametrize("found", CARRIED)
def test_in_the_offline_copy_it_needs_no_network(found: str, js: bool, places, reader) -> None:
    """It opens an empty page of the copy."""
    visitor = reader(js=js, **PHONE)
    page = visitor.open(places["copy"] + found)
    page.locator(EXIT).click()
    page.wait_for_url("**/neutral.html")
    assert (page.title().strip(), page.locator("body").inner_text().strip()) == ("", "")
    assert visitor.strangers() == []


# --- at once --------------------------------------------------------------------


@pytest.mark.parametrize("found", MAIN_PAGES)
def test_the_page_is_gone_at_once(found: str, places, reader, world) -> None:
    """Also while the other page hangs: no text, no title, nothing for a screen reader but that something loads."""
    page = reader(**PHONE).open(places["http"] + found)
    eye = Eye(page)
    with world.hanging():
        click_exit(page)
        sight = eye.waits_for(covered)
        assert (sight["text"], sight["alerts"]) == ("exit_leaving (vi)", 1)
        assert sight["address"] == places["http"] + found  # it still waits
    page.wait_for_url("**/weather/vi")
    assert page.title() == "weather"
    assert "Referer" not in world.asked[-1][1]


@pytest.mark.parametrize("code", CODES)
def test_each_language_has_its_own_exit(code: str, places, reader, world) -> None:
    """A page in an unexpected language would be a sign by itself."""
    page = reader(**PHONE).open(places["http"] + address("index", code))
    click_exit(page)
    page.wait_for_url(f"{world.address}/weather/{code}")


def test_leaving_takes_the_place_of_the_page_in_history(places, reader, world) -> None:
    """`location.replace`: no entry more than before."""
    page = reader(fresh=True, **PHONE).open(places["http"] + HELP_PAGE)
    before = page.evaluate("history.length")
    click_exit(page)
    page.wait_for_url("**/weather/vi")
    assert page.evaluate("history.length") == before


def test_a_middle_click_leaves_too(places, reader, world) -> None:
    """It would open the neutral page in another tab and leave this one standing."""
    page = reader(fresh=True, **WIDE).open(places["http"] + HELP_PAGE)
    tabs = len(page.context.pages)
    click_exit(page, "middle")
    page.wait_for_url("**/weather/vi")
    assert len(page.context.pages) == tabs


def test_a_device_without_a_signal_shows_nothing_of_the_site(places, reader) -> None:
    """The page is covered, and the browser's own words about the missing network do not name the site."""
    page = reader(fresh=True, **PHONE).open(places["http"] + HELP_PAGE)
    page.context.set_offline(True)
    try:
        click_exit(page)
        page.wait_for_timeout(500)
        shown = page.evaluate("document.documentElement.innerText + document.title + location.href")
        assert not GIVES_AWAY.search(shown) and urlsplit(places["http"]).netloc not in shown
    finally:
        page.context.set_offline(False)


def test_the_page_comes_back_when_the_browser_restores_it(places, reader, world) -> None:
    """A page that the browser kept in memory is shown again, not an empty one; and it can be left again."""
    page = reader(**WIDE).open(places["http"] + HELP_PAGE)
    before = page.evaluate("[document.title, document.body.innerText.trim()]")
    page.evaluate(RESTORE_ONCE)
    eye = Eye(page)
    with world.hanging():
        click_exit(page)
        eye.waits_for(covered)
        sight = eye.waits_for(lambda sight: not covered(sight))
        assert [sight["title"], sight["text"]] == before
        press(page, "Escape", "Escape")
        eye.waits_for(covered)
    page.wait_for_url("**/weather/vi")


# --- with the keyboard --------------------------------------------------------------


def test_escape_twice_leaves(places, reader, world) -> None:
    """The first press says what the second will do."""
    page = reader(**WIDE).open(places["http"] + HELP_PAGE)
    eye = Eye(page)
    with world.hanging():
        press(page, "Escape")
        assert page.locator(".app-quick-exit [role=status]").text_content() == "exit_once_more (vi)"
        press(page, "Escape")
        eye.waits_for(covered)
    page.wait_for_url("**/weather/vi")


@pytest.mark.parametrize("keys", [["Escape"], ["Escape", "a", "Escape"], ["Escape", "Tab", "Escape"]], ids="-".join)
def test_escape_alone_stays(keys: list[str], places, reader) -> None:
    """One press, or two with another key between them, may have meant something else."""
    page = reader(**WIDE).open(places["http"] + HELP_PAGE)
    press(page, *keys)
    page.wait_for_timeout(100)
    assert page.locator("h1").is_visible() and page.url == places["http"] + HELP_PAGE


def test_two_slow_presses_stay(places, reader) -> None:
    """Four seconds apart they do not belong together."""
    page = reader(**WIDE).open(places["http"] + HELP_PAGE)
    press(page, "Escape")
    page.evaluate(LATER)
    press(page, "Escape")
    page.wait_for_timeout(100)
    assert page.locator("h1").is_visible()


@pytest.mark.parametrize("html", [
    "<input class=planted>", "<textarea class=planted></textarea>", "<select class=planted><option>x</select>",
    "<div class=planted contenteditable>x</div>", "<div role=dialog><button class=planted>x</button></div>",
    "<div class=planted role=combobox tabindex=0>x</div>"])
def test_escape_belongs_to_whoever_uses_it(html: str, places, reader) -> None:
    """Inputs and dialogs have their own use of it."""
    page = reader(**WIDE).open(places["http"] + HELP_PAGE)
    page.evaluate("html => document.querySelector('article').insertAdjacentHTML('afterbegin', html)", html)
    page.locator(".planted").focus()
    press(page, "Escape", "Escape", "Escape")
    page.wait_for_timeout(100)
    assert page.locator("h1").is_visible()


def test_escape_in_an_open_dialog_closes_it(places, reader) -> None:
    """And nothing else."""
    page = reader(**WIDE).open(places["http"] + HELP_PAGE)
    page.evaluate("() => { const dialog = document.createElement('dialog'); dialog.innerHTML = '<p tabindex=0>x</p>';"
                  "document.body.append(dialog); dialog.showModal(); }")
    press(page, "Escape")
    assert page.locator("dialog[open]").count() == 0
    press(page, "Escape")
    page.wait_for_timeout(100)
    assert page.locator("h1").is_visible()


def test_escape_in_the_search_box_closes_the_results_first(places, reader, world) -> None:
    """Then it is free again: out of the box, twice more leaves."""
    page = reader(**WIDE).open(places["http"] + "index.html")
    box = page.locator(".app-search__input")
    box.fill("nước")
    press(page, "Escape", "Escape", "Escape")
    page.wait_for_timeout(100)
    assert page.locator("h1").is_visible()
    box.blur()
    press(page, "Escape", "Escape")
    page.wait_for_url("**/weather/vi")


def test_a_keyboard_presses_the_link(places, reader, world) -> None:
    """Enter on the link does the same as a click."""
    page = reader(**WIDE).open(places["http"] + HELP_PAGE)
    page.locator(EXIT).focus()
    press(page, "Enter")
    page.wait_for_url("**/weather/vi")


# --- the Back button ------------------------------------------------------------------


def enter(page, entry: str, home: str) -> None:
    """Comes into the site by a link on another page."""
    page.goto(entry)
    page.locator("a").click()
    page.wait_for_url(home)


def read_four_pages(page) -> set[str]:
    """Goes through the site by its links, as a reader does; returns the addresses that were shown."""
    shown = {page.url}
    for target in ("cuu-giup/index.html", "nguoi-roi-xuong-nuoc.html", "index.html"):
        page.locator(f"main a[href^='{target}'], main a[href$='/{target}']").first.click()
        page.wait_for_url(re.compile(re.escape(target) + "(#.*)?$"))
        shown.add(page.url)
    page.locator(".app-language-switch a[lang=en]").click()
    page.wait_for_url(re.compile("/en/.*index.html$"))
    return shown | {page.url}


def back_five_times(page) -> list[str]:
    """Presses Back five times; returns every address, title and text that was shown."""
    shown = []
    for _ in range(5):
        with suppress(Error):  # Back may end the waiting for the next page and do no more
            page.go_back(wait_until="commit")
        page.wait_for_timeout(100)
        shown += page.evaluate("[location.href, document.title, document.documentElement.innerText]")
    return shown


@pytest.mark.parametrize("leave", ["click", "escape"])
def test_back_leads_out_of_the_site(leave: str, places, reader, world) -> None:
    """Entered from another page, four pages read, exit, Back five times: never a page of the site."""
    page, home = reader(fresh=True, **WIDE).page, places["http"] + "index.html"
    enter(page, world.entry(home), home)
    assert len(read_four_pages(page)) >= 4
    click_exit(page) if leave == "click" else press(page, "Escape", "Escape")
    page.wait_for_url("**/weather/en")
    shown = back_five_times(page)
    assert not [told for told in shown if in_the_site(told, places["http"])]
    assert world.entry(home) in shown


def test_back_while_the_exit_hangs_leads_out_of_the_site(places, reader, world) -> None:
    """A frightened reader presses whatever there is."""
    page, home = reader(fresh=True, **WIDE).page, places["http"] + "index.html"
    enter(page, world.entry(home), home)
    read_four_pages(page)
    eye = Eye(page)
    with world.hanging():
        click_exit(page)
        eye.waits_for(covered)
        shown = back_five_times(page)
    assert not [told for told in shown if GIVES_AWAY.search(told)]
    assert world.entry(home) in shown


@pytest.mark.parametrize("place", ["file", "copy"])
def test_back_leads_out_of_a_folder_too(place: str, places, reader, tmp_path: Path) -> None:
    """The same from a USB stick; the empty page is the only one of the site that may be seen."""
    entry, home = tmp_path / "entry.html", places[place] + "index.html"
    entry.write_text(ENTRY.format(to=home), encoding="utf-8")
    page = reader(fresh=True, **WIDE).page
    enter(page, entry.as_uri(), home)
    assert len(read_four_pages(page)) >= 4
    click_exit(page)
    page.wait_for_url("**/neutral.html")
    shown = back_five_times(page)
    assert not [told for told in shown if in_the_site(told, places[place]) and not told.endswith("neutral.html")]
    assert entry.as_uri() in shown
