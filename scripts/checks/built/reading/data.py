"""Finds the addresses in data that scripts and browsers read: web manifest and search data."""

import json
import re
from collections.abc import Iterator
from urllib.parse import quote

from ....facts.pages.slug import slug
from ..files.page import Body, Fault, Front, Reference, fault
from .leaves import leaves

JOINERS = re.compile("['\u00ad\u02bc\u200c\u200d\u2019\u2060]+")  # the search takes "don't" for one word
MANIFEST = ("start_url", "scope", "src", "url", "action")


def read_manifest(content: bytes) -> tuple[Front, Body]:
    """Returns the addresses of a web manifest (W3C Web Application Manifest)."""
    value, wrong = _json(content.decode("utf-8-sig", "replace"), "JSON")
    return _list(_in_manifest(value), wrong)


def read_search_data(content: bytes) -> tuple[Front, Body]:
    """Returns the pages, and the places in them, that our own search leads to; they count from the home of the site."""
    text = content.decode("utf-8", "replace")
    value, wrong = _json(text[text.find("(") + 1:text.rfind(")")], "a call with JSON in it")
    pages = value.get("pages") if isinstance(value, dict) else None
    return _list(_in_search(pages if isinstance(pages, list) else []), wrong)


def read_search_index(content: bytes) -> tuple[Front, Body]:
    """Returns the places that the search of MkDocs leads to."""
    value, wrong = _json(content.decode("utf-8-sig", "replace"), "JSON")
    docs = value.get("docs") if isinstance(value, dict) else None
    places = [doc.get("location") for doc in docs or () if isinstance(doc, dict)] if isinstance(docs, list) else []
    return _list((Reference("search", "location", place) for place in places if isinstance(place, str)), wrong)


def _list(references: Iterator[Reference], wrong: tuple[Fault, ...]) -> tuple[Front, Body]:
    found = tuple(dict.fromkeys(references))
    return Front(links=len(found)), Body(found, faults=wrong)


def _json(text: str, what: str) -> tuple[object, tuple[Fault, ...]]:
    try:
        return json.loads(text), ()
    except (ValueError, RecursionError) as error:
        return None, (fault("built-file-malformed", what=what, reason=error),)


def _in_manifest(value: object) -> Iterator[Reference]:
    for key, target in leaves(value):
        if key in MANIFEST and isinstance(target, str):
            yield Reference("manifest", key, target.strip())


def _in_search(pages: list) -> Iterator[Reference]:
    for page in pages:
        if isinstance(page, list) and page and isinstance(page[0], str):
            yield Reference("search", "page", page[0])
            sections = page[3] if len(page) > 3 and isinstance(page[3], list) else []
            yield from (Reference("search", "section", f"{page[0]}#{quote(anchor)}") for anchor in map(_anchor, sections) if anchor)


def _anchor(section: object) -> str:
    """Returns the place of a section, `[heading, text, anchor]`; without an anchor, browsers make it of the heading."""
    if not isinstance(section, list) or not section:
        return ""
    return str(section[2]) if len(section) > 2 else slug(JOINERS.sub("", str(section[0])))
