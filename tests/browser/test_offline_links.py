"""In a carried copy nobody is surprised by a browser's error page: whatever needs the internet says so beside it."""

import pytest

from .built import CAMPAIGN, MORE, addresses, language_of
from .reader import PHONE

pytestmark = pytest.mark.browser

CARRIED = [found for found in addresses(CAMPAIGN, MORE) if not found.endswith("404.html")]
# What a reader sees around each link that leaves the copy: its own list item, paragraph or line.
AROUND = """() => [...document.querySelectorAll("a[href]")].filter(link => /^https?:$/.test(link.protocol)).map(link => {
  const sources = link.closest("details.app-sources");
  if (sources) sources.open = true;
  return (sources || link.closest("li, p, dd, td, .app-cited, div")).innerText;
})"""


@pytest.mark.parametrize("found", CARRIED)
def test_a_link_that_needs_the_internet_says_so(found: str, places, reader) -> None:
    """Seen on a telephone, in the language of the page; a list of sources says it once."""
    around = reader(**PHONE).open(places["copy"] + found).evaluate(AROUND)
    words = f"need_internet ({language_of(found)})", f"needs_internet ({language_of(found)})"
    assert [text for text in around if not any(word in text for word in words)] == []


def test_the_campaign_has_such_links(places, reader) -> None:
    """Else the test above would prove nothing."""
    assert sum(len(reader(**PHONE).open(places["copy"] + found).evaluate(AROUND)) for found in CARRIED) > 9
