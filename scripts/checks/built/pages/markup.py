"""Checks that a finished page holds only the HTML that this project writes: nothing that runs, loads or poses.

The checks of the sources refuse typed HTML already. This one looks at what came out, whatever let it through:
a new way to write Markdown, an extension, a data file, a template.
"""

from collections.abc import Iterator

from ....facts.address import address_parts
from ....facts.pages import Page
from ..blame import line_of_words
from ..files.page import BuiltPage, Fault, fault
from ..world import World
from .allowed import Oddity

RULES = {"tag": "built-tag-unknown", "attribute": "built-attribute-unknown", "address": "built-address-active",
         "script": "built-script-inline"}

FOLLOWED = ("a", "area")
LEAST = 5  # letters of a value that are worth searching the page for


def judge(page: BuiltPage, world: World) -> Iterator[Fault]:
    """Yields tags, attributes, addresses and scripts that are not allowed, with the line of Markdown that wrote them."""
    for odd in page.heard.oddities if world.ours else ():
        if odd.kind != "address" or _told_here(odd):
            yield _told(odd, world.source(page.address))


def _told_here(odd: Oddity) -> bool:
    """The check of links tells of every other scheme, and of `data:` where a reader would open it."""
    scheme = address_parts(odd.value).scheme.lower()
    return not scheme or scheme == "data" and odd.tag not in FOLLOWED


def _told(odd: Oddity, source: Page | None) -> Fault:
    values = {"tag": {"tag": odd.tag}, "attribute": {"tag": odd.tag, "attribute": odd.attribute, "value": odd.value},
              "address": {"tag": odd.tag, "attribute": odd.attribute, "target": odd.value},
              "script": {"written": odd.value.strip()[:80]}}
    found = fault(RULES[odd.kind], odd.value, **values[odd.kind])
    if odd.kind == "address" or source is None:
        return found
    wanted = (f"{odd.attribute}=" if odd.attribute else f"<{odd.tag}", odd.value if len(odd.value) >= LEAST else "")
    return found.at(line_of_words(source, wanted) or 1)
