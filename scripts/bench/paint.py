"""Times the first paint of our pages against bare ones with the same text, on a slow phone and a weak signal.

Both are opened in turns in the same run, so that whatever else the machine does falls on both.
"""

import re
from collections.abc import Iterator
from html import escape
from pathlib import Path
from statistics import median

from selectolax.lexbor import LexborHTMLParser

from ..facts.pages import Page as Sheet
from ..facts.project import Project, read_project
from .browser import NETWORKS, Network, chromium, slow_page
from .figures import Figure, Unmeasured
from .ground import Ground
from .server import served

RUNS = 5
BUDGETS = {"Slow 3G": 1.05, "Slow 4G": 1.25}
BARE = ('<!doctype html><html lang="{language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width"><title>{title}</title></head><body>{body}</body></html>')
CALL = re.compile(r'href="(?:tel|sms):([^"]+)')
UNSEEN = "script, style, svg, template, noscript, [hidden]"
FIRST_PAINT = """() => new Promise(done => new PerformanceObserver(list => {
  const first = list.getEntriesByName("first-contentful-paint")[0];
  if (first) done(first.startTime);
}).observe({type: "paint", buffered: true}))"""


def measure(ground: Ground) -> Iterator[Figure]:
    """Yields for each kind of page and each network how many times longer ours takes than a bare page."""
    site = ground.site
    addresses = chosen(read_project(ground.root), site)
    bare = {f"bare/{address}": bare_page((site / address).read_bytes()) for address in addresses.values()}
    with served(site, bare) as root, chromium() as browser:
        for network in NETWORKS:
            for kind, address in addresses.items():
                ground.say(f"painting {address} on {network.name}")
                turns = [[first_paint(browser, network, root + one) for one in (f"bare/{address}", address)] for _ in range(RUNS)]
                plain, ours = (median(turn[at] for turn in turns) for at in (0, 1))
                yield Figure(f"paint: {network.name}, {kind}", ours / plain, "×", BUDGETS[network.name],
                             f"{address}: {ours / 1000:.2f} s against {plain / 1000:.2f} s")


def chosen(project: Project, site: Path) -> dict[str, str]:
    """Returns the addresses of four kinds of pages in the main language: home, help, most numbers, card."""
    ours = [page for page in project.pages if page.language == project.settings.default]
    found = {kind: next((page for page in ours if page.type == kind), None) for kind in ("home", "help", "card")}
    found["numbers"] = max(ours, key=lambda page: _numbers(site / project.address(page)), default=None)
    if not any(found.values()):
        raise Unmeasured("there is no page to paint")
    return {kind: project.address(page) for kind, page in found.items() if isinstance(page, Sheet)}


def _numbers(path: Path) -> int:
    return len(set(CALL.findall(path.read_text(encoding="utf-8")))) if path.is_file() else 0


def bare_page(content: bytes) -> bytes:
    """Returns a page with the same text and links and nothing else: no style, no script, no picture."""
    document = LexborHTMLParser(content)
    for node in document.css(UNSEEN):
        node.decompose()
    for node in document.body.traverse():
        for name in node.attributes:
            if name != "href":
                del node.attrs[name]
    return BARE.format(language=document.root.attributes.get("lang") or "", body=document.body.inner_html,
                       title=escape(document.css_first("title").text())).encode()


def first_paint(browser, network: Network, address: str) -> float:
    """Returns after how many milliseconds the first text or picture of a page is seen (Paint Timing, W3C)."""
    with slow_page(browser, network) as page:
        page.goto(address, wait_until="commit", timeout=60_000)
        return page.evaluate(FIRST_PAINT)
