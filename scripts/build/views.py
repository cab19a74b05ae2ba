"""Prepares what the templates print: plain values in one language, nothing left to decide."""

from datetime import date
from pathlib import Path

from ..facts.contacts.upkeep import ages_of
from ..facts.data.shape import parse_day
from ..facts.once import once
from ..facts.pages import Page
from ..facts.pages.review import reviews, waiting
from ..facts.project import Project
from . import structure
from .cards import card_address
from .contact_views import contact_views
from .linked_data import linked_data
from .open_data import open_data_view
from .open_data.feed import feed_address, has_feed
from .strings import strings_of


def source_view(entry: dict, language: str) -> dict:
    """Returns a source as the page lists it; `title` may be empty when none was seen."""
    plain = {key: str(entry.get(key) or "") for key in ("publisher", "title", "date", "url", "archived", "language", "kind")}
    return {**plain, "shows": entry["shows"][language]}


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
    return contact_views(project.entries("campaign")["help"]["bar"], language, project)


def sheet_view(project: Project, page: Page, built: date) -> dict:
    """Returns all that a template needs to know of the page itself."""
    language, here = page.language, project.address(page)
    home = project.page(structure.HOME, language)
    return {
        "type": page.type, "title": page.title, "description": str(page.meta.get("description") or ""),
        "audience": [str(word) for word in page.meta.get("audience") or []],
        "tactics": tactics_view(project, page),
        "content_note": str(page.meta.get("content_note") or ""), "language": language, "foreign": page.foreign, "source": page.path[len("docs/"):],
        "call": contact_views(page.meta.get("call") or [], language, project),
        "sources": [source_view(project.entries("sources")[id], language) for id in page.meta.get("sources") or []],
        "reviews": [dict(entry) for entry in reviews(page)], "waiting": waiting(page, project),
        "trail": [_entry(project, page, other) for other in structure.trail_to(page, project)],
        "siblings": [_entry(project, page, other) for other in structure.siblings_of(page, project)],
        "children": [_entry(project, page, other) for other in structure.children_of(page, project)],
        "alternates": structure.alternates(project, page), "canonical": project.settings.address + here,
        "home": structure.href(project, page, home) if home else "", "root": structure.relative(here, "."),
        "base": _base(project, page), "card": _card(project, page), "feed": _feed(project, page), "linked_data": linked_data(project, page), **_number_days(project, page), "built": built.isoformat()}


def tactics_view(project: Project, page: Page) -> list[dict]:
    """Returns the tactics that a page names, in the order of the data file, each with where it is explained."""
    chosen, shown = page.meta.get("tactics") or [], []
    for id, entry in project.entries("tactics").items():
        if id not in chosen:
            continue
        pair, _, anchor = str(entry.get("page") or "").partition("#")
        target = project.page(pair, page.language)
        href = structure.href(project, page, target) + (f"#{anchor}" if anchor else "") if target else ""
        shown.append({"name": entry["name"][page.language], "href": href})
    return shown


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
    if page.type == "data":
        extra["open_data"] = open_data_view(project, page)
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
    return {"title": other.title, "short": other.short_title, "description": str(other.meta.get("description") or ""), "type": other.type,
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


def _feed(project: Project, page: Page) -> str:
    """Returns the absolute address of the feed; only where people look for one, for every byte in a head delays help."""
    wanted = page.type in ("home", "data") and has_feed(project)
    return project.settings.address + feed_address(project, page.language) if wanted else ""


def _card(project: Project, page: Page) -> str:
    """Returns the absolute address of the page's picture: chats fetch nothing relative."""
    address = card_address(page)
    return project.settings.address + address if address and project.settings.address else ""


def _number_days(project: Project, page: Page) -> dict[str, str]:
    """Returns since when the numbers of a page are known to be right, and when to check them again."""
    shown = [*project.contacts_on(page), *project.entries("campaign")["help"]["bar"]]
    contacts = [project.contacts[id] for id in shown if id in project.contacts]
    days = [(parse_day(contact.verified["on"]), ages_of(contact.kind, project.entries("upkeep")).block) for contact in contacts]
    checked = min((on for on, _ in days), default="")
    return {"number_checked": str(checked), "number_check_again": str(min((on + block for on, block in days), default=""))}
