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
    if archive.comment or any(entry.comment for entry in entries) or entries and min(entry.header_offset for entry in entries):
        found.append(refused(path, "copy-comment-hidden"))
    for entry in entries:
        found += _entry(entry, path)
        if entry.filename in seen:
            found.append(refused(path, "copy-name-repeated", name=entry.filename))
        seen.add(entry.filename)
    if not room.holds(sum(entry.file_size for entry in entries)) and not any(one.rule == "file-too-large" for one in found):
        found.append(refused(path, "copy-too-large", size=room.taken, most=room.most))
    return found


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
