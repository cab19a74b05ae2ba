"""Looks at what lies in the folder of a finished site: links, pipes, devices, files beyond all measure, zips."""

import os
from collections.abc import Iterator
from pathlib import Path

from ...facts.files.kinds import kind_of_file
from ...facts.finding import Finding
from .archive import in_archive
from .limits import MOST_FILES, Room, most, refused


def in_folder(site: Path) -> Iterator[Finding]:
    """Yields what forbids to open the files of a folder; raises OSError when it cannot be listed."""
    seen = 0
    for parent, folders, names in os.walk(site):
        for name in sorted([*folders, *names]):
            path = Path(parent, name)
            yield from _thing(path, path.relative_to(site).as_posix())
        seen += len(names)
        if seen > MOST_FILES:
            yield refused(site.as_posix(), "folder-crowded", most=MOST_FILES)
            return


def _thing(path: Path, name: str) -> Iterator[Finding]:
    status = path.lstat()
    if kind := kind_of_file(status.st_mode):
        yield refused(name, "file-kind-odd", kind=kind)
    elif path.is_dir():
        return
    elif status.st_size > most(name):
        yield refused(name, "file-too-large", size=status.st_size, largest=most(name))
    elif name.lower().endswith(".zip"):
        yield from in_archive(path, name, Room(status.st_size))
