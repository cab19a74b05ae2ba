"""Finds the addresses in the linked data (JSON-LD) of a page, which search engines follow."""

import json
from collections.abc import Iterator

from ..page import Reference

# schema.org's properties that hold addresses. An @id only names a thing: nothing needs to lie there.
KEYS = {"url", "item", "image", "logo", "contentUrl", "embedUrl", "thumbnailUrl", "mainEntityOfPage", "urlTemplate"}
BROKEN = "json-ld-broken"


def in_linked_data(text: str) -> Iterator[Reference]:
    """Yields the addresses of a block, or one reference called BROKEN whose target says why it cannot be read."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        yield Reference("script", BROKEN, str(error))
        return
    for key, target in _addresses(value, ""):
        if "{" not in target:  # the template of a search is filled in by whoever searches
            yield Reference("json-ld", key, target.strip())


def _addresses(value: object, key: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _addresses(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from _addresses(inner, key)
    elif isinstance(value, str) and key in KEYS and value.strip():
        yield key, value
