"""Opens a finished site, in a folder, a zip or a ZIM, zips inside it too, and hands out its files one by one."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from .bounded import Unread, unpacked

LARGEST = 30_000_000  # bytes of one file
READ = (".html", ".htm", ".xhtml", ".svg", ".xml", ".atom", ".rss", ".js", ".mjs", ".css", ".json", ".webmanifest", ".txt", ".md",
        ".vcf", ".vcard", ".csv", ".ics", ".zip", ".zim", ".pdf", ".png", ".jpg", ".jpeg", ".webp", ".gif", ".ico")


def files(place: Path) -> Iterator[tuple[str, bytes]]:
    """Yields name and content of every file that can be read; raises OSError or BadZipFile."""
    if place.is_dir():
        for path in sorted(path for path in _below(place) if path.suffix.lower() in READ and path.stat().st_size <= LARGEST):
            yield from _opened(path.relative_to(place).as_posix(), path.read_bytes())
    else:
        yield from _archive("", place.read_bytes(), 0)


def _below(place: Path) -> Iterator[Path]:
    return (path for path in place.rglob("*") if path.is_file() and not path.is_symlink())


def _opened(name: str, content: bytes, depth: int = 0) -> Iterator[tuple[str, bytes]]:
    if name.lower().endswith((".zip", ".zim")) and depth < 3:
        yield from _archive(f"{name}/", content, depth + 1)
    else:
        yield name, content


def _archive(before: str, content: bytes, depth: int) -> Iterator[tuple[str, bytes]]:
    with _zip(content) as place, zipfile.ZipFile(place) as archive:
        for entry in archive.infolist():
            if entry.filename.lower().endswith(READ) and entry.file_size <= LARGEST:
                yield from _opened(before + entry.filename, _unpacked(archive, entry), depth)


def _unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """Returns no more bytes of a file than its zip says that it has: whoever asks for all at once gets what it holds."""
    with archive.open(entry) as file:
        return b"".join(iter(lambda: file.read(io.DEFAULT_BUFFER_SIZE), b""))


def _zip(content: bytes) -> IO[bytes]:
    """Returns a zip as it is, and a ZIM as a zip."""
    if not content.startswith(b"ZIM\x04"):
        return io.BytesIO(content)
    try:
        return unpacked(content)
    except Unread as reason:
        raise OSError(str(reason)) from reason
