"""Compares what a finished site says has changed with `changes.yml`, in each language: on the page about the data, and in the feed.

Whoever holds an old copy of the numbers looks there whether it still holds.
"""

import re
from collections.abc import Iterator
from html import unescape

from selectolax.lexbor import LexborHTMLParser

from ....facts.contacts.changes import Change, changes_of
from ....facts.project import Project
from ..difference import alike, told
from ..files.tree import Tree
from .cards import NOTHING, day_in_words

BOX, ITEMS = "app-open-data", "#app-changes + ul > li"
FEED, FEED_OF = "feed.xml", "{0}/feed.xml"
TOLD = re.compile(r"<(title|updated|content)\b[^<>]*>([^<>]*)</")  # Atom, RFC 4287


def differences(project: Project, tree: Tree) -> Iterator[tuple[str, str, str]]:
    """Yields the address, what differs, and how; a carried copy has no feed."""
    changes = changes_of(project.entries("changes"), project.settings.codes)
    for code in project.settings.codes:
        address = FEED if code == project.settings.default else FEED_OF.format(code)
        if address in tree.addresses:
            yield from _unlike(address, _feed(tree, address), _wanted(changes, code, project))
    for address, front in tree.fronts.items():
        if BOX in front.ids and front.language in project.settings.codes:
            here = [" ".join(node.text().split()) for node in LexborHTMLParser(tree.content(address)).css(ITEMS)]
            yield from _unlike(address, here, list(_lines(changes, front.language, project)))


def _lines(changes: list[Change], code: str, project: Project) -> Iterator[str]:
    for change in changes:
        yield " ".join(f"{day_in_words(change.on, code, project)}: {change.says[code]}".split())


def _feed(tree: Tree, address: str) -> list[str]:
    text = tree.content(address).decode("utf-8", "replace")
    return [f"{name}: {unescape(said)}" for name, said in TOLD.findall(text)]


def _wanted(changes: list[Change], code: str, project: Project) -> list[str]:
    """Returns what the feed of a language says: its name and newest day, then each change."""
    moments = [f"updated: {change.on.isoformat()}T00:00:00Z" for change in changes]
    said = [(f"title: {change.says[code]}", moment, f"content: {change.says[code]}") for change, moment in zip(changes, moments)]
    return [f"title: {project.entries('campaign')['name'][code]}", *moments[:1], *(line for lines in said for line in lines)]


def _unlike(address: str, here: list[str], there: list[str]) -> Iterator[tuple[str, str, str]]:
    if here != there:
        at = alike(here, there)
        mine, wanted = ((*some[at:at + 1], NOTHING)[0] for some in (here, there))
        yield address, "the list of changes", told(mine, wanted)
