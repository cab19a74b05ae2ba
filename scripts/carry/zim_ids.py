"""Replaces the chance numbers in a ZIM by ones made from its contents, so that the same site gives the same bytes.

libzim draws an id by lot for the file, and Xapian one for the list of titles inside it; libzim 3.13 offers no way to
set them. Both only have to differ between files that differ.
"""

import hashlib
import mmap
from pathlib import Path

FILE_ID = slice(8, 24)  # openZIM, "ZIM file format", header
CHECKSUM = 16  # bytes at the end: MD5 of everything before
TITLES = b"\x0f\rXapian Glass"  # how Xapian's version file begins; two bytes of version follow, then the id
ID, VERSION = 16, 2


def settle_ids(target: Path) -> None:
    """Rewrites the ids and the checksum of the ZIM `target` in place."""
    with target.open("r+b") as file, mmap.mmap(file.fileno(), 0) as content:
        places = [FILE_ID]
        titles = content.rfind(TITLES)
        if titles >= 0:
            start = titles + len(TITLES) + VERSION
            places.append(slice(start, start + ID))
        for place in places:
            content[place] = bytes(ID)
        with memoryview(content) as view, view[:-CHECKSUM] as told:
            id = hashlib.sha256(told).digest()[:ID]
        for place in places:
            content[place] = id
        with memoryview(content) as view, view[:-CHECKSUM] as told:
            checksum = hashlib.md5(told, usedforsecurity=False).digest()
        content[-CHECKSUM:] = checksum
