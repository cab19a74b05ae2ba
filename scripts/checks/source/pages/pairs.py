"""Checks that a page and its translations say the same: same page, same headings, same contacts, same ways to help."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from itertools import zip_longest
from posixpath import dirname, join, normpath

from ....facts.finding import Finding, finding
from ....facts.pages import DOCS, Page
from ....facts.pages.headings import Heading
from ....facts.place import texts
from ....facts.project import Project
from ..registry.contacts import named
from .tokens import faults


def check(project: Project, today: date) -> Iterator[Finding]:
    """Yields missing and extra translations, and pairs whose headings, tokens, people to call or links to help differ."""
    main = project.settings.default
    for page in project.pages:
        if page.language == main:
            yield from _translated(page, project)
            continue
        original = project.page(page.pair, main)
        if original:
            yield from _same_headings(page, original)
            yield from _same_tokens(page, original, project)
            yield from _same_calls(page, original, project)
            yield from _same_help(page, original, project)
            yield from _same_places(page, original, project)
        elif not project.stands(page.pair, main) and _has_pages(main, project):
            yield finding(page.place(), "page-translation-extra", missing=f"{DOCS}/{main}/{page.pair}")


def _translated(page: Page, project: Project) -> Iterator[Finding]:
    rule = "page-translation-pending" if page.meta.get("translation") else "page-translation-missing"
    for code in project.settings.codes[1:]:
        if not project.stands(page.pair, code) and _has_pages(code, project):
            yield finding(page.place(), rule, missing=f"{DOCS}/{code}/{page.pair}")


def _has_pages(code: str, project: Project) -> bool:
    """Returns whether a language has any page; one without is told once, as a missing folder."""
    return any(page.language == code for page in project.pages)


def _same_headings(page: Page, original: Page) -> Iterator[Finding]:
    if any(sum(heading.level == 1 for heading in side.outline.headings) != 1 for side in (page, original)):
        return  # told already, as the first heading
    number, mine, theirs = first_difference(page.outline.headings, original.outline.headings, _shape)
    if number:
        line = mine.line if mine else page.body_line
        yield finding(page.place(line), "page-headings-differ", number=number, heading=_told(mine),
                      other=_told(theirs), pair=original.path)


def first_difference(here: tuple, there: tuple, shape: Callable) -> tuple:
    """Returns number (from 1) and both items of the first difference, or three times nothing.

    Only the first is told: whatever follows it would repeat the news.
    """
    for number, (mine, theirs) in enumerate(zip_longest(here, there), 1):
        if (mine and shape(mine)) != (theirs and shape(theirs)):
            return number, mine, theirs
    return 0, None, None


def _shape(heading: Heading) -> tuple:
    return (heading.level, heading.anchor if heading.explicit else "")


def _told(heading: Heading | None) -> str:
    if heading is None:
        return "missing"
    anchor = f" {{#{heading.anchor}}}" if heading.explicit else ""
    return f"“{'#' * heading.level} {heading.text}{anchor}”"


def _same_tokens(page: Page, original: Page, project: Project) -> Iterator[Finding]:
    tokens = (page.outline.tokens, original.outline.tokens)
    if any(any(faults(token, page.place(line), project)) for side in tokens for token, line in side):
        return  # a token that is wrong by itself was told already
    number, mine, theirs = first_difference(*tokens, lambda entry: entry[0])
    if number:
        line = mine[1] if mine else page.body_line
        yield finding(page.place(line), "page-tokens-differ", here=_written(mine), there=_written(theirs),
                      pair=original.path)


def _written(entry: tuple | None) -> str:
    return entry[0].written if entry else "nothing"


def _same_calls(page: Page, original: Page, project: Project) -> Iterator[Finding]:
    mine, theirs = (texts(one.meta.get("call")) for one in (page, original))
    if mine == theirs or not (page.meta and original.meta) or page.type == "help" and not mine:
        return  # front matter that cannot be read, and help without anybody to call, were told already
    if not any(any(named(id, "call", project)) for id in (*mine, *theirs)):
        yield finding(page.meta.place_of("call"), "page-call-differs", here=", ".join(mine) or "nobody",
                      there=", ".join(theirs) or "nobody", pair=original.path)


def _same_help(page: Page, original: Page, project: Project) -> Iterator[Finding]:
    """Yields the first link that leads to another page of help than in the other language; one link more is no other help."""
    mine, theirs = _help_of(page, project), _help_of(original, project)
    if len(mine) == len(theirs):
        number, here, there = first_difference(mine, theirs, lambda entry: entry[0])
        if number:
            yield finding(page.place(here[1]), "page-help-differs", number=number, here=here[0], there=there[0], pair=original.path)


def _help_of(page: Page, project: Project) -> tuple[tuple[str, int], ...]:
    """Returns the pages of help that a page leads to, each with the line of the link, in their order."""
    found = ((normpath(join(dirname(page.pair), link.target.partition("#")[0])), link.line) for link in page.outline.links)
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
        path, _, anchor = link.target.partition("#")
        pair = normpath(join(dirname(page.pair), path)) if path else page.pair
        targets = [project.page(pair, one.language) for one in (page, other)] if anchor else []
        if targets and all(target and _names(target, anchor) for target in targets):
            found.append((f"{pair}#{anchor}", link.line))
    return found


def _names(page: Page, anchor: str) -> bool:
    return any(heading.explicit and heading.anchor == anchor for heading in page.outline.headings)
