"""Cuts the stylesheets to what the built pages use, and puts the rest into each page.

Material's stylesheet is 149 KB; a page of ours uses a small part of it. Inlining what is left
saves the round trip that costs a weak phone most. Pages of one type share one stylesheet, so
that the security policy has a handful of hashes to name.
"""

import re
from collections import defaultdict
from collections.abc import Container, Iterator
from pathlib import Path
from posixpath import dirname, join, normpath

from .css import Names, parse_sheet

LINK = re.compile(r'<link\b[^>]*\brel="?stylesheet"?[^>]*>', re.IGNORECASE)
SCRIPT = re.compile(r'<script\b[^>]*\bsrc="([^"]+)"', re.IGNORECASE)
HREF = re.compile(r'\bhref="([^"]+)"')
PAGE_TYPE = re.compile(r"\bapp-page--(\w+)")
TAG = re.compile(r"<([a-zA-Z][\w-]*)((?:\s+[\w:-]+(?:=(?:\"[^\"]*\"|'[^']*'|[^\s>\"']+))?)*)\s*/?>")
ATTRIBUTE = re.compile(r"([\w:-]+)(?:=(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"']+)))?")
WORD = re.compile(r"[\w-]+")


def inline_stylesheets(site: Path) -> None:
    """Replaces the stylesheet links of every page below `site` by what its type of page uses."""
    pages, sheets = _texts(site, "*.html"), _texts(site, "*.css")
    scripts = _words_of_scripts(pages, site)
    for linked, types in _alike(pages, sheets).items():
        sheet = parse_sheet("\n".join(sheets[address] for address in linked))  # once: it takes longer than all the rest
        for addresses in types.values():
            css = sheet.cut(names_used((pages[address] for address in addresses), scripts))
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


def _words_of_scripts(pages: dict[str, str], site: Path) -> set[str]:
    """Returns every word of the scripts that pages load: a class that a script sets must keep its rules."""
    found = {site / _address(page, source) for page, html in pages.items() for source in SCRIPT.findall(html)}
    return {word for path in found if path.is_file() for word in WORD.findall(path.read_text(encoding="utf-8"))}


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


def names_used(pages, words_of_scripts: set[str]) -> Names:
    """Returns every tag, class, id and attribute of the pages, and the words that scripts may set."""
    names = Names(set(words_of_scripts), set())
    for tag, attributes in set().union(*map(TAG.findall, pages)):
        names.words.add(tag.lower())
        for name, double, single, bare in ATTRIBUTE.findall(attributes):
            value = double or single or bare
            names.words.add(name.lower())
            names.pairs.add((name.lower(), value))
            if name in ("class", "id"):
                names.words.update(value.split())
    return names
