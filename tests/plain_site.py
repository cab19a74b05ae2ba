"""Writes the plainest site that passes the built checks, so that a case can break one thing in it."""

from pathlib import Path

from scripts.build.headers import with_policy
from scripts.build.structure import href
from scripts.checks.built.contacts.asked import asked
from scripts.facts.contacts import grouped
from scripts.facts.pages import Page
from scripts.facts.project import Project

PAGE = """<!doctype html>
<html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>
<meta name="app-source" content="{source}"><link rel="canonical" href="{canonical}"></head>
<body><h1 id="{anchor}">{title}</h1>
<p class="app-help-bar"><a href="tel:119">119</a> <a href="{home}">{language}</a>{ways}</p>
{named}<ul class="app-site-footer__numbers"><li>{bar}</li></ul></body></html>
"""


def named(project: Project, page: Page) -> str:
    """Returns links that call the contacts which a page names, as its tokens ask for them."""
    links = [f'<a href="{href}">{grouped(href.partition(":")[2])}</a>' for entry in asked(project, page) for href in entry.inline]
    return "".join(f"<p>{link}</p>\n" for link in links)


def bar(project: Project, page: Page) -> str:
    """Returns the number of the help bar with its name."""
    contacts = [project.offered(id) for id in project.help_bar]
    return " ".join(f'<a href="{contact.call().href}">{contact.call().display}</a> {contact.name[page.text_language]}'
                    for contact in contacts if contact and contact.call())


def write_plain_site(project: Project, site: Path, policed: bool = True) -> None:
    """Writes one page for each page of the project, with a call link and a link home; home leads to all of its language.

    Whoever still changes the pages puts in their policies (`policed`) later."""
    for page in project.pages:
        address = project.address(page)
        home = project.page("index.md", page.language)
        html = PAGE.format(language=page.language, title=page.title, source=page.path.removeprefix("docs/"),
                           canonical=project.settings.address + address, anchor="top",
                           home=href(project, page, home) if home else "", ways=_ways(project, page),
                           named=named(project, page), bar=bar(project, page))
        path = site / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(with_policy(html) if policed else html, encoding="utf-8")


def _ways(project: Project, page: Page) -> str:
    others = [other for other in project.pages if other.language == page.language and other.type != "notice"]
    return "".join(f' <a href="{href(project, page, other)}">{other.title}</a>' for other in others if page.type == "home")
