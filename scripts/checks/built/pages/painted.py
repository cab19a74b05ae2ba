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
from ..world import World

STYLESHEETS = "assets/stylesheets"
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
PART = re.compile(r"([^{};]*)([{};]|\Z)")
LONGEST = 80  # characters that are told
DEEPEST = 4  # conditions around a rule that are compared; ours have one or two
Said = tuple[str, str, str]  # conditions around a rule, one of its selectors, one of its declarations


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
            strange = next((said for said in _said(style.text()) if said not in known), None)
            if strange:
                yield finding(Place(address, content.count(b"\n", 0, max(content.find(b"<style"), 0)) + 1), "built-file-differs", source=f"overrides/{STYLESHEETS}/",
                              here=f"“{strange[1]}{{{strange[2]}}}”"[:LONGEST], there="no such style")


def _known(root: Path) -> frozenset[Said]:
    texts = (path.read_text(encoding="utf-8") for path in sorted((theme_of(root) / STYLESHEETS).rglob("*.css")))
    return frozenset(said for text in texts for said in _said(COMMENT.sub("", text)))


def _said(css: str) -> Iterator[Said]:
    """Yields what a stylesheet says, without spaces. Commas and signs within brackets or quotes cut it, too, but everywhere alike."""
    around: list[str] = []
    said: set[str] = set()  # in this block
    for text, sign in PART.findall("".join(css.split())):
        if sign == "{":
            around.append(text)
            said = set()
            continue
        if text and around and text not in said:
            said.add(text)
            yield from (("{".join(around[-DEEPEST:-1]), selector, text) for selector in dict.fromkeys(around[-1].split(",")))
        if sign == "}" and around:
            around.pop()
            said = set()
