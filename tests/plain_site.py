"""Writes the plainest site that passes the built checks, so that a case can break one thing in it."""

from pathlib import Path

from scripts.build.structure import href
from scripts.facts.pages import Page
from scripts.facts.project import Project

PAGE = """<!doctype html>
<html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>
<meta name="app-source" content="{source}"><link rel="canonical" href="{canonical}"></head>
<body><h1 id="{anchor}">{title}</h1>
<p><a href="tel:119">119</a> <a href="{home}">{language}</a>{ways}</p>
{named}</body></html>
"""


def named(project: Project, page: Page) -> str:
    """Returns links that call the other contacts which a page names."""
    calls = [contact.call() for id in project.contacts_on(page) if (contact := project.offered(id))]
    links = dict.fromkeys(f'<a href="{call.href}">{call.display}</a>' for call in calls if call and call.number != "119")
    return "".join(f"<p>{link}</p>\n" for link in links)


def write_plain_site(project: Project, site: Path) -> None:
    """Writes one page for each page of the project, with a call link and a link home; home leads to all of its language."""
    for page in project.pages:
        address = project.address(page)
        home = project.page("index.md", page.language)
        html = PAGE.format(language=page.language, title=page.title, source=page.path.removeprefix("docs/"),
                           canonical=project.settings.address + address, anchor="top",
                           home=href(project, page, home) if home else "", ways=_ways(project, page),
                           named=named(project, page))
        path = site / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(html, encoding="utf-8")


def _ways(project: Project, page: Page) -> str:
    others = [other for other in project.pages if other.language == page.language and other.type != "notice"]
    return "".join(f' <a href="{href(project, page, other)}">{other.title}</a>' for other in others if page.type == "home")
