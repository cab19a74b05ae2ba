"""Checks that a page and its translation lead to the same pages of help, passage by passage to the same pages, and to the same places."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from posixpath import dirname, join, normpath

from ....facts.finding import Finding, finding
from ....facts.pages import Page
from ....facts.pages.links import links
from ....facts.pages.passages import Passage
from ....facts.project import Project
from .paired import Pair, pairs, translations
from .pairs import first_difference


def check(project: Project, today: date) -> Iterator[Finding]:
    """Yields the first link of a translation that leads elsewhere than the page in the main language; whatever follows would repeat it."""
    elsewhere = {pair.page.path: (pair, *differ) for pair in reversed(pairs(project)) if (differ := _elsewhere(pair, project))}
    for page, original in translations(project):
        told = [*_same_help(page, original, project)]
        yield from told
        if page.path in elsewhere and not told:
            pair, here, there = elsewhere[page.path]
            yield finding(pair.place, "page-links-differ", here=here, there=there, pair=pair.there)
        yield from _same_places(page, original, project)


def _elsewhere(pair: Pair, project: Project) -> tuple[str, str] | None:
    """Returns a page to which each of two passages leads and the other one does not, where both have as many links to pages."""
    if "](" not in pair.mine.text or "](" not in pair.theirs.text:
        return None
    mine, theirs = (Counter(_others(page, passage, project)) for page, passage in ((pair.page, pair.mine), (pair.original, pair.theirs)))
    if mine == theirs or mine.total() != theirs.total():
        return None
    return next(iter(mine - theirs)), next(iter(theirs - mine))


def _others(page: Page, passage: Passage, project: Project) -> Iterator[str]:
    """Yields the other pages of its language to which a passage of a page leads."""
    for link in links(passage):
        target = _page_of(page, link.target)
        if target != page.pair and project.page(target, page.language):
            yield target


def _page_of(page: Page, target: str) -> str:
    """Returns the page that a link of a page leads to, by its path below the folder of a language."""
    path = target.partition("#")[0]
    return normpath(join(dirname(page.pair), path)) if path else page.pair


def _same_help(page: Page, original: Page, project: Project) -> Iterator[Finding]:
    """Yields the first link that leads to another page of help than in the other language; one link more is no other help."""
    mine, theirs = _help_of(page, project), _help_of(original, project)
    if len(mine) == len(theirs):
        number, here, there = first_difference(mine, theirs, lambda entry: entry[0])
        if number:
            yield finding(page.place(here[1]), "page-help-differs", number=number, here=here[0], there=there[0], pair=original.path)


def _help_of(page: Page, project: Project) -> tuple[tuple[str, int], ...]:
    """Returns the pages of help that a page leads to, each with the line of the link, in their order."""
    found = ((_page_of(page, link.target), link.line) for link in page.outline.links)
    known = ((project.page(pair, project.settings.default), line) for pair, line in found)
    return tuple((other.pair, line) for other, line in known if other and other.type == "help" and other.pair != page.pair)


def _same_places(page: Page, original: Page, project: Project) -> Iterator[Finding]:
    """Yields the first link to a place with a name of its own, `{#name}`, where as many such links lead elsewhere in the other language."""
    mine, theirs = _places_of(page, original, project), _places_of(original, page, project)
    here, there = (Counter(place for place, _ in side) for side in (mine, theirs))
    if len(mine) == len(theirs) and here != there:
        odd = next(place for place in here if here[place] > there[place])
        line = next(line for place, line in mine if place == odd)
        yield finding(page.place(line), "page-place-differs", here=odd, there=next(iter(there - here)), pair=original.path)


def _places_of(page: Page, other: Page, project: Project) -> list[tuple[str, int]]:
    """Returns the places that a page leads to and both languages name, each with the line of the link; one that differs is told as a heading."""
    found = []
    for link in page.outline.links:
        pair, anchor = _page_of(page, link.target), link.target.partition("#")[2]
        targets = [project.page(pair, one.language) for one in (page, other)] if anchor else []
        if targets and all(target and _names(target, anchor) for target in targets):
            found.append((f"{pair}#{anchor}", link.line))
    return found


def _names(page: Page, anchor: str) -> bool:
    return any(heading.explicit and heading.anchor == anchor for heading in page.outline.headings)
