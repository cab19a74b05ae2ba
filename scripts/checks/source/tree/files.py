"""Checks what kind of things lie below `docs/` and `overrides/`, whose every file is followed and published.

A link or a second name for a file of this machine would publish that file; a pipe never ends; two names
that differ only by capitals are one file on Windows and on a USB stick, and one of the two pages is lost.
"""

import os
import re
import stat
import unicodedata
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from ....facts.files.kinds import kind_of_file
from ....facts.finding import Finding, finding
from ....facts.pages.limits import MOST_FILES
from ....facts.place import Place
from ....facts.project import Project

SEARCHED = ("docs", "overrides")
AT_THE_TOP = ("LICENSE", "README.md", "requirements.txt")  # shown or installed from; of mkdocs.yml its reader tells
REPOSITORY = (".git", ".hg", ".svn", ".gitmodules")
OTHERS = ".gitmodules"  # at the top it names repositories of others whose files come into this tree
LONGEST_PATH = 150  # characters from the root of the project; Windows stops at 260 with the folders above it
# Names that Windows keeps for devices, with any ending, and what it cannot have in a name
# (learn.microsoft.com, "Naming Files, Paths, and Namespaces").
RESERVED = re.compile(r"(?i)(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\..*)?\Z")
UNWRITABLE = re.compile(r'[<>:"|?*\\\x00-\x1f\x7f]|[ .]\Z|\A ')


def check(project: Project, today: date) -> Iterator[Finding]:
    """Yields links, second names, devices, nested repositories, and names that other systems cannot hold."""
    seen = 0
    if os.path.lexists(project.root / OTHERS):
        yield finding(Place(OTHERS), "folder-submodule", name=OTHERS)
    yield from _listed(project.root, "", [name for name in AT_THE_TOP if os.path.lexists(project.root / name)])
    for top in SEARCHED:
        if (project.root / top).is_symlink():
            yield finding(Place(top), "file-kind-odd", kind=kind_of_file(stat.S_IFLNK))
            continue
        for parent, folders, names in os.walk(project.root / top):
            folder = Path(parent).relative_to(project.root).as_posix()
            yield from _listed(Path(parent), folder, sorted([*folders, *names]))
            folders[:] = [name for name in folders if name not in REPOSITORY]
            seen += len(names)
            if seen > MOST_FILES:
                yield finding(Place(top), "folder-crowded", most=MOST_FILES)
                return


def _listed(parent: Path, folder: str, names: list[str]) -> Iterator[Finding]:
    """Yields what is wrong with the things of one folder; the project itself has no name."""
    taken: dict[str, str] = {}
    for name in names:
        path = f"{folder}/{name}" if folder else name
        yield from _kind(parent / name, path, name)
        yield from _name(path, name)
        first = taken.setdefault(unicodedata.normalize("NFC", name).casefold(), name)
        if first != name:
            yield finding(Place(path), "file-name-collides", name=name, other=first)


def _kind(place: Path, path: str, name: str) -> Iterator[Finding]:
    try:
        status = place.lstat()
    except OSError as error:
        yield finding(Place(path), "file-unreadable", reason=error.strerror or error)
        return
    if name in REPOSITORY:
        yield finding(Place(path), "folder-repository", name=name)
    elif stat.S_ISREG(status.st_mode):
        if status.st_nlink > 1:
            yield finding(Place(path), "file-linked-twice", count=status.st_nlink)
    elif kind := kind_of_file(status.st_mode):
        yield finding(Place(path), "file-kind-odd", kind=kind)


def _name(path: str, name: str) -> Iterator[Finding]:
    if RESERVED.match(name) or UNWRITABLE.search(name):
        yield finding(Place(path), "file-name-reserved", name=name)
    if len(path) > LONGEST_PATH >= len(path) - len(name) - 1:  # the topmost of a deep tree; what lies in it has the same fault
        yield finding(Place(path), "file-path-long", length=len(path), longest=LONGEST_PATH)
