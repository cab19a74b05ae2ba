"""Checks that the templates find every word they print, names of languages included, with the same gaps in every language."""

import os
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from ....facts.files.reading import read_text
from ....facts.files.theme import OVERRIDES, theme_of
from ....facts.finding import Finding, finding
from ....facts.place import Place, Record, Text, mapping
from ....facts.project import DATA, Project

TOGETHER = 15  # words in one finding
NAME = "language_"
USED = re.compile(r"\bt\.([a-z][a-z0-9_]*)")
PROGRAM = frozenset({"embed_copy", "embed_made", "embed_title", "page_gone", "page_moved", "search_replaced", "search_retired",
                     *(f"open_data_{kind}" for kind in ("feed", "json", "list", "schema", "vcard"))})  # which no template names

GAP = re.compile(r"\{[A-Za-z_]\w*\}|%\([A-Za-z_]\w*\)[a-z]")


def check(project: Project, today: date) -> Iterator[Finding]:
    """Yields words that the project's own templates print and languages that its data name, when `strings.yml` lacks them,
    and texts whose gaps differ between languages.

    Where the whole file is missing, it names every word that the templates print, also those of this program.
    """
    strings, path = project.entries("strings"), f"{DATA}/strings.yml"
    if not os.path.lexists(project.root / path):
        yield from _needed(theme_of(project.root), path)
    if not strings:
        return
    own = PROGRAM if not PROGRAM.isdisjoint(strings) else set()  # a project that has some of these words builds a site
    for key in sorted((_printed(project.root / OVERRIDES) | own) - strings.keys()):
        yield finding(Place(path), "string-missing", key=key)
    for key, entry in strings.items():
        yield from _gaps(key, mapping(entry), project.settings.default)
    if any(key.startswith(NAME) for key in strings):  # a project that names its languages names all of them
        told = {problem.place for problem in project.problems}
        unnamed = {code: code.place for code in reversed([*_languages(project)]) if NAME + code not in strings}
        yield from (finding(place, "language-name-missing", code=code) for code, place in unnamed.items() if place not in told)


def _needed(templates: Path, path: str) -> Iterator[Finding]:
    """Yields the words to write, some in each finding, so that they are read and not scrolled past."""
    keys = sorted(_printed(templates))
    for start in range(0, len(keys), TOGETHER):
        yield finding(Place(path), "strings-needed", keys=", ".join(keys[start:start + TOGETHER]))


def _printed(templates: Path) -> set[str]:
    paths = (path.relative_to(templates).as_posix() for path in templates.rglob("*.html"))
    return {key for path in paths for key in USED.findall(read_text(templates, path)[0] or "")}


def _languages(project: Project) -> Iterator[Text]:
    """Yields the languages of sources and of those who answer calls, each with its place."""
    for entry in project.entries("sources").values():
        if isinstance(code := mapping(entry).get("language"), Text):
            yield code
    for contact in project.contacts.values():
        for channel in contact.channels if contact.published() else ():
            yield from (code for code in channel.languages if isinstance(code, Text))


def _gaps(key: str, entry: Record, main: str) -> Iterator[Finding]:
    """Yields the languages whose text of a key has other gaps than the text in the main language."""
    gaps = {code: sorted({*GAP.findall(text)}) for code, text in entry.items() if isinstance(text, str)}
    for code, some in gaps.items():
        if main in gaps and some != gaps[main]:
            yield finding(entry.place_of(code), "string-gaps-differ", key=key, language=code, here=", ".join(some) or "no gap",
                          main=main, there=", ".join(gaps[main]) or "no gap")
