"""Yields every text that a reader may get, piece by piece, each with the line on which it was written.

Pages with their front matter, and the texts of the data files. What is never printed (notes, ids, days)
and what only repeats others (titles of sources, what people type into the search) is left out.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from .pages import Page
from .place import Items, Place, Record, Text
from .project import Project

PRINTED = ("title", "description", "content_note")
LEFT_OUT = ("sources", "synonyms", "retired", "wording", "reading", "review", "pictures")
# What somebody in a story says, and the answers to choose from, wrong ones among them: the text around them sets it right.
SAID_BY_OTHERS = {"quizzes": frozenset({"say"}), "scenarios": frozenset({"say", "says"})}
NEVER_PRINTED = frozenset({"note", "number", "address", "sources", "evidence", "bar", "pages", "page", "url", "avoid", "id"})


@dataclass(frozen=True)
class Said:
    """One text in one language (empty when nobody knows); `lines` holds where each of its lines begins."""

    text: str
    place: Place
    language: str = ""
    page: Page | None = None
    lines: tuple[int, ...] = field(default=(0,), repr=False)

    def place_at(self, offset: int) -> Place:
        """Returns the place of a character."""
        return Place(self.place.path, self.place.line + bisect_right(self.lines, offset) - 1)


def said(project: Project) -> Iterator[Said]:
    """Yields the texts of the pages, then those of the data files."""
    for page in project.pages:
        yield from said_on(page)
    for name, entries in project.data.items():
        if name not in LEFT_OUT:
            others = SAID_BY_OTHERS.get(name.partition("/")[0], frozenset())
            yield from _in_data(entries, entries.place, "", project.settings.codes, NEVER_PRINTED | others)


def said_on(page: Page) -> Iterator[Said]:
    """Yields the front matter of a page that is printed, then its body as one text."""
    for key in PRINTED:
        if isinstance(page.meta.get(key), str):
            yield Said(str(page.meta[key]), page.meta.place_of(key), page.text_language, page)
    starts = [0]
    for line in page.markdown.split("\n")[:-1]:
        starts.append(starts[-1] + len(line) + 1)
    yield Said(page.markdown, page.place(page.body_line), page.text_language, page, tuple(starts))


def _in_data(value: object, place: Place, language: str, codes: tuple[str, ...], left_out: frozenset[str]) -> Iterator[Said]:
    if isinstance(value, Record):
        for key, inner in value.items():
            if key not in left_out:
                yield from _in_data(inner, value.place_of(key), key if key in codes else language, codes, left_out)
    elif isinstance(value, Items):
        for inner, at in zip(value, value.places):
            yield from _in_data(inner, at, language, codes, left_out)
    elif isinstance(value, Text):
        yield Said(str(value), place, language)
