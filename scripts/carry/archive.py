"""Packs the finished site into one zip that opens by a double click and needs no network.

The files are stored, not compressed: compressors differ between machines, and a school must
be able to compare checksums (docs/_decisions/0003). Times are fixed for the same reason.
"""

import zipfile
from collections.abc import Mapping
from pathlib import Path

from .offline import carried

STAMP = (1980, 1, 1, 0, 0, 0)  # the earliest time a zip can hold


def write_archive(site: Path, target: Path, words: Mapping[str, str]) -> None:
    """Writes the offline copy of the folder `site` to the zip `target`, the same bytes every time."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for name, content in carried(site, words):
            archive.writestr(_entry(name), content)


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, STAMP)
    entry.create_system, entry.external_attr = 3, 0o644 << 16
    return entry
