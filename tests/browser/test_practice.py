"""Guided help, scenarios and quizzes: one step at a time, with nothing but links, on a server and from a folder."""

import pytest

from .built import CODES, address
from .reader import NARROW, PHONE, WIDE
from .test_accessibility import violations

pytestmark = pytest.mark.browser

GUIDE, STORY, QUIZ = "cuu-giup/hoi", "bo-song/thuyen-cu", "bo-song/trac-nghiem"
STEPS = ".app-walk__stop:visible"
ITEMS = ".app-quiz__item:visible"
PLACES = ["http", "file", "copy"]
BOTH = pytest.mark.parametrize("js", [True, False], ids=["js", "no-js"])


def steps(page, what: str = STEPS) -> list[str]:
    """Returns the ids of the steps that can be seen."""
    return page.locator(what).evaluate_all("nodes => nodes.map(node => node.id)")


@BOTH
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("code", CODES)
def test_a_guide_asks_one_question_at_a_time(code: str, place: str, js: bool, places, reader) -> None:
    """The first without being asked for; a tap shows the next, and a link leads back."""
    page = reader(js=js, **PHONE).open(places[place] + address(GUIDE, code))
    assert steps(page) == ["breathing"]
    page.click("a[href='#boat']")
    assert steps(page) == ["boat"]
    page.click("#boat .app-walk__turn a")
    assert steps(page) == ["breathing"]


@BOTH
def test_a_guide_ends_at_a_number_and_at_a_page(js: bool, places, reader) -> None:
    """Danger is one tap from a call; the other way ends at a crisis page."""
    page = reader(js=js, **PHONE).open(places["http"] + address(GUIDE, "en"))
    assert page.get_attribute("#breathing .app-walk__call a", "href") == "tel:119"
    page.click("a[href='#boat']")
    page.click("#boat .app-walk__end a")
    page.wait_for_url("**/en/cuu-giup/nguoi-roi-xuong-nuoc.html")


def test_back_leads_to_the_question_before(places, reader) -> None:
    """Without a script, a step is an address of its own, and Back goes where it always goes."""
    page = reader(js=False, fresh=True, **PHONE).open(places["http"] + address(GUIDE, "vi"))
    page.click("a[href='#boat']")
    page.go_back()
    assert steps(page) == ["breathing"]


@BOTH
@pytest.mark.parametrize("place", PLACES)
def test_a_story_goes_to_its_end_and_back_to_a_fork(place: str, js: bool, places, reader) -> None:
    """Every scene offers real help, and the ending says what helped."""
    page = reader(js=js, **PHONE).open(places[place] + address(STORY, "vi"))
    for id in ("old-boat", "storm", "pulled-out"):
        if id != "old-boat":
            page.click(f".app-walk__choices:visible a[href='#{id}']")
        assert steps(page) == [id]
        assert page.locator(f"#{id} .app-walk__real a:visible").get_attribute("href").endswith("nguoi-roi-xuong-nuoc.html")
    assert page.locator("#pulled-out dd:visible").count() == 3
    page.click("#pulled-out a[href='#storm']")
    assert steps(page) == ["storm"]


@BOTH
def test_to_choose_in_a_quiz_is_to_open(js: bool, places, reader) -> None:
    """Every choice says what it would bring about, with the number where there is one; nothing is opened beforehand."""
    page = reader(js=js, **PHONE).open(places["http"] + address(QUIZ, "en"))
    assert steps(page, ITEMS) == ["life-jacket", "who-to-call"]
    assert page.locator("details[open]").count() == 0
    for option in page.locator("details").all():
        option.locator("summary").click()
        assert option.locator("p").is_visible()
    assert page.locator("#who-to-call a[href='tel:119']").count() == 1


@BOTH
@pytest.mark.parametrize("place", PLACES)
def test_class_mode_shows_one_question_in_large_type(place: str, js: bool, places, reader) -> None:
    """From a folder on a school's projector, too; the last link leads back to all questions."""
    page = reader(js=js, **WIDE).open(places[place] + address(QUIZ, "vi"))
    size = "getComputedStyle(document.querySelector('#who-to-call summary')).fontSize"
    small = page.evaluate(size) if js else ""
    page.click(".app-quiz__class a")
    assert steps(page, ITEMS) == ["life-jacket"]
    page.click("#life-jacket a[rel=next]")
    assert steps(page, ITEMS) == ["who-to-call"]
    assert not js or float(page.evaluate(size)[:-2]) > 1.5 * float(small[:-2])
    page.click("#who-to-call .app-quiz__turn a:last-child")
    assert steps(page, ITEMS) == ["life-jacket", "who-to-call"]


def test_the_arrow_keys_turn_the_page_in_class_mode_only(places, reader) -> None:
    """The keyboard opens choices, too, and the keys do nothing where all questions stand."""
    page = reader(**WIDE).open(places["http"] + address(QUIZ, "vi"))
    page.keyboard.press("ArrowRight")
    assert len(steps(page, ITEMS)) == 2
    page.focus(".app-quiz__class a")
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowRight")
    assert steps(page, ITEMS) == ["who-to-call"]
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")
    assert steps(page, ITEMS) == ["life-jacket"]
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.locator("#life-jacket details[open]").count() == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("place", [f"{GUIDE}.html#boat", f"{STORY}.html#storm", f"{STORY}.html#found", f"{QUIZ}.html#who-to-call"])
def test_axe_finds_nothing_on_the_way(place: str, scheme: str, places, reader) -> None:
    """A step in the middle, an ending, a question in class mode with its choices open."""
    page = reader(**NARROW).open(places["http"] + place)
    page.emulate_media(color_scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach(node => { node.removeAttribute('name'); node.open = true; })")
    assert violations(page) == []


@pytest.mark.parametrize("page_of", [GUIDE, STORY, QUIZ])
def test_on_paper_everything_stands_in_order(page_of: str, places, reader) -> None:
    """All steps, with the numbers that choices lead to; all explanations."""
    page = reader(js=False, **WIDE).open(places["http"] + address(page_of, "en") + "#boat")
    page.emulate_media(media="print")
    hidden = page.locator(".app-walk__stop, .app-quiz__item").evaluate_all("nodes => nodes.filter(node => !node.offsetHeight).length")
    assert hidden == 0
    assert all(node.is_visible() for node in page.locator(".app-walk__to").all())


def test_a_step_without_has_is_read_in_order(places, reader) -> None:
    """A browser that does not know :has() shows all steps, and its links still lead from one to the next."""
    page = reader(**PHONE).open(places["http"] + address(GUIDE, "vi"))
    rule = page.evaluate("""() => [...document.styleSheets].flatMap(sheet => [...sheet.cssRules])
      .flatMap(rule => [rule, ...(rule.cssRules || [])])
      .filter(rule => rule.conditionText && rule.conditionText.includes(":has(")).length""")
    assert rule == 1
