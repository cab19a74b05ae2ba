"""Checks that the styles in finished pages say nothing that the project's own stylesheets do not say.

A style can cover a number, or write another one beside it, and the policy of a page names whatever style stands in it.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from ....facts.files.theme import theme_of
from ....facts.finding import Finding, finding
from ....facts.place import Place
from ..reading.stylesheet import Declared, declared
from ..world import World

STYLESHEETS = "assets/stylesheets"
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
LONGEST = 80  # characters that are told


def unpainted(world: World) -> Iterator[Finding]:
    """Yields the first declaration of each style, of those that are not alike, that stands in no stylesheet."""
    seen, known = set(), None
    for address, front in sorted(world.tree.fronts.items()):
        if front.kind != "page" or not front.styles or front.styles in seen:
            continue
        seen.add(front.styles)
        known = _known(world.project.root) if known is None else known
        content = world.tree.content(address)
        for style in LexborHTMLParser(content).css("style"):
            strange = next((said for said in declared(style.text()) if said not in known), None)
            if strange:
                yield finding(Place(address, content.count(b"\n", 0, max(content.find(b"<style"), 0)) + 1), "built-file-differs", source=f"overrides/{STYLESHEETS}/",
                              here=f"“{strange[1]}{{{strange[2]}}}”"[:LONGEST], there="no such style")


def _known(root: Path) -> frozenset[Declared]:
    texts = (path.read_text(encoding="utf-8") for path in sorted((theme_of(root) / STYLESHEETS).rglob("*.css")))
    return frozenset(said for text in texts for said in declared(COMMENT.sub("", text)))
