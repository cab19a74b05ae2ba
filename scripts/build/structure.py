"""Says how the pages hang together: which page is above, beside and below which.

The structure is the folders': `index.md` is the page above all others of its folder, and the
order is that of `nav`. No page carries the whole map, so that no page grows with the site.
"""

from collections import defaultdict
from functools import cache
from posixpath import dirname, relpath

from ..facts.once import once
from ..facts.pages import Page, address_of
from ..facts.project import Project

HOME = "index.md"
MANY, NEAREST = 8, 2  # pages of one section


def parent_of(pair: str) -> str:
    """Returns the pair of the page above, or an empty string for the home page.

    >>> parent_of("help/lost-money.md"), parent_of("help/index.md"), parent_of(HOME)
    ('help/index.md', 'index.md', '')
    """
    folder = dirname(pair)
    if pair.endswith("/" + HOME):
        folder = dirname(folder)
    elif not folder and pair == HOME:
        return ""
    return f"{folder}/{HOME}" if folder else HOME


def ordered(project: Project, language: str) -> list[Page]:
    """Returns the listed pages of a language in the order of nav."""
    pages = (project.page(pair, language) for pair in project.settings.nav)
    return [page for page in pages if page]


@once
def _families(project: Project, language: str) -> dict[str, list[Page]]:
    """Returns the pages directly below each page, by the pair of the page above them."""
    families = defaultdict(list)
    for page in ordered(project, language):
        families[parent_of(page.pair)].append(page)
    return dict(families)


def children_of(page: Page, project: Project) -> list[Page]:
    """Returns the pages directly below a page, in the order of nav."""
    return _families(project, page.language).get(page.pair, [])


def tops_of(project: Project, language: str) -> list[Page]:
    """Returns the pages right below the home page of a language, in the order of nav."""
    return _families(project, language).get(HOME, [])


@once
def contents_of(project: Project, language: str) -> Page | None:
    """Returns the page that lists all pages of a language, where there is one."""
    return next((page for page in project.pages if page.type == "contents" and page.language == language), None)


def siblings_of(page: Page, project: Project) -> list[Page]:
    """Returns the pages beside a page, itself included; none for the pages right below home.

    Of many only the nearest, for every page would carry them all; the page above lists the rest.
    """
    above = parent_of(page.pair)
    family = _families(project, page.language).get(above, []) if above not in ("", HOME) else []
    if len(family) <= MANY or page not in family:
        return family
    at = family.index(page)
    return family[max(0, at - NEAREST):at + NEAREST + 1]


def trail_to(page: Page, project: Project) -> list[Page]:
    """Returns the pages from home down to the one above `page`."""
    above, trail = parent_of(page.pair), []
    while above:
        if found := project.page(above, page.language):
            trail.insert(0, found)
        above = parent_of(above)
    return trail


def href(project: Project, page: Page, target: Page) -> str:
    """Returns the relative link from one page to another."""
    return relative(project.address(page), project.address(target))


def relative(address: str, target: str) -> str:
    """Returns the link to `target` from the page at `address`, both relative to the root.

    >>> relative("en/help/index.html", "index.html")
    '../../index.html'
    """
    return _from_folder(dirname(address), target)


@cache
def _from_folder(folder: str, target: str) -> str:
    """Pages of one folder link to the same pages around them, so most answers are there already."""
    return relpath(f"/{target}", f"/{folder}")


def alternates(project: Project, page: Page) -> list[dict]:
    """Returns every language of the site with the link to this page, None where it is missing."""
    here = project.address(page)
    found = []
    for language in project.settings.languages:
        other = project.page(page.pair, language.code)
        exists = other is not None and not other.foreign
        target = address_of(page.pair, language.code, project.settings.default)
        found.append({"language": language.code, "name": language.name,
                      "href": relative(here, target) if exists else None,
                      "absolute": project.settings.address + target if exists else None})
    return found
