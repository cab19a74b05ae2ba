"""Lists and reads the files of a finished site, whether they lie in a folder, in a zip or in a ZIM."""

import os
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from .zim import Zim, is_zim

PIECE = 2**20  # bytes


@dataclass(frozen=True)
class Folder:
    """A finished site in a folder."""

    place: Path
    carried = False
    policed = True

    def names(self) -> list[str]:
        """Returns the address of every file, relative to the site and with `/`."""
        found = []
        for parent, folders, names in os.walk(self.place):
            folders.sort()
            below = Path(parent).relative_to(self.place).as_posix()
            found += [name if below == "." else f"{below}/{name}" for name in names]
        return sorted(found)

    def contents(self, names: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """Yields each name with its bytes; what is no ordinary file is empty."""
        for name in names:
            path = self.place / name
            yield name, path.read_bytes() if path.is_file() else b""


@dataclass(frozen=True)
class Archive:
    """A finished site in a zip, as people carry it; parts that only a server needs may be left out of it."""

    place: Path
    carried = True
    policed = True  # each page names its own policy

    def names(self) -> list[str]:
        """Returns the address of every file, relative to the site and with `/`."""
        with zipfile.ZipFile(self.place) as archive:
            return sorted({name for name in archive.namelist() if not name.endswith("/")})

    def contents(self, names: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """Yields each name with its bytes; raises BadZipFile when the archive is damaged."""
        with zipfile.ZipFile(self.place) as archive:
            for name in names:
                yield name, _unpacked(archive, name)


def _unpacked(archive: zipfile.ZipFile, name: str) -> bytes:
    """Returns a file piece by piece, because whoever asks for all of it gets what it unpacks to, not what the zip says."""
    with archive.open(name) as file:
        return b"".join(iter(partial(file.read, PIECE), b""))


Files = Folder | Archive | Zim


def files_of(place: Path) -> Files:
    """Returns the files of the folder, zip or ZIM `place`; raises OSError when it is a ZIM that cannot be opened."""
    if place.is_dir():
        return Folder(place)
    return Zim(place).opened() if is_zim(place) else Archive(place)
