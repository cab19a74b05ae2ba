"""Writes and verifies `SHA256SUMS`, in the form that `sha256sum -c` reads on any system."""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from ..facts.finding import Finding, finding
from ..facts.place import Place

SUMS = "SHA256SUMS"
LINE = re.compile(r"([0-9a-f]{64}) [ *](\S.*)\Z")


def sha256(path: Path) -> str:
    """Returns the SHA-256 of a file in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write_checksums(folder: Path) -> None:
    """Writes the checksums of every file of `folder` into its `SHA256SUMS`."""
    files = sorted(path for path in folder.iterdir() if path.is_file() and path.name != SUMS)
    lines = "".join(f"{sha256(path)}  {path.name}\n" for path in files)
    (folder / SUMS).write_text(lines, encoding="utf-8", newline="\n")


def verify(folder: Path, only: str = "") -> Iterator[Finding]:
    """Yields what is missing or changed among the files that `SHA256SUMS` lists; of one copy alone, when it is named."""
    place, named = Place(SUMS), False
    try:
        lines = (folder / SUMS).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        yield finding(place, "copy-checksums-missing", folder=folder.name)
        return
    for number, line in enumerate(lines, 1):
        match = LINE.match(line)
        if only and (not match or match[2] != only):
            continue
        named = True
        if not match:
            yield finding(Place(SUMS, number), "copy-checksum-malformed", line=line)
        elif not (folder / match[2]).is_file():
            yield finding(Place(SUMS, number), "copy-file-missing", name=match[2])
        elif sha256(folder / match[2]) != match[1]:
            yield finding(Place(SUMS, number), "copy-file-changed", name=match[2])
    if only and not named:
        yield finding(place, "copy-file-unlisted", name=only)
