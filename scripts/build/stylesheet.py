"""Cuts the stylesheets to what the built pages use, and puts the rest into each page.

Material's stylesheet is 149 KB; a page of ours uses a small part of it. Inlining what is left
saves the round trip that costs a weak phone most. Pages of one type share one stylesheet, so
that the security policy has a handful of hashes to name.
"""

import re
from collections import defaultdict
from pathlib import Path

from .css import Names, Sheet, parse_sheet

LINK = re.compile(r'<link\b[^>]*\brel="?stylesheet"?[^>]*>', re.IGNORECASE)
SCRIPT = re.compile(r'<script\b[^>]*\bsrc="([^"]+)"', re.IGNORECASE)
HREF = re.compile(r'\bhref="([^"]+)"')
PAGE_TYPE = re.compile(r"\bapp-page--(\w+)")
TAG = re.compile(r"<([a-zA-Z][\w-]*)((?:\s+[\w:-]+(?:=(?:\"[^\"]*\"|'[^']*'|[^\s>\"']+))?)*)\s*/?>")
ATTRIBUTE = re.compile(r"([\w:-]+)(?:=(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"']+)))?")
WORD = re.compile(r"[\w-]+")


def inline_stylesheets(site: Path) -> None:
    """Replaces the stylesheet links of every page below `site` by what its type of page uses."""
    groups: dict[tuple, list[Path]] = defaultdict(list)
    pages = {path: path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.html"))}
    for path, html in pages.items():
        kind = PAGE_TYPE.search(html)
        groups[kind and kind[1], tuple(_linked_sheets(path, html))].append(path)
    scripts = _words_of_scripts(pages)
    sheets: dict[tuple, Sheet] = {}
    for (_, linked), members in groups.items():
        if linked:
            sheet = sheets.setdefault(linked, parse_sheet("\n".join(map(_read, linked))))
            css = sheet.cut(names_used((pages[path] for path in members), scripts))
            for path in members:
                path.write_text(_with_style(path, pages[path], css), encoding="utf-8", newline="\n")


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _words_of_scripts(pages: dict[Path, str]) -> set[str]:
    """Returns every word of the scripts that pages load: a class that a script sets must keep its rules."""
    found = {(path.parent / source).resolve() for path, html in pages.items() for source in SCRIPT.findall(html)}
    return {word for path in found if path.is_file() for word in WORD.findall(_read(path))}


def _linked_sheets(page: Path, html: str) -> list[Path]:
    """Returns the stylesheet files that a page links, in order; a missing one is left to the built checks."""
    files = (_sheet(page, link) for link in LINK.findall(html))
    return [file for file in files if file]


def _sheet(page: Path, link: str) -> Path | None:
    address = HREF.search(link)
    file = (page.parent / address[1]).resolve() if address and "//" not in address[1] else None
    return file if file and file.is_file() else None


def _with_style(page: Path, html: str, css: str) -> str:
    first = LINK.search(html)
    rest = LINK.sub(lambda link: "" if _sheet(page, link[0]) else link[0], html[first.start():])
    return f"{html[:first.start()]}<style>{css}</style>{rest}"


def names_used(pages, words_of_scripts: set[str]) -> Names:
    """Returns every tag, class, id and attribute of the pages, and the words that scripts may set."""
    names = Names(set(words_of_scripts), set())
    for html in pages:
        for tag, attributes in TAG.findall(html):
            names.words.add(tag.lower())
            for name, double, single, bare in ATTRIBUTE.findall(attributes):
                value = double or single or bare
                names.words.add(name.lower())
                names.pairs.add((name.lower(), value))
                if name in ("class", "id"):
                    names.words.update(value.split())
    return names
