"""Checks that a page and its translations say the same: same page, same headings, same contacts, same people to call."""

from collections.abc import Callable, Iterator
from datetime import date
from itertools import zip_longest

from ....facts.finding import Finding, finding
from ....facts.pages import DOCS, Page
from ....facts.pages.headings import Heading
from ....facts.pages.passages import Passage
from ....facts.pages.tokens import Token, tokens_in
from ....facts.place import texts
from ....facts.project import Project
from ..registry.contacts import named
from .paired import pairs
from .tokens import faults

NOTE = "content_note"


def check(project: Project, today: date) -> Iterator[Finding]:
    """Yields missing and extra translations, and pairs whose headings, tokens, people to call or notes differ."""
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
            yield from _same_notes(page, original)
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
        yield finding(page.place(_line_of(mine, page, project)), "page-tokens-differ", here=_written(mine), there=_written(theirs),
                      pair=original.path)


def _line_of(entry: tuple | None, page: Page, project: Project) -> int:
    """Returns the line of a token, or of an earlier passage that gives others than the main language; without one, that of the last token."""
    last = entry[1] if entry else page.outline.tokens[-1][1] if page.outline.tokens else page.body_line
    differing = (pair.mine.line for pair in pairs(project) if pair.page is page and _tokens_of(pair.mine) != _tokens_of(pair.theirs))
    first = next(differing, last)
    return min(first, last) if entry else first


def _tokens_of(passage: Passage) -> list[Token]:
    return list(tokens_in(passage.text))


def _written(entry: tuple | None) -> str:
    return entry[0].written if entry else "nothing"


def _same_calls(page: Page, original: Page, project: Project) -> Iterator[Finding]:
    mine, theirs = (texts(one.meta.get("call")) for one in (page, original))
    if mine == theirs or not (page.meta and original.meta) or page.type == "help" and not mine:
        return  # front matter that cannot be read, and help without anybody to call, were told already
    if not any(any(named(id, "call", project)) for id in (*mine, *theirs)):
        yield finding(page.meta.place_of("call"), "page-call-differs", here=", ".join(mine) or "nobody",
                      there=", ".join(theirs) or "nobody", pair=original.path)


def _same_notes(page: Page, original: Page) -> Iterator[Finding]:
    """Yields a note before a page, which warns of what is painful in it, that stands in one language only."""
    if page.meta and original.meta and bool(page.meta.get(NOTE)) != bool(original.meta.get(NOTE)):
        has, lacks = (page, original) if page.meta.get(NOTE) else (original, page)
        yield finding(page.meta.place_of(NOTE), "page-note-missing", lacks=lacks.path, has=has.path)
