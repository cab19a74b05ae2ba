"""Packs the finished site into one zip that opens by a double click and needs no network.

The files are stored, not compressed: compressors differ between machines, and a school must
be able to compare checksums (docs/_decisions/0003). Times are fixed for the same reason.
"""

import re
import zipfile
from pathlib import Path

STAMP = (1980, 1, 1, 0, 0, 0)  # the earliest time a zip can hold
SERVER_ONLY = re.compile(r"(.*/)?404\.html\Z|sitemap\.xml\Z|(.*/)?feed\.xml\Z|robots\.txt\Z|_headers\Z|\.well-known/|headers/|assets/cards/")
OFFLINE_HREF = re.compile(rb'\bhref="[^"]*"([^>]*?)\s+data-offline-href="([^"]*)"')


def write_archive(site: Path, target: Path) -> None:
    """Writes the offline copy of the folder `site` to the zip `target`, the same bytes every time."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for path in sorted(site.rglob("*"), key=lambda path: path.relative_to(site).as_posix()):
            name = path.relative_to(site).as_posix()
            if path.is_file() and not SERVER_ONLY.match(name):
                archive.writestr(_entry(name), offline(path))


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, STAMP)
    entry.create_system, entry.external_attr = 3, 0o644 << 16
    return entry


def offline(path: Path) -> bytes:
    """Returns a file as the offline copy holds it: links with an offline twin use that one."""
    content = path.read_bytes()
    if path.suffix != ".html":
        return content
    return OFFLINE_HREF.sub(rb'href="\2"\1', content)
