"""Checks the links between pages where they are written, with the line of the Markdown."""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from os.path import isfile
from posixpath import dirname, join, normpath, relpath
from urllib.parse import unquote

from ....facts.address import address_parts
from ....facts.finding import Finding, finding
from ....facts.pages import DOCS, Page
from ....facts.pages.fallback import with_notices
from ....facts.pages.links import Link
from ....facts.project import Project
from ....facts.words.nearest import nearest

CALLS = ("tel", "sms", "callto", "zalo", "viber", "whatsapp")
ALLOWED = ("http", "https", "mailto")
DISGUISED = re.compile(r"[\s\\\x00-\x20\x7f]")  # browsers drop or turn these round, and open another address than it seems


def check(project: Project, today: date) -> Iterator[Finding]:
    """Yields links to missing files and anchors, links that leave the language, and typed telephone links."""
    served = with_notices(project)  # a page whose translation is pending can be linked to in every language
    for page in project.pages:
        for link in page.outline.links:
            yield from _link(page, link, served)


def _link(page: Page, link: Link, project: Project) -> Iterator[Finding]:
    place, parts = page.place(link.line), address_parts(link.target)
    if parts.scheme.lower() in CALLS:
        yield finding(place, "link-call-typed", target=link.target)
    elif parts.scheme:
        if parts.scheme.lower() not in ALLOWED:
            yield finding(place, "link-scheme-unknown", target=link.target, scheme=parts.scheme)
        elif parts.scheme.lower() != "mailto" and not parts.netloc or DISGUISED.search(link.target):
            yield finding(place, "link-address-malformed", target=link.target)
    elif parts.netloc or parts.path.startswith("/"):
        yield finding(place, "link-absolute", target=link.target)
    elif not parts.path:
        yield from _inside(page, parts.fragment, link)
    else:
        yield from _file(page, link, unquote(parts.path), parts.fragment, project)


def _inside(page: Page, anchor: str, link: Link) -> Iterator[Finding]:
    if not link.target:
        yield finding(page.place(link.line), "link-empty", text=link.text)
    yield from _anchor(page, page, anchor, link)


def _file(page: Page, link: Link, path: str, anchor: str, project: Project) -> Iterator[Finding]:
    place, pages = page.place(link.line), project.by_path
    target = normpath(join(dirname(page.path), path))
    if not f"{target}/".startswith((f"{DOCS}/{page.language}/", f"{DOCS}/assets/")):
        yield finding(place, "link-outside", target=link.target)
    elif target in pages:
        yield from _anchor(page, pages[target], anchor, link)
    elif better := _markdown_of(target, pages):
        yield finding(place, "link-not-page", target=link.target, better=relpath(better, dirname(page.path)))
    elif target not in project.unread and (target.endswith(".md") or not isfile(project.root / target)):
        known = _written_from(dirname(page.path), tuple(other for other in pages if f"/{page.language}/" in other))
        yield finding(place, "link-target-missing", target=link.target, guess=nearest(path, known))


@lru_cache(maxsize=8)
def _written_from(folder: str, paths: tuple[str, ...]) -> tuple[str, ...]:
    """Returns how the links of a page in a folder would name other pages."""
    return tuple(relpath(other, folder) for other in paths)


def _markdown_of(target: str, pages: dict) -> str:
    """Returns the page that an address such as `x.html`, `x/` or `x` was meant for."""
    stem = target.removesuffix(".html")
    return next((path for path in (f"{stem}.md", f"{stem}/index.md") if path in pages), "")


def _anchor(page: Page, target: Page, anchor: str, link: Link) -> Iterator[Finding]:
    known = [heading.anchor for heading in target.outline.headings]
    if anchor and unquote(anchor) not in known:
        yield finding(page.place(link.line), "link-anchor-missing", page=target.path, anchor=anchor,
                      guess=nearest(anchor, known))
