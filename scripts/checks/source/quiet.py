"""Remembers pages and data files of which nothing was told, so that a second `check` looks only at what has changed since.

A page is remembered with its translations and with everything that the checks may know besides them: the day, the
settings, all data files, their own code and every package. Nothing is remembered of a page of which something was
told, or while anything is wrong with the data files. A build asks nobody who remembers.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import cached_property
from itertools import groupby
from operator import attrgetter
from pathlib import Path

from ...facts.finding import Finding
from ...facts.pages import Page
from ...facts.project import Project
from ...facts.words.wording import HOUSE
from ...kept import Kept, hash_of, made_by

PLACE = ".build/quiet.sqlite3"
QUIET = "quiet"
ENGINE = Path(__file__).resolve().parents[3]
MADE_BY = (Path(__file__).parent, ENGINE / "scripts/facts", HOUSE / "wording.yml", ENGINE / "requirements.txt")


class Quiet:
    """What of a project was looked at before, on the same day, and nothing was told of it; without a `memory`, nothing."""

    def __init__(self, project: Project, today: date, memory: Path | None):
        self._project, self._today = project, today
        self._kept = Kept(memory, (QUIET,), made_by(MADE_BY)) if memory and not project.problems else None

    @cached_property
    def loud(self) -> Project:
        """Returns the project with those pages alone of which something was told, or nobody knows; so with the texts of its data files."""
        known = self._kept.all(QUIET) if self._kept else {}
        if not known or self._around not in known:
            return self._project
        return replace(self._project, pages=tuple(page for page in self._project.pages if self._keys[page.pair] not in known), data_quiet=True)

    def keep(self, told: Iterable[Finding]) -> None:
        """Remembers what was looked at, but for the pages of which something was told."""
        paths, pages = {found.place.path for found in told}, self.loud.pages
        if self._kept is None or paths - {page.path for page in pages}:
            return  # what is told of a data file may be the fault of any page
        loud = {page.pair for page in pages if page.path in paths}
        fresh = {self._keys[page.pair] for page in pages if page.pair not in loud} | ({self._around} if not self.loud.data_quiet else set())
        if fresh:
            self._kept.keep(QUIET, dict.fromkeys(fresh, ""))
            self._kept.forget(QUIET, [self._around, *self._keys.values()])

    @cached_property
    def _around(self) -> str:
        """Returns what changes with anything that the checks may know besides the pages."""
        return hash_of(str(self._today), str(self._project.today), repr(self._project.settings.written), repr(self._project.data))

    @cached_property
    def _keys(self) -> dict[str, str]:
        """Returns by the pair of a page and its translations what changes with them, and with what stands around them."""
        pages = sorted(self._project.pages, key=attrgetter("pair"))
        return {pair: hash_of(self._around, *_parts(group)) for pair, group in groupby(pages, attrgetter("pair"))}


def _parts(pages: Iterable[Page]) -> Iterator[str]:
    for page in pages:
        yield from (page.path, page.language, page.foreign, repr(page.meta), page.markdown)
