"""Looks at the list of what a zip holds, and unpacks nothing but the zips inside of it, with a bound on every step.

What a zip says about itself (APPNOTE.TXT of PKWARE, 4.3 and 4.4) need not be true: names may lead out of the folder,
a few bytes may unpack to gigabytes, and a comment may say what no check of pages reads.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from ...facts.files.kinds import kind_of_file
from ...facts.finding import Finding
from .directory import too_long
from .limits import MOST_FILES, Room, most, refused
from .naming import leads_out

DAMAGED = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, ValueError, NotImplementedError, RuntimeError)
ENCRYPTED = 0x1 | 0x40 | 0x2000  # APPNOTE 4.4.4: bits 0, 6 and 13
PLAIN = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # the others can fill the memory before anybody can stop them
DEEPEST = 3
HEADER, NAMED = 30, 26  # bytes in front of the name of a file; of these, those before the lengths of its name and more (4.3.7)
LATER, DESCRIPTION = 0x8, 24  # bit 3; the longest description behind a file
END, END_REST = b"PK\x05\x06", 18  # how the end begins, and its other bytes when there is no comment (4.3.16)


def in_archive(place: Path | IO[bytes], path: str, room: Room, depth: int = 0) -> Iterator[Finding]:
    """Yields what forbids to open a zip; `path` is how the reader calls it. Raises OSError when it cannot be read."""
    if too_long(place, MOST_FILES):
        yield refused(path, "folder-crowded", most=MOST_FILES)
        return
    try:
        with zipfile.ZipFile(place) as archive:
            yield from _listed(archive, path, room) or _within(archive, path, room, depth)
    except DAMAGED as error:
        yield refused(path, "copy-damaged", reason=_reason(error))


def _listed(archive: zipfile.ZipFile, path: str, room: Room) -> list[Finding]:
    """Returns what is wrong with the list of files, before one of them is unpacked."""
    entries, seen, found = archive.infolist(), set(), []
    if what := _besides(archive, entries):
        found.append(refused(path, "copy-comment-hidden", what=what))
    for entry in entries:
        found += _entry(entry, path)
        if entry.filename in seen:
            found.append(refused(path, "copy-name-repeated", name=entry.filename))
        seen.add(entry.filename)
    if not room.holds(sum(entry.file_size for entry in entries)) and not any(one.rule == "file-too-large" for one in found):
        found.append(refused(path, "copy-too-large", size=room.taken, most=room.most))
    return found


def _besides(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> str:
    """Returns what a zip carries besides its files, empty where it is nothing."""
    if archive.comment:
        return "a comment"
    if commented := next((entry.orig_filename for entry in entries if entry.comment), ""):
        return f"a comment of {commented}"
    if entries and min(entry.header_offset for entry in entries):
        return "bytes in front of them"
    return "bytes between or behind them" if _spare(archive, entries) else ""


def _spare(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> bool:
    """Returns whether there are bytes that belong to no file, to the list of files or to its end (APPNOTE 4.3.6)."""
    file, at, described = archive.fp, 0, 0
    for entry in sorted(entries, key=lambda entry: entry.header_offset):
        if not at <= entry.header_offset <= at + described:
            return True
        file.seek(entry.header_offset + NAMED)
        at = entry.header_offset + HEADER + sum(struct.unpack("<HH", file.read(4))) + entry.compress_size
        described = DESCRIPTION if entry.flag_bits & LATER else 0
    file.seek(-len(END) - END_REST, io.SEEK_END)
    return not at <= archive.start_dir <= at + described or file.read(len(END)) != END


def _entry(entry: zipfile.ZipInfo, path: str) -> Iterator[Finding]:
    name = entry.orig_filename
    if leads_out(name):
        yield refused(path, "copy-name-outside", name=name)
    if kind := kind_of_file(entry.external_attr >> 16):
        yield refused(path, "copy-entry-odd", name=name, kind=kind)
    if entry.flag_bits & ENCRYPTED:
        yield refused(path, "copy-entry-closed", name=name, reason="it is encrypted")
    elif entry.compress_type not in PLAIN:
        yield refused(path, "copy-entry-closed", name=name, reason=f"it is packed by method {entry.compress_type}")
    if entry.file_size > most(name):
        yield refused(entry.filename, "file-too-large", size=entry.file_size, largest=most(name))


def _within(archive: zipfile.ZipFile, path: str, room: Room, depth: int) -> Iterator[Finding]:
    """Yields the same of the zips inside a zip, and files whose bytes are not those that the list promises."""
    for entry in archive.infolist():
        content = io.BytesIO() if entry.filename.lower().endswith(".zip") else None
        with archive.open(entry) as file:
            while piece := file.read(2**20):  # never more than the list says, and its checksum is compared at the end
                if content is not None:
                    content.write(piece)
        if content is None:
            continue
        if depth == DEEPEST:
            yield refused(path, "copy-entry-closed", name=entry.filename, reason=f"more than {DEEPEST} zips lie inside each other")
        else:
            yield from in_archive(content, f"{path}/{entry.filename}", room, depth + 1)


def _reason(error: Exception) -> str:
    said = str(error)
    if "Bad CRC-32" in said:
        return f"the contents of {said.partition('for file ')[2]} are not those that it was made with"
    if "not a zip file" in said:
        return "the list of its files, which stands at the end of a zip, is not there"
    return "its list of files and the files themselves do not agree"
