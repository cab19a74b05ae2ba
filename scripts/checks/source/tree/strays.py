"""Checks that everything below `docs/` has its place; whatever else lies there could be served to readers as it is.

A file that a web host obeys (`CNAME`, `_redirects`, `.htaccess`) takes over the whole domain, and a script, a table or
a page beside the language folders reaches readers although no check has read it.
"""

import os
from collections.abc import Iterator
from datetime import date
from fnmatch import fnmatchcase
from itertools import islice
from pathlib import Path

from ....facts.data.data_shapes import SHAPES
from ....facts.files.litter import litter
from ....facts.files.published import ASSETS, DECISIONS, FACTS, PAGE
from ....facts.finding import Finding, finding
from ....facts.pages import DOCS
from ....facts.place import Place
from ....facts.practice import FOLDERS
from ....facts.project import Project
from ....facts.words.nearest import closest, nearest
from .files import REPOSITORY
from .folders import LANGUAGE

LEFT = ("._*", ".keep", ".gitkeep", ".*.sw?", ".#*")  # by editors and systems; MkDocs passes over all that begins with a dot
CODE = (".py", ".pyc", ".pyd", ".pyw", ".so", ".pth")  # at the top Python would take it for a package that we import
TOP = ("scripts", "tests", "docs", "overrides", "site", "dist")
READ_ME, MEMORY = "README.md", "link-history.json"
SLIP = 0.8  # how much alike a name is to the one that was meant
MOST = 200  # strays told of; whoever has more needs to hear of the first


def check(project: Project, today: date) -> Iterator[Finding]:
    """Yields files and folders below `docs/` that belong to nothing that the project knows, and programs at the top."""
    found = (one for one in _strays(project) if one.place.path not in project.unread)
    yield from islice(found, MOST)


def _strays(project: Project) -> Iterator[Finding]:
    known = (*project.settings.codes, ASSETS, FACTS, DECISIONS)
    yield from _programs(project.root)
    docs = project.root / DOCS
    for name, is_folder in _listed(docs):
        if not is_folder or name not in known and not LANGUAGE.match(name):  # `folders` tells of languages
            yield _stray(DOCS, name, [f"{folder}/" for folder in known], nearest(name, known))
    yield from _facts(docs / FACTS, f"{DOCS}/{FACTS}")
    yield from _others(docs / DECISIONS, f"{DOCS}/{DECISIONS}", (PAGE,), ())
    for code in (*project.settings.codes, ASSETS):
        yield from _hidden(docs / code, f"{DOCS}/{code}")


def _programs(root: Path) -> Iterator[Finding]:
    """Yields programs beside ours: run from here, ours would import them in the place of an installed package of that name."""
    for name, is_folder in _listed(root):
        inside = (inner for inner, _ in _listed(root / name)) if is_folder else (name,)
        if name not in TOP and not name.startswith(".") and any(inner.endswith(CODE) for inner in inside):
            yield finding(Place(name), "file-program-foreign", name=name)


def _facts(folder: Path, path: str) -> Iterator[Finding]:
    yield from _others(folder, path, (".yml",), (READ_ME, MEMORY, *FOLDERS))
    for name, is_folder in _listed(folder):
        stem, ending = os.path.splitext(name)
        if ending == ".yml" and stem not in SHAPES and not is_folder:
            guess = closest(stem.lower(), SHAPES, SLIP)
            yield from [finding(Place(f"{path}/{name}"), "data-file-misnamed", name=name, guess=f"{guess}.yml")] if guess else ()
    for below in FOLDERS:
        yield from _others(folder / below, f"{path}/{below}", (".yml",), (READ_ME,))


def _others(folder: Path, path: str, endings: tuple[str, ...], names: tuple[str, ...]) -> Iterator[Finding]:
    """Yields what is neither of these kinds nor one of these names; folders only where they are named."""
    for name, is_folder in _listed(folder):
        if name not in names and (is_folder or not name.endswith(endings) or name.startswith(".")):
            yield _stray(path, name, [f"*{ending}" for ending in endings] + [*names], "")


def _hidden(folder: Path, path: str) -> Iterator[Finding]:
    """Yields files whose names begin with a dot: neither pages nor pictures, and some hosts obey them."""
    for parent, folders, names in os.walk(folder) if not folder.is_symlink() else ():
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        inside = "/".join([path, *Path(parent).relative_to(folder).parts])
        for name in sorted(names):
            if name.startswith(".") and not _litter(name) and name not in REPOSITORY and not (Path(parent) / name).is_symlink():
                yield _stray(inside, name, [f"*{PAGE}"] if path != f"{DOCS}/{ASSETS}" else ["PNG, JPEG, WebP, WOFF2"], "")


def _listed(folder: Path) -> list[tuple[str, bool]]:
    """Returns the names in a folder and whether each is a folder, without litter and what `files` tells of."""
    if folder.is_symlink() or not folder.is_dir():
        return []
    with os.scandir(folder) as there:
        found = [(entry.name, entry.is_dir()) for entry in there if not entry.is_symlink()]
    return sorted((name, is_folder) for name, is_folder in found if not _litter(name) and name not in REPOSITORY)


def _litter(name: str) -> bool:
    return litter(name) or any(fnmatchcase(name.lower(), pattern) for pattern in LEFT)


def _stray(folder: str, name: str, known: list[str], guess: str) -> Finding:
    return finding(Place(f"{folder}/{name}"), "file-place-unknown", name=name, folder=f"{folder}/", known=", ".join(known), guess=guess)
