"""Gathers the outside addresses a project has, each with every place that wrote it and how harmful a dead one is.

The line somebody taps in fear must not lead nowhere: crisis pages and the registry come before all else.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from urllib.parse import unquote, urldefrag

from ...facts.address import address_parts
from ...facts.place import Place, leaves, texts
from ...facts.project import Project

REGISTRY, SOURCES, TEMPLATES = "contacts", "sources", "strings"  # data files whose addresses weigh more or less


class Harm(IntEnum):
    """How harmful a dead address is, the most harmful first."""

    CRISIS = 0    # published contacts, and links written on pages of type `help`
    ALL_PAGES = 1  # words of the templates: the quick exit of every page
    SHOWN = 2     # links on other pages, sources shown below a crisis page
    CITED = 3     # sources of other pages, and what no page shows yet


@dataclass(frozen=True)
class Outside:
    """An outside address without its anchor; `anchors` are those that links ask for, `registry` says who wrote it."""

    address: str
    harm: Harm
    places: tuple[Place, ...]
    anchors: frozenset[str] = frozenset()
    registry: bool = False


def addresses(project: Project) -> list[Outside]:
    """Returns every outside address once, the most harmful first, then in the order of the letters."""
    gathered: dict[str, list[tuple[str, Place, Harm, bool]]] = {}
    own = project.settings.address if project.settings else ""
    for written, place, harm, registry in (*_of_pages(project), *_of_data(project)):
        address, anchor = urldefrag(written)
        if not (own and f"{address}/".startswith(own)):
            gathered.setdefault(address, []).append((unquote(anchor), place, harm, registry))
    return sorted((_outside(address, uses) for address, uses in gathered.items()), key=lambda one: (one.harm, one.address))


def _outside(address: str, uses: list) -> Outside:
    # #:~:text=… and #! are read by browsers or scripts, not looked up as an id.
    anchors = frozenset(anchor for anchor, *_ in uses if anchor and not anchor.startswith((":~:", "!", "/")))
    return Outside(address, min(harm for _, _, harm, _ in uses), tuple(sorted({place for _, place, _, _ in uses})),
                   anchors, any(registry for *_, registry in uses))


def _of_pages(project: Project) -> Iterator[tuple[str, Place, Harm, bool]]:
    for page in project.pages:
        harm = Harm.CRISIS if page.type == "help" else Harm.SHOWN
        for link in page.outline.links:
            if _outward(link.target):
                yield link.target, page.place(link.line), harm, False


def _of_data(project: Project) -> Iterator[tuple[str, Place, Harm, bool]]:
    crisis = {id for page in project.pages if page.type == "help" for id in texts(page.meta.get("sources"))}
    for name, entries in project.data.items():
        for id, entry in entries.items():
            harm = _harm(project, name, id, crisis)
            for _, found, _ in leaves(entry, entries.place_of(id)):
                if _outward(found):
                    yield str(found), found.place, harm, harm is Harm.CRISIS


def _harm(project: Project, name: str, id: str, crisis: set) -> Harm:
    if name == REGISTRY:
        contact = project.contacts.get(id)
        return Harm.CRISIS if contact and contact.published() else Harm.CITED
    if name == SOURCES:
        return Harm.SHOWN if id in crisis else Harm.CITED
    return Harm.ALL_PAGES if name == TEMPLATES else Harm.SHOWN


def _outward(text: str) -> bool:
    return address_parts(text).scheme.lower() in ("http", "https") and not any(char.isspace() for char in text)
