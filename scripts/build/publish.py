"""Puts a finished folder in the place of the old one, whole or not at all.

The new folder is written to disk first and then changes places with the old one in one step of
the file system, so that a power cut or a kill leaves either the old site or the new one.
"""

import ctypes
import os
import shutil
import sys
from pathlib import Path

AT_FDCWD, RENAME_EXCHANGE = -100, 2  # Linux renameat2(2), since kernel 3.15
RENAME_SWAP = 2  # macOS renamex_np(2)
AWAY = ".previous"


def swap(fresh: Path, place: Path) -> None:
    """Puts the folder `fresh` at `place`; what stood there before is removed afterwards.

    Raises OSError when the disk refuses; the old folder then stands untouched.
    """
    flush(fresh)
    old = place.with_name(f".{place.name}{AWAY}")
    shutil.rmtree(old, ignore_errors=True)
    if not place.exists():
        os.replace(fresh, place)
    elif exchanged(fresh, place):
        os.replace(fresh, old)
    else:
        os.replace(place, old)
        os.replace(fresh, place)
    flush_folder(place.parent)
    shutil.rmtree(old, ignore_errors=True)


def recover(place: Path) -> None:
    """Puts the old folder back when a swap in two steps was cut off between them."""
    old = place.with_name(f".{place.name}{AWAY}")
    if old.exists() and not place.exists():
        os.replace(old, place)


def exchanged(first: Path, second: Path) -> bool:
    """Exchanges two folders in one step; returns False where the system cannot do that."""
    try:
        libc = ctypes.CDLL(None, use_errno=True)
        paths = os.fsencode(first), os.fsencode(second)
        if sys.platform == "darwin":
            return libc.renamex_np(*paths, RENAME_SWAP) == 0
        return libc.renameat2(AT_FDCWD, paths[0], AT_FDCWD, paths[1], RENAME_EXCHANGE) == 0
    except (OSError, AttributeError, TypeError):  # Windows; an old C library
        return False


def flush(folder: Path) -> None:
    """Waits until every file below `folder` is on the disk."""
    if hasattr(os, "sync"):
        os.sync()  # one call for all files; on Linux it returns when they are written
        return
    for path in folder.rglob("*"):
        if path.is_file():
            with path.open("rb+") as file:
                os.fsync(file.fileno())


def flush_folder(folder: Path) -> None:
    """Waits until the names in `folder` are on the disk (POSIX only)."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
