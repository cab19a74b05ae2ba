"""Checks the names of files and folders, which are printed on posters and read aloud."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import PurePosixPath

from ...facts.finding import Finding, finding
from ...facts.pages import DOCS
from ...facts.place import Place
from ...facts.project import Project
from ...facts.slug import slug

NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")
LANGUAGE = re.compile(r"[a-z]{2}(-[a-zA-Z]{2,4})?\Z")


def check(project: Project, today: date) -> Iterator[Finding]:
    """Yields page names that are not plain, and folders that would be taken for a language."""
    for page in project.pages:
        for part in PurePosixPath(page.pair).with_suffix("").parts:
            if not NAME.match(part):
                yield finding(page.place(), "file-name-malformed", name=part, better=slug(part) or "a-plain-name")
        if not page.path.endswith(".md"):
            yield finding(page.place(), "file-name-malformed", name=PurePosixPath(page.path).name,
                          better=PurePosixPath(page.path).stem + ".md")
    docs = project.root / DOCS
    for folder in sorted(docs.iterdir()) if docs.is_dir() else ():
        if folder.is_dir() and LANGUAGE.match(folder.name) and folder.name not in project.settings.codes:
            yield finding(Place(f"{DOCS}/{folder.name}"), "folder-language-unknown", language=folder.name)
