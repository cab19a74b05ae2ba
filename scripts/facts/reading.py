"""Reads one file of the project as text, and tells in a finding when it cannot.

Editors on Windows send files in odd encodings; a page must never be lost or garbled
because of it, so everything that is not plain UTF-8 in NFC is named with its line.
"""

import unicodedata
from collections.abc import Iterator
from pathlib import Path

from .finding import Finding, finding
from .place import Place

LARGEST = 1_000_000  # bytes; the longest page of the site has about 10 000
BOM = "\ufeff"


def read_text(root: Path, path: str) -> tuple[str | None, list[Finding]]:
    """Returns the text of `root`/`path` without a byte-order mark, and what is wrong with it.

    The text is None when the file cannot be used at all.
    """
    place = Place(path)
    try:
        raw = (root / path).read_bytes()
    except FileNotFoundError:
        return None, [finding(place, "file-missing")]
    except OSError as error:
        return None, [finding(place, "file-unreadable", reason=error.strerror or error)]
    if len(raw) > LARGEST:
        return None, [finding(place, "file-too-large", size=len(raw), largest=LARGEST)]
    return _decoded(raw, place)


def _decoded(raw: bytes, place: Place) -> tuple[str | None, list[Finding]]:
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        byte = f"0x{raw[error.start]:02x}"
        return None, [finding(Place(place.path, line), "file-not-utf8", byte=byte)]
    findings = list(_odd_characters(text, place.path))
    return text.removeprefix(BOM).replace("\r\n", "\n"), findings


def _odd_characters(text: str, path: str) -> Iterator[Finding]:
    if text.startswith(BOM):
        yield finding(Place(path), "file-byte-order-mark")
    if unicodedata.is_normalized("NFC", text):
        return
    for number, line in enumerate(text.splitlines(), 1):
        if not unicodedata.is_normalized("NFC", line):
            yield finding(Place(path, number), "file-not-nfc", word=_first_odd_word(line))


def _first_odd_word(line: str) -> str:
    words = (word for word in line.split() if not unicodedata.is_normalized("NFC", word))
    return unicodedata.normalize("NFC", next(words, line))
