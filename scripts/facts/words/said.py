"""Yields every text that a reader may get, piece by piece, each with the line on which it was written.

Pages with their front matter, and the texts of the data files. What is never printed (notes, ids, days)
and what only repeats others (titles of sources, what people type into the search) is left out.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from ..once import once
from ..pages import PRINTED, Page
from ..place import Items, Place, Record, leaves, line_starts
from ..project import Project

LEFT_OUT = ("sources", "synonyms", "retired", "upkeep", "wording", "reading", "review", "pictures")
# What somebody in a story says, and the answers to choose from: the text around sets the wrong ones right.
SAID_BY_OTHERS = {"quizzes": frozenset({"say"}), "scenarios": frozenset({"say", "says"})}
SETTINGS_PRINTED = ("site_name", "site_description", "copyright")
WHY = "why"  # the one text of a retired number that readers get
NEVER_PRINTED = frozenset({"note", "number", "address", "sources", "evidence", "bar", "pages", "page", "url", "avoid", "id"})


@dataclass(frozen=True)
class Said:
    """One text in one language (empty when nobody knows); `lines` holds where each of its lines begins.

    `over` says that all of it is about former times.
    """

    text: str
    place: Place
    language: str = ""
    page: Page | None = None
    lines: tuple[int, ...] = field(default=(0,), repr=False)
    over: bool = False

    def place_at(self, offset: int) -> Place:
        """Returns the place of a character."""
        return self.place.below(self.lines, offset)


@once
def said(project: Project) -> tuple[Said, ...]:
    """Returns the texts of the pages, then those of the data files and of the settings."""
    return tuple(_said(project))


@once
def unheard(project: Project) -> tuple[Said, ...]:
    """Returns the same, but no texts of data files where nothing was told of them before."""
    return tuple(piece for piece in said(project) if piece.page) if project.data_quiet else said(project)


def _said(project: Project) -> Iterator[Said]:
    for page in project.pages:
        yield from said_on(page)
    yield from _beside(project)
    for piece, others in _of_data(project):
        if not others:
            yield piece


@once
def said_by_others(project: Project) -> tuple[Said, ...]:
    """Returns what somebody in a story says, and the answers of a quiz that are not right."""
    return tuple(piece for piece, others in _of_data(project) if others)


@once
def _of_data(project: Project) -> tuple[tuple[Said, bool], ...]:
    """Returns the texts of data files, and whether somebody else says them."""
    return tuple(_told_in_data(project))


def _told_in_data(project: Project) -> Iterator[tuple[Said, bool]]:
    for name, entries in project.data.items():
        theirs = SAID_BY_OTHERS.get(name.partition("/")[0], frozenset())
        right = {*_right(entries)} if theirs else ()
        for keys, text, place in leaves(entries, entries.place) if name not in LEFT_OUT else ():
            if NEVER_PRINTED.isdisjoint(keys):
                yield Said(str(text), place, _language(keys, project.settings.codes)), not theirs.isdisjoint(keys) and place not in right


def _right(value: object) -> Iterator[Place]:
    """Yields the places of answers that are right, which we say ourselves."""
    if isinstance(value, Record) and value.get("right") is True:
        yield from (place for _, _, place in leaves(value.get("say"), value.place_of("say")))
    for inner in value.values() if isinstance(value, Record) else value if isinstance(value, Items) else ():
        yield from _right(inner)


def _beside(project: Project) -> Iterator[Said]:
    """Yields what is printed of files that hold much else."""
    retired = project.entries("retired")
    for keys, text, place in leaves(retired, retired.place):
        if WHY in keys:
            yield Said(str(text), place, _language(keys, project.settings.codes), over=True)
    for key in SETTINGS_PRINTED if project.settings else ():
        if isinstance(text := project.settings.written.get(key), str):
            yield Said(text, project.settings.written.place_of(key))


def said_on(page: Page) -> Iterator[Said]:
    """Yields the front matter of a page that is printed, then its body as one text."""
    for key in PRINTED:
        if isinstance(page.meta.get(key), str):
            yield Said(str(page.meta[key]), page.meta.place_of(key), page.text_language, page)
    yield Said(page.markdown, page.place(page.body_line), page.text_language, page, line_starts(page.markdown))


def _language(keys: tuple[str, ...], codes: tuple[str, ...]) -> str:
    return next((key for key in reversed(keys) if key in codes), "")
