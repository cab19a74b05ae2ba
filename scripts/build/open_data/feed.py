"""Makes the feed of changes of each language (Atom, RFC 4287), for people who hold copies of the numbers.

Its days come from `changes.yml` and its ids from the ids there (a name-based UUID, RFC 9562), so that moving the
site to another address shows nobody the old entries as new.
"""

from datetime import date
from uuid import NAMESPACE_URL, uuid5
from xml.sax.saxutils import escape, quoteattr

from ...facts.contacts.changes import Change, changes_of
from ...facts.pages import address_of
from ...facts.project import Project
from ..structure import HOME

FEED = "feed.xml"


def feed_address(project: Project, language: str) -> str:
    """Returns where the feed of a language is, relative to the root of the site."""
    return FEED if language == project.settings.default else f"{language}/{FEED}"


def has_feed(project: Project) -> bool:
    """Returns whether there is a feed: its links must be absolute, and it must hold an entry to have a date."""
    return bool(project.settings.address and changes_of(project.entries("changes"), project.settings.codes))


def feed(project: Project, language: str) -> str:
    """Returns the feed of a language, the newest change first, or nothing where there can be none."""
    if not has_feed(project):
        return ""
    site, campaign = project.settings.address, project.entries("campaign")
    changes = changes_of(project.entries("changes"), project.settings.codes)
    name = escape(campaign["name"][language])
    own, home = site + feed_address(project, language), site + address_of(HOME, language, project.settings.default)
    entries = "".join(_entry(project, change, language) for change in changes)
    return (f'<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quoteattr(language)}>\n'
            f"<id>{_id(project, language, '')}</id>\n<title>{name}</title>\n<updated>{_moment(changes[0].on)}</updated>\n"
            f"<author><name>{name}</name></author>\n<link rel=\"self\" type=\"application/atom+xml\" href={quoteattr(own)}/>\n"
            f'<link rel="alternate" type="text/html" href={quoteattr(home)}/>\n{entries}</feed>\n')


def _entry(project: Project, change: Change, language: str) -> str:
    says = escape(change.says[language])
    page = next((pair for pair in change.pages if project.page(pair, language)), HOME)
    link = project.settings.address + address_of(page, language, project.settings.default)
    return (f"<entry>\n<id>{_id(project, language, change.id)}</id>\n<title>{says}</title>\n<updated>{_moment(change.on)}</updated>\n"
            f'<link rel="alternate" type="text/html" href={quoteattr(link)}/>\n<content type="text">{says}</content>\n</entry>\n')


def _id(project: Project, language: str, change: str) -> str:
    name = project.entries("campaign")["name"][project.settings.default]
    return uuid5(NAMESPACE_URL, f"{name}/{language}/{change}").urn


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
