"""Reads the files of a finished site out of a ZIM, the form in which the Kiwix app carries websites.

A ZIM may come from a stranger, and the library that reads it is written in C++: before anything is believed, another
process reads the whole file, with bounds on time and memory, so that a trap in it ends there.
"""

import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

BEGINNING = b"ZIM\x04"  # openZIM, "ZIM file format", magic number
PATIENCE = 60  # seconds to read all of it; a copy of 5,000 pages takes two
ROOM = 256 * 2**20  # bytes of address space for that, besides the file itself
LARGEST, ALL = 30_000_000, 1_000_000_000  # bytes of one file inside, and of all
READER = """
import sys
try:
    import resource
    resource.setrlimit(resource.RLIMIT_AS, (int(sys.argv[2]),) * 2)
except (ImportError, ValueError, OSError):
    pass
from libzim.reader import Archive
zim = Archive(sys.argv[1])
if not zim.check():
    sys.exit("its checksum is not that of its contents: it is damaged or was changed")
total = 0
for number in range(zim.all_entry_count):
    item = zim._get_entry_by_id(number).get_item()
    if item.size > int(sys.argv[3]):
        sys.exit(f"it holds a file of {item.size} bytes; the largest allowed is {sys.argv[3]}")
    total += item.size
    if total > int(sys.argv[4]):
        sys.exit(f"its files have more than {sys.argv[4]} bytes together")
    item.title, item.path.encode(), len(item.content)
"""


def is_zim(place: Path) -> bool:
    """Returns whether a file begins as a ZIM; raises OSError."""
    with place.open("rb") as file:
        return file.read(len(BEGINNING)) == BEGINNING


@dataclass(frozen=True)
class Zim:
    """A finished site in a ZIM; parts that only a server needs may be left out of it."""

    place: Path
    carried = True
    policed = False  # a policy breaks the toolbar of kiwix-serve

    def opened(self) -> "Zim":
        """Returns itself when the whole file can be read; raises OSError with the reason when not."""
        if find_spec("libzim") is None:  # there is no package for every machine
            raise OSError("this machine has no program that reads ZIM files (libzim)")
        limits = (ROOM + self.place.stat().st_size, LARGEST, ALL)
        command = [sys.executable, "-I", "-c", READER, str(self.place), *map(str, limits)]
        try:
            reader = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", errors="replace", timeout=PATIENCE)
        except subprocess.TimeoutExpired as error:
            raise OSError(f"it is no whole ZIM file: reading it takes more than {PATIENCE} seconds") from error
        if reader.returncode:
            last = reader.stderr.strip().rpartition("\n")[2] or "reading it ends in the middle"
            raise OSError(f"it is no whole ZIM file: {last.removeprefix('RuntimeError: ')}")
        return self

    def names(self) -> list[str]:
        """Returns the address of every file, relative to the site and with `/`; what the ZIM says of itself is none of them."""
        zim = _archive(self.place)
        paths = {zim._get_entry_by_id(number).path for number in range(zim.all_entry_count)}
        return sorted(path for path in paths if zim.has_entry_by_path(path))

    def labels(self) -> Iterator[tuple[str, str, str]]:
        """Yields each address with the title and the media type that the app goes by."""
        zim = _archive(self.place)
        for name in self.names():
            entry = zim.get_entry_by_path(name)
            yield name, entry.title, entry.get_item().mimetype

    def main(self) -> str:
        """Returns the address of the page that the app opens first, empty when there is none."""
        zim = _archive(self.place)
        return zim.main_entry.get_item().path if zim.has_main_entry else ""

    def contents(self, names: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """Yields each name with its bytes."""
        zim = _archive(self.place)
        for name in names:
            yield name, bytes(zim.get_entry_by_path(name).get_item().content)


def _archive(place: Path):
    from libzim.reader import Archive  # here, because loading it takes longer than most of what a command needs

    return Archive(place)
