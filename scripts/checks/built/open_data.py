"""Reads the open data back as a stranger would, and compares it with the registry field by field.

The files travel into other people's telephones and sites, where we cannot mend them. So nothing is taken from the
part of the build that wrote them: JSON and vCard are read here by themselves, and compared with the file of contacts.
"""

import json
from collections.abc import Iterator

from ...facts.contacts import DIALLED
from ...facts.finding import Finding, finding
from ...facts.place import Place, Record
from ...facts.project import Project
from . import embedded, searching
from .tree import OPEN_DATA, Tree

PLAIN = ("name", "also", "operator", "kind", "rank", "use_for", "know_before")
CHANNEL = ("type", "number", "address", "where", "cost_note", "hours", "languages")
DEFAULT = {"cost": "unknown", "reachable_from": "unknown"}


def check(project: Project, tree: Tree) -> Iterator[Finding]:
    """Yields every difference between the registry and the JSON, vCard and HTML made from it."""
    for address, what, detail in searching.differences(project, tree):
        yield finding(Place(address), "built-data-differs", what=what, detail=detail)
    entries = project.entries("contacts")
    live = {id: entries[id] for id, contact in project.contacts.items() if contact.works_on(project.today)}
    for name, content in tree.data:
        told: Iterator[tuple[str, str]] = iter(())
        if name == f"{OPEN_DATA}contacts.json":
            told = _json(content, live, project)
        elif name.endswith(".vcf"):
            told = _vcard(content.decode("utf-8", "replace"), live)
        elif name.endswith(".html"):
            told = embedded.differences(content, name.split(".")[-2], project)
        for what, detail in told:
            yield finding(Place(name), "built-data-differs", what=what, detail=detail)


def _json(content: bytes, live: dict[str, Record], project: Project) -> Iterator[tuple[str, str]]:
    try:
        read = json.loads(content)
        contacts = {entry["id"]: entry for entry in read["contacts"]}
        retired = {entry["id"]: entry["number"] for entry in read["retired"]}
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        yield "the file", f"it cannot be read ({type(error).__name__})"
        return
    yield from _same_ids(list(contacts), list(live))
    for id in live.keys() & contacts.keys():
        for field, mine, theirs in _fields(contacts[id], live[id], project.settings.codes):
            if mine != theirs:
                yield f"{id}: {field}", f"{_said(mine)} here and {_said(theirs)} there"
    numbers = {id: entry.number for id, entry in project.retired.items()}
    if retired != numbers:
        yield "the list of old numbers", f"{_said(retired)} here and {_said(numbers)} there"


def _said(value: object) -> str:
    """Returns a value as it stands in such a file."""
    return json.dumps(value, ensure_ascii=False)


def _same_ids(here: list[str], there: list[str]) -> Iterator[tuple[str, str]]:
    if here != there:
        lacking, more = [id for id in there if id not in here], [id for id in here if id not in there]
        yield "the list of contacts", f"lacking {', '.join(lacking) or 'nothing'}, too many {', '.join(more) or 'none'}"


def _fields(made: dict, entry: Record, codes: tuple[str, ...]) -> Iterator[tuple[str, object, object]]:
    for key in PLAIN:
        yield key, made.get(key), entry.get(key)
    yield "verified", (made.get("verified") or {}).get("on"), entry["verified"]["on"]
    ways = made.get("channels") or []
    yield "the number of channels", len(ways), len(entry["channels"])
    for number, (way, channel) in enumerate(zip(ways, entry["channels"]), 1):
        for key in CHANNEL:
            yield f"channel {number} {key}", way.get(key), channel.get(key)
        for key, default in DEFAULT.items():
            yield f"channel {number} {key}", way.get(key), channel.get(key) or default
        url = channel.get("url")
        yield f"channel {number} url", way.get("url"), dict.fromkeys(codes, url) if isinstance(url, str) else url
        yield f"channel {number} href", way.get("href"), _href(channel)


def _href(channel: Record) -> str | None:
    if channel["type"] == "email":
        return f"mailto:{channel['address']}"
    return f"{DIALLED[channel['type']]}:{channel['number']}" if channel["type"] in DIALLED else None


def _numbers(entry: Record) -> list[str]:
    return [channel["number"] for channel in entry["channels"] if channel["type"] in DIALLED]


def _vcard(text: str, live: dict[str, Record]) -> Iterator[tuple[str, str]]:
    cards, id = {}, ""
    for line in text.replace("\r\n ", "").split("\r\n"):
        name, _, value = line.partition(":")
        if name == "UID":
            id = value
        elif name.partition(";")[0] == "TEL":
            cards.setdefault(id, []).append(value)
    wanted = {id: _numbers(entry) for id, entry in live.items() if _numbers(entry)}
    every = dict.fromkeys((*wanted, *cards))
    cards, wanted = ({id: ", ".join(numbers.get(id, ())) or "none" for id in every} for numbers in (cards, wanted))
    for id in dict.fromkeys((*wanted, *cards)):
        if cards.get(id) != wanted.get(id):
            yield f"{id}: its numbers", f"{cards.get(id)} here and {wanted.get(id)} there"
