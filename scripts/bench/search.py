"""Times the first answer of the search on a slow phone, and weighs what it loads."""

import re
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from ..facts.pages.slug import unaccented
from .browser import chromium, slow_page
from .figures import Figure, Unmeasured
from .ground import Ground
from .guides import LANGUAGES
from .server import served
from .speed import SMALL
from .wire import packed

RUNS = 5
ANSWER, BYTES = 150, 80_000
GUIDES = 114  # with home, the not-found page and four chapters: 120 pages a language
PAGE = "cuu-giup/guide-7.html"
TITLE = re.compile(r"<h1[^>]*>([^<]+)")
# Words stand in the box before it gets the focus, so that the answer comes as soon as the data can give one.
ASK = """words => new Promise((done, fail) => {
  const input = document.querySelector(".app-search__input"), list = document.querySelector(".app-search__list");
  if (!input || !list) return fail(new Error("the page has no search box"));
  new MutationObserver(() => {
    if (!list.children.length) return;
    const answered = performance.now();
    const loaded = performance.getEntriesByType("resource").filter(one => /search-(data|engine)/.test(one.name));
    done(answered - Math.max(...loaded.map(one => one.responseEnd)));
  }).observe(list, {childList: true});
  input.value = words;
  input.focus();
  setTimeout(() => fail(new Error("no answer within 20 seconds")), 20000);
})"""


def measure(ground: Ground) -> Iterator[Figure]:
    """Yields the time from data to first answer at 120 pages, and the bytes at 250 pages a language."""
    site = ground.made_up(GUIDES).site
    title = TITLE.search((site / PAGE).read_text(encoding="utf-8"))[1]
    with served(site) as root, chromium() as browser:
        answers = [_answer(browser, root + PAGE, unaccented(title)) for _ in range(RUNS)]
    yield Figure("search: first answer, 120 pages", median(answers), "ms", ANSWER, f"after the data is there; median of {RUNS}")
    site = ground.made_up(SMALL).site
    for language in LANGUAGES:
        yield Figure(f"search: first search, {SMALL} guides, {language}", sum(weights(site, language)), "B", BYTES,
                     " + ".join(f"{weight:,}" for weight in weights(site, language)))


def weights(site: Path, language: str) -> list[int]:
    """Returns the bytes after gzip of what the first search in a language loads: its data, and the engine."""
    scripts = site / "assets/javascripts"
    files = [scripts / f"search-data.{language}.js", scripts / "search-engine.js"]
    if missing := [file.name for file in files if not file.is_file()]:
        raise Unmeasured(f"the build writes no {missing[0]}")
    return [packed(file.read_bytes()) for file in files]


def _answer(browser, address: str, words: str) -> float:
    with slow_page(browser) as page:
        page.goto(address)
        return page.evaluate(ASK, words)
