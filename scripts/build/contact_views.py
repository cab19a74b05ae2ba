"""Prepares a contact for the templates: plain values in one language, and nothing to dial that nobody answers.

A line that is out of service or retired comes without channels, so that no template, card or sheet can print a dead
number as a link, whatever its author thought of; `state` and `instead` say what to print in its place. Nor does any
name carry such a number (`out_of_service`).
"""

from collections.abc import Iterable

from ..facts.contacts import Channel, Contact
from ..facts.contacts.out_of_service import name_of, numbers_of, without
from ..facts.project import Project

DIALLED = ("short_code", "phone")


def contact_view(contact: Contact, language: str, project: Project | None = None) -> dict:
    """Returns a contact in one language; the number is the registry's, byte for byte.

    `state` is `live`, `lapsed` (it was out of service, that day has passed), `down` or `retired`; the last two have no
    channels, and `instead` is the view of what stands in. Without a project, a line that is down stays down.
    """
    stand_in = project.instead(contact) if project else None
    view = _view(contact, language, project)
    return {**view, "instead": _view(stand_in, language, project)} if stand_in else view


def _view(contact: Contact, language: str, project: Project | None) -> dict:
    works = contact.works_on(project.today if project else None)
    silent = project.silenced if project else frozenset() if works else numbers_of(contact)
    channels = [channel_view(channel, language, silent) for channel in contact.channels if works]
    told = {key: without(getattr(contact, key).get(language, ""), silent) for key in ("operator", "also", "use_for", "know_before")}
    return {
        "id": contact.id, "kind": contact.kind, "rank": contact.rank, "channels": channels, "name": name_of(contact, language, silent), **told,
        "verified": receipt_view(contact.verified, language), "down_until": str(contact.down_until or ""),
        "state": _state(contact, works), "instead": None,
        "call": next((view for view in channels if view["type"] in DIALLED), None),
        "link": next((view for view in channels if view["url"]), None)}


def _state(contact: Contact, works: bool) -> str:
    if contact.down_until:
        return "lapsed" if works else "down"
    return contact.status


def contact_views(ids: Iterable[str], language: str, project: Project) -> list[dict]:
    """Returns the contacts of a list of calls: what replaces one that cannot be reached takes its place, once.

    Whoever cannot be reached comes last: the first and largest button must be one that helps.
    """
    named = [project.contacts[id] for id in ids]
    found: dict[str, dict] = {}
    for contact in named:
        found.setdefault(contact.id, contact_view(contact, language, project))
        other = project.offered(contact.id)
        if other and other not in named:
            found.setdefault(other.id, contact_view(other, language, project))
    return sorted(found.values(), key=lambda view: not view["channels"])


def channel_view(channel: Channel, language: str, silent: frozenset[str] = frozenset()) -> dict:
    """Returns a channel in one language, with the link that reaches it, and nowhere a number that is `silent`."""
    url = channel.url.get(language) or next(iter(channel.url.values()), "")
    return {
        "type": channel.type, "number": channel.number, "display": channel.display, "href": channel.href or url,
        "url": url, "address": channel.address, "where": without(channel.where.get(language, ""), silent), "cost": channel.cost,
        "cost_note": without(channel.cost_note.get(language, ""), silent), "hours": channel.hours.get(language, ""),
        "reachable_from": channel.reachable_from, "languages": channel.languages}


def receipt_view(receipt: dict, language: str) -> dict:
    """Returns when, how and by whom a contact was compared with its sources."""
    by = receipt["by"]
    return {"on": str(receipt["on"]), "how": str(receipt["how"]), "by": by.get(language, "") if isinstance(by, dict) else str(by)}
