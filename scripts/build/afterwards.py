"""Writes what belongs to a whole language: its search data; and the sitemap of all languages."""

from pathlib import Path
from xml.sax.saxutils import quoteattr

from ..facts.project import Project
from . import structure


def write(project: Project, language: str, site: Path) -> None:
    """Writes `sitemap.xml` into the folder `site`."""
    if project.settings is None:
        return
    (site / "sitemap.xml").write_text(sitemap(project), encoding="utf-8", newline="\n")


def sitemap(project: Project) -> str:
    """Returns the sitemap (sitemaps.org 0.9) with the language alternates that really exist."""
    entries = "".join(_entry(project, page) for page in project.pages if page.type != "notice" and not page.foreign)
    return ('<?xml version="1.0" encoding="UTF-8"?>\n'
            '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
            'xmlns:xhtml="http://www.w3.org/1999/xhtml">\n' + entries + "</urlset>\n")


def _entry(project: Project, page) -> str:
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang={quoteattr(other["language"])} href={quoteattr(other["absolute"])}/>'
        for other in structure.alternates(project, page) if other["absolute"])
    return f"<url><loc>{project.settings.address}{project.address(page)}</loc>{links}</url>\n"
