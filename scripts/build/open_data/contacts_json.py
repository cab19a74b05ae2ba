"""Makes `contacts.json`: every contact that readers may use today, in all languages, with dates and sources."""

from datetime import date

from ...facts.contacts import Channel, Contact, Retired
from ...facts.contacts.changes import changes_of
from ...facts.contacts.contacts_schema import FORMAT
from ...facts.contacts.out_of_service import name_of, numbers_of
from ...facts.contacts.upkeep import ages_of
from ...facts.data.shape import parse_day
from ...facts.project import Project


def contacts_json(project: Project, built: date) -> dict:
    """Returns the data as values of JSON; texts are mappings from language to text."""
    campaign = project.entries("campaign")
    contacts = project.contacts.values()
    told = {"$schema": "contacts.schema.json", "format": FORMAT, "made": built.isoformat(),
            "languages": list(project.settings.codes), "name": dict(campaign["name"]), "note": dict(campaign["independence"])}
    if project.settings.address:
        told["site"] = project.settings.address
    if licence := campaign.get("licence"):
        told["licence"] = {"name": str(licence["name"]), "url": str(licence["url"]), "credit": dict(licence["credit"])}
    told["contacts"] = [_contact(contact, project) for contact in contacts if contact.works_on(project.today)]
    told["unavailable"] = [_unavailable(contact, project) for contact in contacts if contact.printable() and not contact.works_on(project.today)]
    told["retired"] = [_retired(entry) for entry in project.out_of_use()]
    told["changes"] = [{"id": change.id, "date": change.on.isoformat(), "contacts": list(change.contacts), "text": dict(change.says)}
                       for change in changes_of(project.entries("changes"), project.settings.codes)]
    return told


def _contact(contact: Contact, project: Project) -> dict:
    receipt, on = contact.verified, parse_day(contact.verified["on"])
    by = receipt["by"]
    again = on + ages_of(contact.kind, project.entries("upkeep")).block
    return _without_empty({
        "id": contact.id, "name": dict(contact.name), "also": dict(contact.also), "operator": dict(contact.operator),
        "kind": contact.kind, "rank": contact.rank, "channels": [_channel(channel) for channel in contact.channels],
        "use_for": dict(contact.use_for), "know_before": dict(contact.know_before),
        "was_down_until": str(contact.down_until or ""),
        "verified": {"on": str(on), "how": str(receipt["how"]), "by": dict(by) if isinstance(by, dict) else str(by),
                     "check_again": again.isoformat()},
        "sources": [_source(project, id) for id in contact.sources]})


def _channel(channel: Channel) -> dict:
    return _without_empty({
        "type": channel.type, "number": channel.number, "href": channel.href, "url": dict(channel.url),
        "address": channel.address, "where": dict(channel.where), "cost": channel.cost, "cost_note": dict(channel.cost_note),
        "hours": dict(channel.hours), "reachable_from": channel.reachable_from, "languages": list(channel.languages)})


def _unavailable(contact: Contact, project: Project) -> dict:
    """A line that is out of service or retired, without its numbers, also in its name: nobody should copy them."""
    name = {code: name_of(contact, code, numbers_of(contact)) for code in project.settings.codes}
    return _without_empty({"id": contact.id, "name": name, "until": str(contact.down_until or ""),
                           "replaced_by": contact.replaced_by})


def _retired(entry: Retired) -> dict:
    return _without_empty({"id": entry.id, "number": entry.number, "name": dict(entry.name), "why": dict(entry.why),
                           "replaced_by": entry.replaced_by})


def _source(project: Project, id: str) -> dict:
    source = project.entries("sources")[id]
    return _without_empty({key: str(source.get(key) or "") for key in ("publisher", "title", "date", "url", "language")})


def _without_empty(values: dict) -> dict:
    return {key: value for key, value in values.items() if value not in ("", {}, [])}
