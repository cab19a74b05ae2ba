"""Finds the addresses in the linked data (JSON-LD) of a page, which search engines follow."""

import json
from collections.abc import Iterator

from ..files.page import Reference
from .leaves import leaves

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
    for key, target in leaves(value):
        if key in KEYS and isinstance(target, str) and target.strip() and "{" not in target:  # searchers fill in templates
            yield Reference("json-ld", key, target.strip())
