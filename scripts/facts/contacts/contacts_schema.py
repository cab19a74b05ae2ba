"""Describes `contacts.json` field by field (JSON Schema, draft 2020-12), so that a program can check what it got.

The build writes it, and the checks of finished files hold what stands there against it.
`format` is the version of this form. A field may be added under the same number; whoever reads the file passes over
what they do not know. When a field goes or changes its meaning, the number rises.
"""

from . import KINDS, RANKS
from .country import UNTOLD, Country, country_of

FORMAT = 1
DAY = {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
TEXT = {"type": "string", "minLength": 1}
ID = {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}
HOW = ("published-source", "called", "letter")
TYPES = ("short_code", "phone", "sms", "app", "web", "email", "in_person")


def contacts_schema(languages: tuple[str, ...], country: Country = country_of(UNTOLD)) -> dict:
    """Returns the schema of a site in these languages, whose contacts are at home in this country."""
    said = _said(languages)
    licence = _object({"name": TEXT, "url": TEXT, "credit": said})
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Contacts", **_object(
        {"$schema": TEXT, "format": {"const": FORMAT}, "made": DAY, "languages": _list(TEXT), "name": said, "note": said,
         "contacts": _list(_contact(said, country)), "unavailable": _list(_object({"id": ID, "name": said}, {"until": DAY, "replaced_by": ID})),
         "retired": _list(_object({"id": ID, "number": TEXT, "name": said, "why": said}, {"replaced_by": ID})),
         "changes": _list(_object({"id": ID, "date": DAY, "contacts": _list(ID), "text": said}))},
        {"site": TEXT, "licence": licence})}


def _contact(said: dict, country: Country) -> dict:
    verified = _object({"on": DAY, "how": {"enum": list(HOW)}, "by": {"type": ["string", "object"]}, "check_again": DAY})
    source = _object({"publisher": TEXT, "date": TEXT, "language": TEXT}, {"title": TEXT, "url": TEXT})
    return _object(
        {"id": ID, "name": said, "operator": said, "kind": {"enum": list(KINDS)}, "rank": {"enum": list(RANKS)},
         "channels": _list(_channel(said, country)), "use_for": said, "verified": verified, "sources": _list(source)},
        {"also": said, "know_before": said, "was_down_until": DAY})


def _channel(said: dict, country: Country) -> dict:
    number = {"type": "string", "pattern": "^\\+?[0-9]{3,15}$", "description": "Dial it as it stands; never put a country code before it."}
    return _object(
        {"type": {"enum": list(TYPES)}, "cost": {"enum": ["free", "charged", "unknown"]},
         "reachable_from": {"enum": list(country.reach)}},
        {"number": number, "href": TEXT, "url": {"type": "object", "additionalProperties": TEXT}, "address": TEXT, "where": said,
         "cost_note": said, "hours": said, "languages": _list(TEXT)})


def _said(languages: tuple[str, ...]) -> dict:
    return _object({code: TEXT for code in languages})


def _list(item: dict) -> dict:
    return {"type": "array", "items": item}


def _object(required: dict, optional: dict | None = None) -> dict:
    """An object with these properties; others may come later under the same format."""
    return {"type": "object", "required": list(required), "properties": {**required, **(optional or {})}}
