"""Prepares what the templates print: plain values in one language, nothing left to decide."""

from datetime import date
from pathlib import Path

from ..facts.contacts import CHECK_AGAIN, Channel, Contact
from ..facts.pages import Page
from ..facts.project import Project
from ..facts.shape import parse_day
from . import structure
from .cards import card_address
from .linked_data import linked_data
from .once import once


def contact_view(contact: Contact, language: str) -> dict:
    """Returns a contact in one language; the number is the registry's, byte for byte."""
    channels = [channel_view(channel, language) for channel in contact.channels]
    dialled = [view for view in channels if view["type"] in ("short_code", "phone")]
    linked = [view for view in channels if view["url"]]
    return {
        "id": contact.id, "kind": contact.kind, "rank": contact.rank, "channels": channels,
        "name": contact.name[language], "operator": contact.operator[language], "use_for": contact.use_for[language],
        "also": contact.also.get(language, ""), "know_before": contact.know_before.get(language, ""),
        "verified": receipt_view(contact.verified, language), "down_until": contact.down_until,
        "call": dialled[0] if dialled else None, "link": linked[0] if linked else None}


def channel_view(channel: Channel, language: str) -> dict:
    """Returns a channel in one language, with the link that reaches it."""
    url = channel.url.get(language) or next(iter(channel.url.values()), "")
    return {
        "type": channel.type, "number": channel.number, "display": channel.display, "href": channel.href or url,
        "url": url, "address": channel.address, "where": channel.where.get(language, ""), "cost": channel.cost,
        "cost_note": channel.cost_note.get(language, ""), "hours": channel.hours.get(language, ""),
        "reachable_from": channel.reachable_from, "languages": channel.languages}


def receipt_view(receipt: dict, language: str) -> dict:
    """Returns when, how and by whom a contact was compared with its sources."""
    by = receipt["by"]
    return {"on": str(receipt["on"]), "how": str(receipt["how"]), "by": by.get(language, "") if isinstance(by, dict) else str(by)}


def source_view(entry: dict, language: str) -> dict:
    """Returns a source as the page lists it; `title` may be empty when none was seen."""
    plain = {key: str(entry.get(key) or "") for key in ("publisher", "title", "date", "url", "archived", "language", "kind")}
    return {**plain, "shows": entry["shows"][language]}


@once
def strings_of(project: Project, language: str) -> dict[str, str]:
    """Returns the words of the templates in one language."""
    return {key: str(entry[language]) for key, entry in project.entries("strings").items()}


@once
def campaign_view(project: Project, language: str) -> dict:
    """Returns the name, the slogan and the independence note of the campaign."""
    campaign = project.entries("campaign")
    return {key: str(campaign[key][language]) for key in ("name", "slogan", "independence")}


def help_view(project: Project, page: Page) -> dict:
    """Returns the help bar of a page: the contacts, and the link to the help page."""
    target = project.page(project.entries("campaign")["help"]["page"], page.language)
    return {"page": structure.href(project, page, target) if target else "", "bar": _bar(project, page.language)}


@once
def _bar(project: Project, language: str) -> list[dict]:
    return [contact_view(project.contacts[id], language) for id in project.entries("campaign")["help"]["bar"]]


def sheet_view(project: Project, page: Page, built: date) -> dict:
    """Returns all that a template needs to know of the page itself."""
    language, here = page.language, project.address(page)
    home = project.page(structure.HOME, language)
    calls = [project.contacts[id] for id in page.meta.get("call") or []]
    reviewed = page.meta.get("reviewed")
    return {
        "type": page.type, "title": page.title, "description": str(page.meta.get("description") or ""),
        "audience": [str(word) for word in page.meta.get("audience") or []],
        "content_note": str(page.meta.get("content_note") or ""), "language": language, "foreign": page.foreign, "source": page.path[len("docs/"):],
        "call": [contact_view(contact, language) for contact in calls],
        "sources": [source_view(project.entries("sources")[id], language) for id in page.meta.get("sources") or []],
        "reviewed": dict(reviewed) if isinstance(reviewed, dict) else None,
        "trail": [_entry(project, page, other) for other in structure.trail_to(page, project)],
        "siblings": [_entry(project, page, other) for other in structure.siblings_of(page, project)],
        "children": [_entry(project, page, other) for other in structure.children_of(page, project)],
        "alternates": structure.alternates(project, page), "canonical": project.settings.address + here,
        "home": structure.href(project, page, home) if home else "", "root": structure.relative(here, "."),
        "base": _base(project, page), "card": _card(project, page), "linked_data": linked_data(project, page), **_number_days(project, page), "built": built.isoformat()}


def menu_view(project: Project, page: Page) -> list[dict]:
    """Returns the top pages; those with `menu: false` stand at the end of the page and not in the header."""
    return [{**_entry(project, page, other), "in_header": other.meta.get("menu") is not False}
            for other in structure.tops_of(project, page.language)]


def template_of(type: str, overrides: Path) -> str:
    """Returns the template of a type of page: its own where there is one, else the common one."""
    return f"{type}.html" if (overrides / f"{type}.html").is_file() else "main.html"


def page_context(project: Project, page: Page, built: date) -> dict:
    """Returns everything that the template of a page prints."""
    contents = structure.contents_of(project, page.language)
    extra = {"search": {"fallback": structure.href(project, page, contents)}} if contents else {}
    if page.type == "contents":
        extra["contents"] = contents_view(project, page)
    return {**extra, "t": strings_of(project, page.language), "campaign": campaign_view(project, page.language),
            "help": help_view(project, page), "sheet": sheet_view(project, page, built),
            "menu": menu_view(project, page)}


def contents_view(project: Project, page: Page) -> list[dict]:
    """Returns the pages below home, each with the pages below it: the whole map, on one page only."""
    return [{**_entry(project, page, top), "below": [_entry(project, page, other)
                                                     for other in structure.children_of(top, project)]}
            for top in structure.tops_of(project, page.language)]


def _entry(project: Project, page: Page, other: Page) -> dict:
    inside = other.pair == page.pair or structure.parent_of(page.pair) == other.pair != structure.HOME
    return {"title": other.title, "description": str(other.meta.get("description") or ""), "type": other.type,
            "href": structure.href(project, page, other), "current": other.pair == page.pair, "inside": inside,
            "lang": other.foreign}


def _base(project: Project, page: Page) -> str:
    """Returns the address against which a not-found page resolves its links.

    A server shows it for any missing address, however deep, so relative links need an anchor.
    """
    if page.type != "notice":
        return ""
    path = "/" + project.settings.address.split("//", 1)[-1].partition("/")[2]
    return path + (f"{page.language}/" if page.language != project.settings.default else "")


def _card(project: Project, page: Page) -> str:
    """Returns the absolute address of the page's picture: chats fetch nothing relative."""
    address = card_address(page)
    return project.settings.address + address if address and project.settings.address else ""


def _number_days(project: Project, page: Page) -> dict[str, str]:
    """Returns since when the numbers of a page are known to be right, and when to check them again."""
    shown = [token.id for token, _ in page.outline.tokens if token.kind == "contact"]
    shown += [*(page.meta.get("call") or []), *project.entries("campaign")["help"]["bar"]]
    days = [parse_day(project.contacts[id].verified["on"]) for id in shown if id in project.contacts]
    checked = min(days, default=None)
    again = checked + CHECK_AGAIN if checked else None
    return {"number_checked": str(checked or ""), "number_check_again": str(again or "")}
