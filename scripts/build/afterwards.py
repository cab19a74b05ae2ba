"""Writes what belongs to a whole language rather than to a page: search data, sitemap, plain files."""

import shutil
from pathlib import Path
from xml.sax.saxutils import quoteattr

from ..facts.pages import Page
from ..facts.project import Project
from . import structure
from .day import build_day
from .open_data import write_open_data
from .redirects import write_redirects
from .search import build_index, retired_numbers, sections, synonyms_of
from .strings import strings_of

SEARCH_DATA = "assets/javascripts/search-data.{language}.js"


def write(project: Project, language: str, site: Path, overrides: Path) -> None:
    """Writes the search data of one language into `site`; with the main language also what the site has once."""
    data = site / SEARCH_DATA.format(language=language)
    data.parent.mkdir(parents=True, exist_ok=True)
    data.write_text(search_data(project, language, site), encoding="utf-8", newline="\n")
    if language == project.settings.default:
        _write_once(project, site, overrides)


def _write_once(project: Project, site: Path, overrides: Path) -> None:
    """Writes the sitemap of all languages, the open data, old addresses, and the pages that are no templates."""
    write_open_data(project, site, build_day(project.root))
    write_redirects(project, site)
    (site / "sitemap.xml").write_text(sitemap(project), encoding="utf-8", newline="\n")
    for page in (overrides / "assets").glob("*.html"):  # MkDocs takes every .html of a theme for a template
        shutil.copyfile(page, site / "assets" / page.name)


def search_data(project: Project, language: str, site: Path) -> str:
    """Returns the script that lets readers search a language; see `build/search`."""
    found = [section for page in project.pages if page.language == language and not page.foreign
             for section in _sections(project, page, site)]
    retired = retired_numbers(project.out_of_use(), project.contacts, language, strings_of(project, language))
    return build_index(found, synonyms_of(project.entries("synonyms"), language), retired, language)


def _sections(project: Project, page: Page, site: Path) -> list:
    address = project.address(page)
    built = site / address
    return sections(built.read_text(encoding="utf-8"), address, page.type) if built.is_file() else []


def sitemap(project: Project) -> str:
    """Returns the sitemap (sitemaps.org 0.9) with the language alternates that really exist."""
    entries = "".join(_entry(project, page) for page in project.pages if page.type != "notice" and not page.foreign)
    return ('<?xml version="1.0" encoding="UTF-8"?>\n'
            '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
            'xmlns:xhtml="http://www.w3.org/1999/xhtml">\n' + entries + "</urlset>\n")


def _entry(project: Project, page: Page) -> str:
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang={quoteattr(other["language"])} href={quoteattr(other["absolute"])}/>'
        for other in structure.alternates(project, page) if other["absolute"])
    return f"<url><loc>{project.settings.address}{project.address(page)}</loc>{links}</url>\n"
