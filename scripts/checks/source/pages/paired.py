"""Pairs the passages of a page and its translation, so that what each says can be held against the other."""

from collections.abc import Iterator

from ....facts.pages import Page
from ....facts.pages.passages import Passage


def paired(page: Page, original: Page) -> Iterator[tuple[Passage, Passage]]:
    """Yields the passages at the same place of the same section, where both sections have as many."""
    mine, theirs = _sections(page), _sections(original)
    for here, there in zip(mine, theirs) if len(mine) == len(theirs) else ():
        yield from zip(here, there) if len(here) == len(there) else ()


def _sections(page: Page) -> list[list[Passage]]:
    """Returns the passages of a page, those below each heading together."""
    found: list[list[Passage]] = [[]]
    for passage in page.outline.passages:
        if passage.text.startswith("#"):
            found.append([])
        found[-1].append(passage)
    return found
