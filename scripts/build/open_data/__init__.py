"""Writes the registry for others to reuse: for programs, for telephones, and as a list to copy into another site.

Everything is made from the registry at each build, never by hand, and `checks/built/open_data` reads it back and
compares. Only what readers may dial now is in it; old numbers are listed as old, with what replaced them.
"""

import json
from datetime import date
from pathlib import Path

from ...facts.address import OPEN_DATA
from ...facts.contacts.changes import changes_of
from ...facts.contacts.contacts_schema import contacts_schema
from ...facts.pages import Page
from ...facts.project import Project
from ..structure import relative
from .contacts_json import contacts_json
from .embed import embed_page
from .feed import feed, feed_address, has_feed
from .vcard import vcards

JSON, SCHEMA = f"{OPEN_DATA}contacts.json", f"{OPEN_DATA}contacts.schema.json"
VCARD, EMBED = f"{OPEN_DATA}contacts.{{0}}.vcf", f"{OPEN_DATA}contacts.{{0}}.html"


def write_open_data(project: Project, site: Path, built: date) -> None:
    """Writes the data files below `site`, and the feeds where the site has an address."""
    files = {JSON: _json(contacts_json(project, built)), SCHEMA: _json(contacts_schema(project.settings.codes, project.settings.country))}
    for code in project.settings.codes:
        files[VCARD.format(code)] = vcards(project, code)
        files[EMBED.format(code)] = embed_page(project, code, built, EMBED.format(code))
        if has_feed(project):
            files[feed_address(project, code)] = feed(project, code)
    for name, text in files.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_bytes(text.encode("utf-8"))  # as bytes: the lines of a vCard end with CR LF on every system


def _json(value: dict) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def open_data_view(project: Project, page: Page) -> dict:
    """Returns the links to the files in the language of a page, and the changes, the newest first."""
    here, code = project.address(page), page.language
    files = [("open_data_vcard", VCARD.format(code), "text/vcard"), ("open_data_list", EMBED.format(code), "text/html"),
             ("open_data_json", JSON, "application/json"), ("open_data_schema", SCHEMA, "application/schema+json")]
    links = [{"name": name, "href": relative(here, address), "type": kind} for name, address, kind in files]
    if has_feed(project):  # absolute: the offline copy has none, for a feed that cannot change is no feed
        links.append({"name": "open_data_feed", "href": project.settings.address + feed_address(project, code),
                      "type": "application/atom+xml"})
    changes = [{"on": change.on.isoformat(), "text": change.says[code]}
               for change in changes_of(project.entries("changes"), project.settings.codes)]
    return {"files": links, "changes": changes}
