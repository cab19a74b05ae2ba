"""The language switch opens the same page in the other language, or says that there is none."""

from urllib.parse import urlsplit

import pytest

from .built import CAMPAIGN, CODES, MAIN, MORE, OTHERS, PENDING, address, addresses, language_of
from .reader import PHONE

pytestmark = pytest.mark.browser

STAND_INS = [address(PENDING, code) for code in OTHERS]
WHOLE = [found for found in addresses(CAMPAIGN, MORE) if PENDING not in found]
SERVED_ONLY = [found for found in WHOLE if found.endswith("404.html")]
# Elements with text of their own in the main language of a stand-in page, outside of what is marked as such.
UNMARKED = """([words, code]) => [...document.querySelectorAll("body *")].filter(node =>
  [...node.childNodes].some(child => child.nodeType === 3 && child.data.includes(words))
  && node.closest("[lang]").lang !== code).map(node => node.outerHTML)"""


def page_of(found: str) -> str:
    """Returns the part of an address that is the same in every language, without `.html`."""
    return found.removeprefix(f"{language_of(found)}/").removesuffix(".html")


@pytest.mark.parametrize("place", ["http", "file", "copy"])
@pytest.mark.parametrize("here", WHOLE)
def test_it_leads_to_the_same_page(here: str, place: str, places, reader) -> None:
    """In each other language, named in that language."""
    if here in SERVED_ONLY and place != "http":
        return
    page = reader(**PHONE).open(places[place] + here)
    links = page.evaluate("[...document.querySelectorAll('.app-language-switch a')].map(link => [link.lang, link.href])")
    assert links == [[code, places[place] + address(page_of(here), code)] for code in CODES if code != language_of(here)]


@pytest.mark.parametrize("js", [True, False], ids=["js", "no-js"])
@pytest.mark.parametrize("place", ["http", "file", "copy"])
@pytest.mark.parametrize("here", ["index.html", "cuu-giup/nguoi-roi-xuong-nuoc.html"])
def test_it_lands_on_the_same_page(here: str, place: str, js: bool, places, reader) -> None:
    """All the way round: each language by a tap, and the first one again."""
    page = reader(js=js, **PHONE).open(places[place] + here)
    for code in (*OTHERS, MAIN):
        page.locator(f'.app-language-switch a[lang="{code}"]').click()
        page.wait_for_url(places[place] + address(page_of(here), code))
        assert page.locator("html").get_attribute("lang") == code


@pytest.mark.parametrize("here", [*STAND_INS, address(PENDING, "vi")])
def test_it_says_when_there_is_no_translation(here: str, places, reader) -> None:
    """A stand-in is no translation: it is named, and it is no link."""
    page = reader(**PHONE).open(places["http"] + here)
    switch = page.locator(".app-language-switch")
    targets = [urlsplit(link.evaluate("link => link.href")).path for link in switch.locator("a").all()]
    assert targets == [urlsplit(places["http"]).path + address(PENDING, "vi")] * (language_of(here) != "vi")
    for code in (code for code in OTHERS if code != language_of(here)):
        assert switch.locator(f'span[lang="{code}"]').count() == 1
    assert f"not translated yet ({language_of(here)})" in switch.inner_text()


@pytest.mark.parametrize("here", STAND_INS)
def test_a_stand_in_is_honest(here: str, places, reader) -> None:
    """It tells the reader in the reader's language, and marks the text as what it is."""
    page = reader(**PHONE).open(places["http"] + here)
    assert page.locator("html").get_attribute("lang") == language_of(here)
    assert f"({language_of(here)})" in page.locator(".app-fallback-notice").inner_text()
    assert page.locator("article").get_attribute("lang") == "vi"


@pytest.mark.parametrize("here", [*STAND_INS, *(address(name, code) for name in ("bo-song/index", "tat-ca") for code in OTHERS)])
def test_foreign_words_are_marked(here: str, places, reader) -> None:
    """The Vietnamese title of the stand-in page, wherever it is named, is marked as Vietnamese (WCAG 3.1.2)."""
    page = reader(**PHONE).open(places["http"] + here)
    assert "Đèn đêm" in page.locator("main").inner_text()
    assert page.evaluate(UNMARKED, ["Đèn đêm", "vi"]) == []
