"""A school may print numbers from last year's USB stick: an old copy says so, and a wrong clock does not make it lie."""

from datetime import date, datetime, timedelta

import pytest

from .built import CAMPAIGN, MORE, addresses
from .reader import PHONE

pytestmark = pytest.mark.browser

PAGES = [address for address in addresses(CAMPAIGN, MORE) if not address.endswith("404.html")]
BUILT, CHECKED = date(2026, 5, 20), date(2026, 5, 4)
NOTICE = ".app-copy-age"
CLOCK = """{
  const Real = Date, now = %d * 1000;
  self.Date = class extends Real {
    constructor(...given) { super(...(given.length ? given : [now])); }
    static now() { return now; }
  };
}"""


def on_the_day(reader, address: str, day: date, **options):
    """Returns a page on a device whose clock shows noon of `day`."""
    page = reader(fresh=True, **options, **PHONE).page
    noon = datetime(1970, 1, 1, 12) + (day - date(1970, 1, 1))
    page.add_init_script(CLOCK % (noon - datetime(1970, 1, 1)).total_seconds())
    page.goto(address)
    return page


def check_again(page) -> date:
    """Returns the day after which the page asks to check its numbers again."""
    return date.fromisoformat(page.locator(NOTICE).get_attribute("data-check-again"))


@pytest.mark.parametrize("place", ["http", "file", "copy"])
@pytest.mark.parametrize("address", PAGES)
def test_an_old_copy_says_so(address: str, place: str, places, reader) -> None:
    """Three years after it was made."""
    page = on_the_day(reader, places[place] + address, BUILT + timedelta(days=3 * 365))
    assert page.locator(NOTICE).is_visible()
    assert "copy_old" in page.locator(NOTICE).inner_text()


@pytest.mark.parametrize("years", [-30, -10, -1, 60, 2000])
def test_an_absurd_clock_says_nothing(years: int, places, reader) -> None:
    """A clock before the copy was made, or far too late, tells nothing about the copy."""
    page = on_the_day(reader, places["copy"] + "index.html", BUILT.replace(year=BUILT.year + years))
    assert not page.locator(NOTICE).is_visible()


def test_it_speaks_from_the_day_after_the_date(places, reader) -> None:
    """Not before and not on the day itself, which lies well after the comparison of the numbers."""
    address = places["copy"] + "index.html"
    due = check_again(on_the_day(reader, address, BUILT))
    assert CHECKED + timedelta(days=30) <= due <= CHECKED + timedelta(days=400)
    shown = [on_the_day(reader, address, due + timedelta(days=days)).locator(NOTICE).is_visible() for days in (-1, 0, 1)]
    assert shown == [False, False, True]


@pytest.mark.parametrize("address", PAGES)
def test_without_scripts_the_date_is_printed(address: str, places, reader) -> None:
    """The reader can compare by hand: when the numbers were compared, and after which day to check again."""
    page = reader(js=False, **PHONE).open(places["copy"] + address)
    assert not page.locator(NOTICE).is_visible()
    for day in (CHECKED, check_again(page)):
        assert page.locator(f"time[datetime='{day}']").locator("visible=true").count() >= 1
