"""Compares `contacts.json`, and the file that describes it, with what the registry gives: every field, and no field more.

Other sites print what stands here. "Called" where nobody called, or a source that never said so, is a false promise.
"""

import json
from collections.abc import Iterator
from datetime import date

from ....facts.contacts import DIALLED
from ....facts.contacts.changes import changes_of
from ....facts.contacts.contacts_schema import FORMAT, contacts_schema
from ....facts.contacts.out_of_service import name_of, numbers_of
from ....facts.contacts.upkeep import ages_of
from ....facts.data.shape import parse_day
from ....facts.place import Record, mapping
from ....facts.project import Project

PLAIN = ("name", "also", "operator", "kind", "rank", "use_for", "know_before")
CHANNEL = ("type", "number", "address", "where", "cost_note", "hours", "languages")
DEFAULT = {"cost": "unknown", "reachable_from": "unknown"}
SOURCE = ("publisher", "title", "date", "url", "language")
RETIRED = ("name", "why", "replaced_by")
LONGEST = 200  # characters of a value that are told
Told = Iterator[tuple[str, str]]


def differences(content: bytes, live: dict[str, Record], project: Project) -> Told:
    """Yields what differs, and how, in the file of contacts; `live` are the entries that readers may use today."""
    try:
        read = _read(content)
        contacts = {entry["id"]: entry for entry in read["contacts"]}
        day = parse_day(read["made"])
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        yield "the file", f"it cannot be read ({_reason(error)})"
        return
    yield from _same_ids([entry["id"] for entry in read["contacts"]], list(live))
    for id in live.keys() & contacts.keys():
        yield from _unequal(f"{id}: ", contacts[id], _contact(id, live[id], project))
    if day is None:
        yield "made", f"{_said(read['made'])} here and the day of the build there"
    whole = _whole(project)
    yield from _unequal("", {key: value for key, value in read.items() if key not in ("contacts", "made")}, whole)


def made(content: bytes) -> date | None:
    """Returns the day on which the file says it was made, if it says one."""
    try:
        return parse_day(_read(content).get("made"))
    except (ValueError, TypeError, RecursionError):
        return None


def differences_of_schema(content: bytes, project: Project) -> Told:
    """Yields what differs in the file that describes it."""
    try:
        read = _read(content)
    except (ValueError, TypeError, RecursionError) as error:
        yield "the file", f"it cannot be read ({_reason(error)})"
        return
    yield from _unequal("", read, json.loads(json.dumps(contacts_schema(project.settings.codes, project.settings.country))))


class _Twice(ValueError):
    """Tells of a name that stands twice; programs take the first, the last, or neither."""


def _read(content: bytes) -> dict:
    read = json.loads(content, object_pairs_hook=_once)
    if not isinstance(read, dict):
        raise TypeError
    return read


def _once(pairs: list[tuple[str, object]]) -> dict:
    names = [name for name, _ in pairs]
    if twice := next((name for name in names if names.count(name) > 1), None):
        raise _Twice(f"“{twice}” stands twice in one place")
    return dict(pairs)


def _reason(error: Exception) -> str:
    return str(error) if isinstance(error, _Twice) else type(error).__name__


def _said(value: object) -> str:
    """Returns a value as it stands in such a file."""
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def _same_ids(here: list[str], there: list[str]) -> Told:
    if here != there:
        lacking, more = [id for id in there if id not in here], [id for id in here if id not in there]
        yield "the list of contacts", f"lacking {', '.join(lacking) or 'nothing'}, too many {', '.join(more) or 'none'}"


def _unequal(before: str, here: dict, there: dict) -> Told:
    """Yields each field that is not the same; of lists of things, each thing by its number."""
    for key in dict.fromkeys((*there, *here)):
        mine, wanted = here.get(key), there.get(key)
        if mine == wanted and (key in here) == (key in there):
            continue
        if isinstance(mine, dict) and isinstance(wanted, dict):
            yield from _unequal(f"{before}{key} ", mine, wanted)
            continue
        rows = [each for each in (mine, wanted) if isinstance(each, list) and all(isinstance(row, dict) for row in each)]
        if len(rows) == 2 and len(rows[0]) == len(rows[1]):
            for number, (one, other) in enumerate(zip(*rows), 1):
                yield from _unequal(f"{before}{key.removesuffix('s')} {number} ", one, other)
        else:
            yield f"{before}{key}", f"{_said(mine)} here and {_said(wanted)} there"


def _contact(id: str, entry: Record, project: Project) -> dict:
    contact, receipt = project.contacts[id], entry["verified"]
    again = parse_day(receipt["on"]) + ages_of(contact.kind, project.entries("upkeep")).block
    return _filled({
        "id": id, **{key: entry.get(key) for key in PLAIN}, "was_down_until": contact.down_until and contact.down_until.isoformat(),
        "channels": [_channel(channel, project.settings.codes) for channel in entry["channels"]],
        "verified": {"on": receipt["on"], "how": receipt["how"], "by": receipt["by"], "check_again": again.isoformat()},
        "sources": [_filled({key: project.entries("sources")[source].get(key) for key in SOURCE}) for source in entry["sources"]]})


def _channel(channel: Record, codes: tuple[str, ...]) -> dict:
    url = channel.get("url")
    return _filled({**{key: channel.get(key) for key in CHANNEL}, **{key: channel.get(key) or default for key, default in DEFAULT.items()},
                    "url": dict.fromkeys(codes, url) if isinstance(url, str) else url, "href": _href(channel)})


def _href(channel: Record) -> str | None:
    if channel["type"] == "email":
        return f"mailto:{channel['address']}"
    return f"{DIALLED[channel['type']]}:{channel['number']}" if channel["type"] in DIALLED else None


def _whole(project: Project) -> dict:
    """Returns what the file says besides the contacts and its day."""
    campaign, codes = project.entries("campaign"), project.settings.codes
    licence = mapping(campaign.get("licence"))
    out = [contact for contact in project.contacts.values() if contact.printable() and not contact.works_on(project.today)]
    return {"$schema": "contacts.schema.json", "format": FORMAT, "languages": list(codes), "name": campaign["name"], "note": campaign["independence"],
            **_filled({"site": project.settings.address, "licence": {key: licence[key] for key in ("name", "url", "credit") if key in licence}}),
            "unavailable": [_filled({"id": contact.id, "name": {code: name_of(contact, code, numbers_of(contact)) for code in codes},
                                     "until": contact.down_until and contact.down_until.isoformat(), "replaced_by": contact.replaced_by})
                            for contact in out],
            "retired": [_filled({"id": entry.id, "number": entry.number, **{key: getattr(entry, key) for key in RETIRED}})
                        for entry in project.out_of_use()],
            "changes": [{"id": change.id, "date": change.on.isoformat(), "contacts": list(change.contacts), "text": change.says}
                        for change in changes_of(project.entries("changes"), codes)]}


def _filled(values: dict) -> dict:
    return {key: value for key, value in values.items() if value}
