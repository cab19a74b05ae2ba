"""Counts what a first visit costs: bytes and requests until help is visible, and the JavaScript among them.

Every file is counted as a server sends it, compressed by gzip at its best; headers are not counted.
Nothing is left out because it loads late: a phone with a weak signal waits for it all the same.
"""

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from posixpath import dirname, join, normpath
from statistics import median

from selectolax.lexbor import LexborHTMLParser

from .figures import Figure
from .ground import Ground

BYTES, REQUESTS, SCRIPT_BYTES = 14_000, 3, 5_000
# What a browser fetches before anybody asks; icons come later and hold nothing up.
FETCHED = 'link[rel="stylesheet"][href], link[rel="preload"][href], img[src], iframe[src]'
SCRIPTS, INLINE = "script[src]", "script:not([src]):not([type])"


@dataclass(frozen=True)
class Visit:
    """The first visit to a page: its address, bytes after gzip, requests, and bytes of JavaScript among the bytes."""

    address: str
    bytes: int
    requests: int
    script: int


def measure(ground: Ground) -> Iterator[Figure]:
    """Yields the worst page, the middle one, and how many are over the budget."""
    visits = list(visits_of(ground.site))
    heaviest, busiest, cleverest = (max(visits, key=key) for key in
                                    (lambda one: one.bytes, lambda one: one.requests, lambda one: one.script))
    over = sum(visit.bytes > BYTES for visit in visits)
    yield Figure("wire: heaviest page", heaviest.bytes, "B", BYTES, heaviest.address)
    yield Figure("wire: middle page", median(visit.bytes for visit in visits), "B", BYTES, f"of {len(visits)}")
    yield Figure("wire: pages over the bytes", over, "", 0, f"of {len(visits)}")
    yield Figure("wire: most requests", busiest.requests, "", REQUESTS,
                 f"{busiest.address}; {sum(visit.requests > REQUESTS for visit in visits)} pages over")
    yield Figure("wire: most JavaScript", cleverest.script, "B", SCRIPT_BYTES, cleverest.address)


def visits_of(site: Path) -> Iterator[Visit]:
    """Yields the first visit to each page of a finished site."""
    for path in sorted(site.rglob("*.html")):
        if 'name="app-source"' in path.read_text(encoding="utf-8"):  # written by a person; not the neutral page of the exit
            yield visit(site, path.relative_to(site).as_posix())


def visit(site: Path, address: str) -> Visit:
    """Returns what the first visit to a page costs."""
    content = (site / address).read_bytes()
    document = LexborHTMLParser(content)
    files = {_file(site, address, node) for node in document.css(FETCHED)}
    scripts = {_file(site, address, node) for node in document.css(SCRIPTS)}
    inline = sum(packed(node.text().encode()) for node in document.css(INLINE))
    script = sum(map(_packed_file, scripts))
    return Visit(address, packed(content) + sum(map(_packed_file, files)) + script, 1 + len(files | scripts), script + inline)


def _file(site: Path, page: str, node) -> Path:
    attributes = node.attributes
    return site / normpath(join(dirname(page), attributes.get("href") or attributes["src"]))


@cache
def _packed_file(path: Path) -> int:
    return packed(path.read_bytes())


def packed(content: bytes) -> int:
    """Returns the size after gzip at its best."""
    return len(gzip.compress(content, 9, mtime=0))
