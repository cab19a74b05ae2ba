"""Asks the end of a zip how long the list of its files is, before anybody reads that list into memory."""

import struct
from pathlib import Path
from typing import IO

END, END_64 = b"PK\x05\x06", b"PK\x06\x07"  # APPNOTE 4.3.16 and 4.3.15
LENGTH, LENGTH_64, LONGEST_COMMENT = 22, 20, 65_535
LONGEST_LINE = 400  # bytes for one file; our own names have less than 150


def too_long(place: Path | IO[bytes], most: int) -> bool:
    """Returns whether the list of a zip says that it holds more files than `most`, or takes as much room; raises OSError."""
    if isinstance(place, Path):
        with place.open("rb") as file:
            return _too_long(file, most)
    return _too_long(place, most)


def _too_long(file: IO[bytes], most: int) -> bool:
    file.seek(max(0, file.seek(0, 2) - LENGTH - LENGTH_64 - LONGEST_COMMENT))
    tail = file.read()
    file.seek(0)
    return any(_more(tail, at, most) for at in {tail.rfind(END), len(tail) - LENGTH} if tail.startswith(END, max(at, 0)))


def _more(tail: bytes, at: int, most: int) -> bool:
    if len(tail) < at + LENGTH:
        return False
    count, size = struct.unpack_from("<HI", tail, at + 10)
    large = tail.startswith(END_64, at - LENGTH_64) if at >= LENGTH_64 else False  # then others count, which nobody needs here
    return large or count > most or size > most * LONGEST_LINE
