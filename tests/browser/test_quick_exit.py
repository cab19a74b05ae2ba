"""Whoever is watched can leave at once, and Back does not lead in again; an exit that fails is worse than none."""

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from .built import CAMPAIGN, CODES, MORE, address, addresses, language_of
from .loopback import ENTRY
from .reader import PHONE, WIDE, glance, until

pytestmark = pytest.mark.browser

PAGES = addresses(CAMPAIGN, MORE)
SERVED_ONLY = [found for found in PAGES if found.endswith("404.html")]
EXIT = ".app-quick-exit__link"
HELP_PAGE = "cuu-giup/nguoi-roi-xuong-nuoc.html"
TOLD = re.compile(r"Cứu|Sông|Người|Gọi|119|lang_|\(vi\)")  # words that give the page away
LATER = "(() => { const real = Date.now.bind(Date); Date.now = () => real() + 4000; })()"


def press(page, *keys: str) -> None:
    """Presses keys one after the other."""
    for key in keys:
        page.keyboard.press(key)


def click_exit(page) -> None:
    """Clicks the link without waiting for where it leads."""
    page.locator(EXIT).click(no_wait_after=True)


def covered(page) -> None:
    """Waits until the page is covered; its empty title is the sign."""
    until(page, "document.title.trim() === ''")


def gives_away(page) -> str:
    """Returns what a glance at the page, its tab or its address would tell."""
    shown = glance(page, "document.documentElement.innerText + document.title")
    # Once the reader pressed the exit, one word may stand there: that the other page is loading.
    return "".join(TOLD.findall(shown.replace("exit_leaving (vi)", "")))


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
@pytest.mark.parametrize("found", [found for found in PAGES if found not in SERVED_ONLY])
def test_in_the_offline_copy_it_needs_no_network(found: str, js: bool, places, reader) -> None:
    """It opens an empty page of the copy."""
    visitor = reader(js=js, **PHONE)
    page = visitor.open(places["copy"] + found)
    page.locator(EXIT).click()
    page.wait_for_url("**/neutral.html")
    assert (page.title().strip(), page.locator("body").inner_text().strip()) == ("", "")
    assert visitor.strangers() == []


# --- at once --------------------------------------------------------------------


def test_leaving_takes_the_place_of_the_page_in_history(places, reader, world) -> None:
    """`location.replace`: no entry more than before."""
    page = reader(**PHONE).open(places["http"] + HELP_PAGE)
    before = page.evaluate("history.length")
    click_exit(page)
    page.wait_for_url("**/weather/vi")
    assert page.evaluate("history.length") == before


def test_a_middle_click_leaves_too(places, reader, world) -> None:
    """It would open the neutral page in another tab and leave this one standing."""
    page = reader(**WIDE).open(places["http"] + HELP_PAGE)
    page.locator(EXIT).click(button="middle", no_wait_after=True)
    page.wait_for_url("**/weather/vi")
    assert len(page.context.pages) == 1


def test_a_device_without_a_signal_shows_nothing_of_the_site(places, reader) -> None:
    """The page is covered, and the browser's own words about the missing network do not name the site."""
    page = reader(**PHONE).open(places["http"] + HELP_PAGE)
    page.context.set_offline(True)
    try:
        click_exit(page)
        page.wait_for_timeout(500)
        assert gives_away(page) == ""
        assert not glance(page, "location.href").startswith(places["http"])
        assert urlsplit(places["http"]).netloc not in glance(page, "document.documentElement.innerText")
    finally:
        page.context.set_offline(False)


# --- with the keyboard --------------------------------------------------------------


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


def read_four_pages(page) -> list[str]:
    """Goes through the site by its links, as a reader does; returns the addresses that were shown."""
    shown = [page.url]
    for target in ("cuu-giup/index.html", "nguoi-roi-xuong-nuoc.html", "index.html"):
        page.locator(f"main a[href^='{target}'], main a[href$='/{target}']").first.click()
        page.wait_for_url(re.compile(re.escape(target) + "(#.*)?$"))
        shown.append(page.url)
    page.locator(".app-language-switch a[lang=en]").click()
    page.wait_for_url("**/en/index.html")
    return [*shown, page.url]


def back_five_times(page) -> list[str]:
    """Presses Back five times; returns every address and title that was shown."""
    shown = []
    for _ in range(5):
        page.go_back(wait_until="load", timeout=5000)
        page.wait_for_timeout(100)
        shown += [page.evaluate("location.href"), page.title(), page.evaluate("document.documentElement.innerText")]
    return shown


@pytest.mark.parametrize("leave", ["click", "escape"])
def test_back_leads_out_of_the_site(leave: str, places, reader, world) -> None:
    """Entered from another page, four pages read, exit, Back five times: never a page of the site."""
    page = reader(fresh=True, **WIDE).open(world.entry(places["http"] + "index.html"))
    page.locator("a").click()
    page.wait_for_url(places["http"] + "index.html")
    assert len(set(read_four_pages(page))) >= 4
    if leave == "escape":
        press(page, "Escape", "Escape")
    else:
        click_exit(page)
    page.wait_for_url("**/weather/en")
    shown = back_five_times(page)
    assert not [told for told in shown if told.startswith(places["http"]) or "119" in told]
    assert world.entry(places["http"] + "index.html") in shown


@pytest.mark.parametrize("place", ["file", "copy"])
def test_back_leads_out_of_a_folder_too(place: str, places, reader, tmp_path: Path) -> None:
    """The same from a USB stick; the empty page is the only one of the site that may be seen."""
    entry = tmp_path / "entry.html"
    entry.write_text(ENTRY.format(to=places[place] + "index.html"), encoding="utf-8")
    page = reader(fresh=True, **WIDE).open(entry.as_uri())
    page.locator("a").click()
    page.wait_for_url(places[place] + "index.html")
    read_four_pages(page)
    click_exit(page)
    page.wait_for_url("**/neutral.html")
    shown = back_five_times(page)
    assert not [told for told in shown if told.startswith(places[place]) and not told.endswith("neutral.html")]
    assert entry.as_uri() in shown


@pytest.mark.parametrize("code", CODES)
def test_each_language_has_its_own_exit(code: str, places, reader, world) -> None:
    """A page in an unexpected language would be a sign by itself."""
    page = reader(**PHONE).open(places["http"] + address("index", code))
    click_exit(page)
    page.wait_for_url(f"{world.address}/weather/{code}")
