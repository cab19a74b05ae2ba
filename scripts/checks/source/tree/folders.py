"""Checks the names of files and folders, which are printed on posters and read aloud."""

import os
import re
import stat
from collections.abc import Iterator
from datetime import date
from pathlib import PurePosixPath

from ....facts.files.kinds import kind_of_file
from ....facts.finding import Finding, finding
from ....facts.files.reading import PAGES
from ....facts.pages import DOCS, Page
from ....facts.pages.slug import slug
from ....facts.place import Place
from ....facts.project import Project

NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")
IGNORED = ("Thumbs.db", "desktop.ini")  # as Windows writes them, and as git ignores them
LANGUAGE = re.compile(r"[a-z]{2}(-[a-zA-Z]{2,4})?\Z")


def check(project: Project, today: date) -> Iterator[Finding]:
    """Yields page names that are not plain, folders taken for a language, and files that are not pages."""
    for page in project.pages:
        yield from _named(page)
    for path, is_link in _published(project):
        parts = path.split("/")
        if is_link:
            yield finding(Place(path), "file-kind-odd", kind=kind_of_file(stat.S_IFLNK))
        elif len(parts) > 2 and parts[1] in project.settings.codes and not path.lower().endswith(PAGES):
            yield finding(Place(path), "file-not-page", name=parts[-1])
    docs = project.root / DOCS
    for folder in sorted(docs.iterdir()) if docs.is_dir() else ():
        if folder.is_dir() and LANGUAGE.match(folder.name) and folder.name not in project.settings.codes:
            yield finding(Place(f"{DOCS}/{folder.name}"), "folder-language-unknown", language=folder.name)


def _named(page: Page) -> Iterator[Finding]:
    path = PurePosixPath(page.path)
    folders = path.parents[:-3]  # below docs/<language>
    for place, part in [(page.path, path.stem), *((str(folder), folder.name) for folder in folders)]:
        if not NAME.match(part):
            yield finding(Place(place), "file-name-malformed", name=part, better=slug(part) or "a-plain-name")
    if path.suffix != ".md":
        yield finding(page.place(), "file-name-malformed", name=path.name, better=f"{path.stem}.md")


def _published(project: Project) -> Iterator[tuple[str, bool]]:
    """Yields every file below docs/ that MkDocs would publish or follow, and whether it is a link."""
    for parent, folders, names in os.walk(project.root / DOCS):
        folders[:] = [name for name in folders if not name.startswith(".")]
        links = [name for name in folders if os.path.islink(os.path.join(parent, name))]
        for name in [*links, *names]:
            path = os.path.join(parent, name)
            if not name.startswith(".") and name not in IGNORED:
                yield os.path.relpath(path, project.root).replace(os.sep, "/"), os.path.islink(path)
