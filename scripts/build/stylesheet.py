"""Cuts the stylesheets to what the built pages use, and puts the rest into each page.

A page uses a small part of the whole design. Inlining what is left
saves the round trip that costs a weak phone most. Pages of one type share one stylesheet, so
that the security policy has a handful of hashes to name.
"""

import re
from collections import defaultdict
from collections.abc import Container, Iterator
from pathlib import Path
from posixpath import dirname, join, normpath

from .css import parse_sheet
from .selector import Pages

LINK = re.compile(r'<link\b[^>]*\brel="?stylesheet"?[^>]*>', re.IGNORECASE)
HREF = re.compile(r'\bhref="([^"]+)"')
PAGE_TYPE = re.compile(r"\bapp-page--(\w+)")
TAG = re.compile(r"<([a-zA-Z][\w-]*)((?:\s+[\w:-]+(?:=(?:\"[^\"]*\"|'[^']*'|[^\s>\"']+))?)*)\s*/?>")
ATTRIBUTE = re.compile(r"([\w:-]+)(?:=(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"']+)))?")
CLASS = re.compile(r"""(?<!=)["'](app-[\w-]+)["']""")  # not ="app-…", which asks what is there already


def inline_stylesheets(site: Path) -> None:
    """Replaces the stylesheet links of every page below `site` by what its type of page uses."""
    pages, sheets = _texts(site, "*.html"), _texts(site, "*.css")
    scripts = _classes_of_scripts(site)
    for linked, types in _alike(pages, sheets).items():
        sheet = parse_sheet("\n".join(sheets[address] for address in linked))  # once: it takes longer than all the rest
        for addresses in types.values():
            css = sheet.cut(parse_pages([pages[address] for address in addresses], scripts))
            for address in addresses:
                html = _with_style(address, pages[address], css, sheets)
                (site / address).write_text(html, encoding="utf-8", newline="\n")


def _alike(pages: dict[str, str], sheets: Container[str]) -> dict[tuple[str, ...], dict[str, list[str]]]:
    """Returns the addresses of the pages by the stylesheets that they link, then by their type; those without are left out."""
    alike: dict = defaultdict(lambda: defaultdict(list))
    for address, html in pages.items():
        if linked := tuple(_linked(address, html, sheets)):
            kind = PAGE_TYPE.search(html)
            alike[linked][kind[1] if kind else ""].append(address)
    return alike


def _texts(site: Path, pattern: str) -> dict[str, str]:
    """Returns the text of each file that fits, by its address: where it stands below `site`."""
    return {path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in sorted(site.rglob(pattern))}


def _classes_of_scripts(site: Path) -> frozenset[str]:
    """Returns every class that a script sets or makes; it stands there as a whole string."""
    return frozenset(name for path in site.rglob("*.js") for name in CLASS.findall(path.read_text(encoding="utf-8")))


def _address(page: str, reference: str) -> str:
    return normpath(join(dirname(page), reference))


def _linked(page: str, html: str, sheets: Container[str]) -> Iterator[str]:
    """Yields the addresses of the stylesheets that a page links, in order; a missing one is left to the built checks."""
    return filter(None, (_sheet(page, link, sheets) for link in LINK.findall(html)))


def _sheet(page: str, link: str, sheets: Container[str]) -> str:
    href = HREF.search(link)
    address = _address(page, href[1]) if href else ""
    return address if address in sheets else ""


def _with_style(page: str, html: str, css: str, sheets: Container[str]) -> str:
    first = LINK.search(html)
    rest = LINK.sub(lambda link: "" if _sheet(page, link[0], sheets) else link[0], html[first.start():])
    return f"{html[:first.start()]}<style>{css}</style>{rest}"


def parse_pages(pages: list[str], by_script: frozenset[str] = frozenset()) -> Pages:
    """Returns what a stylesheet is held against: the pages, and their tags, classes, ids and attributes.

    A script makes the parts of a component (`block__part`) only where the component is.
    """
    words, pairs = set(), set()
    for tag, attributes in set().union(*map(TAG.findall, pages)):
        words.add(tag.lower())
        for name, double, single, bare in ATTRIBUTE.findall(attributes):
            value = double or single or bare
            words.add(name.lower())
            pairs.add((name.lower(), value))
            if name in ("class", "id"):
                words.update(value.split())
    here = frozenset(name for name in by_script if name.partition("__")[0] in words or "__" not in name)
    return Pages(pages, frozenset(words), frozenset(pairs), here)
