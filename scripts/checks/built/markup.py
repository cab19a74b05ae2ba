"""Checks that a finished page holds only the HTML that this project writes: nothing that runs, loads or poses.

The checks of the sources refuse typed HTML already. This one looks at what came out, whatever let it through:
a new way to write Markdown, an extension, a data file, a template.
"""

from collections.abc import Iterator

from ...facts.address import address_parts
from ...facts.finding import Finding, finding
from ...facts.project import Project
from .allowed import Oddity
from .blame import blamed, blamed_for_words
from .tree import BuiltPage, Tree

RULES = {"tag": "built-tag-unknown", "attribute": "built-attribute-unknown", "address": "built-address-active",
         "script": "built-script-inline"}

TOLD_HERE = ("", "data")  # the check of links tells of every other scheme
LEAST = 5  # letters of a value that are worth searching the page for


def check(project: Project, tree: Tree) -> Iterator[Finding]:
    """Yields tags, attributes, addresses and scripts that are not allowed, with the line of Markdown that wrote them."""
    for page in tree.pages:
        for odd in dict.fromkeys(page.oddities):
            if odd.kind != "address" or address_parts(odd.value).scheme.lower() in TOLD_HERE:
                yield _told(project, page, odd)


def _told(project: Project, page: BuiltPage, odd: Oddity) -> Finding:
    if odd.kind == "address":
        place = blamed(project, page, odd.value)
    else:
        wanted = (f"{odd.attribute}=" if odd.attribute else f"<{odd.tag}", odd.value if len(odd.value) >= LEAST else "")
        place = blamed_for_words(project, page, wanted)
    values = {"tag": {"tag": odd.tag}, "attribute": {"tag": odd.tag, "attribute": odd.attribute, "value": odd.value},
              "address": {"tag": odd.tag, "attribute": odd.attribute, "target": odd.value},
              "script": {"written": odd.value.strip()[:80]}}
    return finding(place, RULES[odd.kind], **values[odd.kind])
