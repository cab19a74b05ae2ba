"""Tells search engines what a page is, in schema.org's words (JSON-LD), and only what is true.

The organisations behind the contacts are not ours, so no organisation and no telephone number
is claimed here: a page says its name, its language and where it stands. Its description is in the head.
"""

import json

from ..facts.pages import Page
from ..facts.project import Project
from . import structure


def linked_data(project: Project, page: Page) -> str:
    """Returns the JSON-LD of a page, or nothing without an address; `<` is escaped, so that no text can end the script element."""
    address = project.settings.address
    if not address:  # without one, no page has an address to name
        return ""
    home = project.page(structure.HOME, page.language)
    told = {"@context": "https://schema.org", "@type": "WebPage", "name": page.title, "url": address + project.address(page),
            "inLanguage": page.text_language}
    if home:
        told["isPartOf"] = {"@type": "WebSite", "name": home.title, "url": address + project.address(home)}
    if trail := structure.trail_to(page, project):
        told["breadcrumb"] = {"@type": "BreadcrumbList", "itemListElement": [
            {"@type": "ListItem", "position": number, "name": other.title, "item": address + project.address(other)}
            for number, other in enumerate(trail, 1)]}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
