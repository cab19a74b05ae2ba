"""Leaves a small page wherever a page stood that was renamed or taken away, in every language.

A poster with the old address may hang for years. The page needs no script: the browser goes on by itself
(`meta refresh`, HTML Living Standard), and whoever has that switched off gets a link.
"""

from html import escape
from pathlib import Path

from ..facts.pages import address_of
from ..facts.pages.moved import Moved, moved_pages
from ..facts.project import Project
from .strings import strings_of
from .structure import HOME, relative

PAGE = """<!doctype html>
<html lang="{language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">
<title>{title}</title>{onward}</head>
<body><main><p>{said} <a href="{href}">{name}</a></p></main></body>
</html>
"""


def write_redirects(project: Project, site: Path) -> None:
    """Writes a page at every old address below `site`; a page that is there is never written over."""
    for entry in moved_pages(project.entries("moved")):
        for code in project.settings.codes:
            place = site / address_of(entry.pair, code, project.settings.default)
            if not place.exists():
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_text(redirect(project, entry, code), encoding="utf-8", newline="\n")


def redirect(project: Project, entry: Moved, language: str) -> str:
    """Returns the page that stands at an old address of a language."""
    default, words = project.settings.default, strings_of(project, language)
    here, there = (address_of(pair, language, default) for pair in (entry.pair, entry.to or HOME))
    page = project.page(entry.to or HOME, language) or project.page(entry.to or HOME, default)
    values = {"language": language, "href": escape(relative(here, there)), "name": escape(page.title if page else words["home"])}
    if entry.gone:
        return PAGE.format(**values, title=escape(words["page_gone"]), said=escape(entry.gone[language]), onward="")
    absolute = project.settings.address + there
    canonical = f'<link rel="canonical" href="{escape(absolute)}">' if project.settings.address else ""
    onward = f'{canonical}<meta http-equiv="refresh" content="0; url={values["href"]}">'
    return PAGE.format(**values, title=values["name"], said=escape(words["page_moved"]), onward=onward)
