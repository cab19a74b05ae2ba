"""Turns the pages of the site into those of a carried copy, where no link leads into the internet by surprise.

A reader without a network who taps such a link gets a browser's error page, and may think that help is gone. So a
link with an offline twin leads there, and every other link to the outside web says beside its text what it needs.
"""

import re
from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path

from ..facts.files.litter import litter
from ..facts.served import SERVER_ONLY

TWIN = re.compile(rb'\bhref="[^"]*"([^>]*?)\s+data-offline-href="([^"]*)"')
LANGUAGE = re.compile(rb'<html\b[^>]*\blang="([^"]*)"', re.IGNORECASE)
# The list of sources says once for all of them that they need the internet, and gives each as a citation to read.
PARTS = re.compile(rb'<details class="app-sources".*?</details>|(?P<cited><span class="app-cited">.*?)(?P<end>\.?</span>)|'
                   rb'(?P<link><a\b(?=[^>]*\shref="(?:https?:)?//)[^>]*>.*?</a>)(?P<behind>\s*(?:<span>)?[^<]{0,80})', re.DOTALL | re.IGNORECASE)
WEB = re.compile(rb'<a\b[^>]*\shref="(?:https?:)?//', re.IGNORECASE)
HIDDEN = b'<span class="app-hidden">'  # for screen readers; in a copy everybody sees it


def carried(site: Path, words: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
    """Yields name and bytes of each file of the folder `site` that a copy holds, in order of their names.

    `words` say in each language that a link needs the internet.
    """
    for path in sorted(site.rglob("*"), key=lambda path: path.relative_to(site).as_posix()):
        name = path.relative_to(site).as_posix()
        if path.is_file() and not SERVER_ONLY.match(name) and not litter(path.name):
            yield name, offline(path.read_bytes(), words) if path.suffix == ".html" else path.read_bytes()


def offline(page: bytes, words: Mapping[str, str]) -> bytes:
    """Returns a page as the copies hold it."""
    page = TWIN.sub(rb'href="\2"\1', page)
    language = LANGUAGE.search(page)
    said = escape(words.get(language[1].decode("utf-8", "replace"), "") if language else "").encode()
    return PARTS.sub(lambda part: _marked(part, said), page) if said else page


def _marked(part: re.Match[bytes], said: bytes) -> bytes:
    """Returns a part of a page with the words beside its links, unless they stand there already."""
    if part["cited"]:
        return part["cited"] + b" (" + said + b")" + part["end"] if WEB.search(part["cited"]) else part[0]
    if not part["link"] or said in part["behind"]:
        return part[0]
    if said in part["link"]:
        return part["link"].replace(HIDDEN, b"<span>") + part["behind"]
    return part["link"] + b" (" + said + b")" + part["behind"]
