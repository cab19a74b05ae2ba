"""Looks at a finished site before anything opens it: what lies there, under which names, how large it is.

A copy may come from a stranger. Whatever could hang the checks, fill the memory, or land outside of its folder
when somebody unpacks it, is told here, and then nothing else looks into it.
"""

from collections.abc import Iterator
from pathlib import Path

from ...facts.files.kinds import kind_of_file
from ...facts.finding import Finding
from .archive import in_archive
from .folder import in_folder
from .limits import Room, refused

ZIM = b"ZIM\x04"  # openZIM, "ZIM file format", magic number; what opens a ZIM has bounds of its own


def check_unopened(place: Path) -> list[Finding]:
    """Returns why the folder, zip or ZIM `place` is not to be opened; raises OSError when it cannot be read at all."""
    return list(_refusals(place))


def _refusals(place: Path) -> Iterator[Finding]:
    status = place.stat()  # the way to it may lead over links: a published site is one
    kind = kind_of_file(status.st_mode)
    if place.is_dir():
        yield from in_folder(place)
    elif kind:
        yield refused(place.as_posix(), "file-kind-odd", kind=kind)
    elif not _begins(place, ZIM):
        yield from in_archive(place, place.as_posix(), Room(status.st_size))


def _begins(place: Path, sign: bytes) -> bool:
    with place.open("rb") as file:
        return file.read(len(sign)) == sign
