"""Pairs pages with the page of the main language, and their passages, so that what each says can be held against the other."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from ....facts.once import once
from ....facts.pages import Page
from ....facts.pages.passages import Passage
from ....facts.place import Place
from ....facts.project import Project
from ..names.clauses import SILENT

CONTACT = "[[contact"


@dataclass(frozen=True)
class Pair:
    """A passage of a page, and the one at its place in the main language."""

    page: Page
    original: Page
    mine: Passage
    theirs: Passage

    @property
    def place(self) -> Place:
        """Returns where the passage of the page stands."""
        return self.page.place(self.mine.line)

    @property
    def there(self) -> Place:
        """Returns where the one in the main language stands."""
        return Place(self.original.path, self.theirs.line)

    @cached_property
    def said(self) -> tuple[str, str]:
        """Returns both texts without what a reader does not read as words."""
        return SILENT.sub(" ", self.mine.text), SILENT.sub(" ", self.theirs.text)

    @cached_property
    def in_digits(self) -> bool:
        """Returns whether both say something in digits."""
        return all(any(char in "0123456789" for char in text) for text in self.said)

    @property
    def of_contacts(self) -> bool:
        """Returns whether both speak of a contact by its token."""
        return CONTACT in self.mine.text and CONTACT in self.theirs.text


def translations(project: Project) -> Iterator[tuple[Page, Page]]:
    """Yields each page that is not in the main language, with the one that it translates."""
    main = project.settings.default
    for page in project.pages:
        if page.language != main and (original := project.page(page.pair, main)):
            yield page, original


@once
def pairs(project: Project) -> tuple[Pair, ...]:
    """Returns the passages at the same place of the same section, where both pages have as many sections, and both sections as many passages."""
    return tuple(Pair(page, original, mine, theirs) for page, original in translations(project) for mine, theirs in _paired(page, original))


def _paired(page: Page, original: Page) -> Iterator[tuple[Passage, Passage]]:
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
