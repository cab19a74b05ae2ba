"""Reads one file of the project as text, and tells in a finding when it cannot.

Editors on Windows send files in odd encodings; a page must never be lost or garbled
because of it, so everything that is not plain UTF-8 in NFC is named with its line.
"""

import re
import stat
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from ..finding import Finding, finding
from ..place import Place
from .kinds import kind_of_file

LARGEST = 1_000_000  # bytes; the longest page of the site has about 10 000
FOLDER = "it is a folder, and a file belongs here"
BOM = "\ufeff"
PAGES = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")  # what MkDocs takes for a page
# Control characters, other programs' line ends, marks that turn the direction of text and with it the
# order of digits, and U+FFFD, which stands where a program has already lost a letter.
HARMFUL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffd-\uffff]")


def read_text(root: Path, path: str) -> tuple[str | None, list[Finding]]:
    """Returns the text of `root`/`path` and what is wrong with it.

    The text is None when the file cannot be used at all. What was told is mended in the text
    (byte-order mark, line ends, NFC, harmful characters), so that nothing is told twice.
    """
    place = Place(path)
    try:
        status = (root / path).lstat()
        if kind := kind_of_file(status.st_mode):  # a link could publish any file of this machine, a pipe never ends
            return None, [finding(place, "file-kind-odd", kind=kind)]
        if not stat.S_ISREG(status.st_mode):
            return None, [finding(place, "file-unreadable", reason=FOLDER)]
        if status.st_size > LARGEST:
            return None, [finding(place, "file-too-large", size=status.st_size, largest=LARGEST)]
        return _decoded((root / path).read_bytes(), place)
    except FileNotFoundError:
        return None, [finding(place, "file-missing")]
    except OSError as error:
        return None, [finding(place, "file-unreadable", reason=error.strerror or error)]


def _decoded(raw: bytes, place: Place) -> tuple[str | None, list[Finding]]:
    try:
        text = raw.decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        byte = f"0x{raw[error.start]:02x}"
        return None, [finding(Place(place.path, line), "file-not-utf8", byte=byte)]
    findings = [finding(place, "file-byte-order-mark")] if text.startswith(BOM) else []
    text = text.removeprefix(BOM)
    findings += [*_harmful(text, place.path), *_not_composed(text, place.path)]
    return unicodedata.normalize("NFC", HARMFUL.sub("", text)), findings


def _harmful(text: str, path: str) -> Iterator[Finding]:
    """Yields the first harmful character; a file that was garbled holds thousands."""
    if found := HARMFUL.search(text):
        line = text.count("\n", 0, found.start()) + 1
        name = unicodedata.name(found[0], "a control character")
        yield finding(Place(path, line), "file-character-harmful", code=f"U+{ord(found[0]):04X}", name=name)


def _not_composed(text: str, path: str) -> Iterator[Finding]:
    """Yields the first word that is not in NFC; a whole file is saved in one way or the other. Of a page the site makes it so."""
    if unicodedata.is_normalized("NFC", text):
        return
    rule = "page-not-nfc" if path.lower().endswith(PAGES) else "file-not-nfc"
    for number, line in enumerate(text.split("\n"), 1):
        for word in line.split():
            if not unicodedata.is_normalized("NFC", word):
                yield finding(Place(path, number), rule, word=unicodedata.normalize("NFC", word))
                return
