"""Looks at finished files as a camera or a printer would: PDFs to print, pictures, drawings."""

import json
import re
from collections.abc import Iterator
from importlib.util import find_spec

from ...kept import Kept, hash_of
from .bounded import Unable, Unread, taken_apart
from .codes import PICTURES, codes
from .extract import Piece, plain_pieces
from .judge import Fault, Judge, Source

NO_TEXT = (".pdf", *PICTURES)
DRAWING = ".svg"
SEEN = (DRAWING, *NO_TEXT)
SHOWN = "shown"  # what is kept of each such file by its bytes alone, so that a new contact does not mean to look again
UNREAD, LACKING = "finished-file-unread", "finished-program-missing"
PROGRAMS = {"pypdfium2": "pypdfium2", "zxingcpp": "zxing-cpp", "PIL": "pillow", "typst": "typst"}
LOOKERS = [package for module, package in PROGRAMS.items() if find_spec(module)]  # of those, what this machine has
DAY = re.compile(r"D:[0-9]{4,14}(?:Z|[+-][0-9]{2}'?[0-9]{2}'?)?\Z")  # ISO 32000-1, 7.9.4
LINK = re.compile(r"[a-z][a-z0-9+.-]*:\S", re.IGNORECASE)


def shown(name: str, content: bytes, kept: Kept, judge: Judge, source: Source) -> Iterator[Fault]:
    """Yields what is wrong with what a file shows besides its text."""
    try:
        said = _said(name, content, kept)
    except Unable as reason:
        yield LACKING, 1, {"reason": str(reason)}
    except Unread as reason:
        yield UNREAD, 1, {"reason": str(reason)}
    else:
        yield from (fault for row in said for piece in _pieces(*row) for fault in judge.piece(piece, source, ""))


def _said(name: str, content: bytes, kept: Kept) -> list[list]:
    """Returns [kind, page, text, shown] of all that a file shows; raises Unread, which is never kept."""
    kind = "picture" if name.lower().endswith(PICTURES) else "svg" if name.lower().endswith(DRAWING) else "pdf"
    key = hash_of(kind, content)
    said = kept.one(SHOWN, key)
    if said is None:
        said = json.dumps([("code", 1, text, "") for text in codes(content)]) if kind == "picture" else taken_apart(kind, content).decode()
        kept.keep(SHOWN, {key: said})
    return json.loads(said)


def _pieces(kind: str, page: int, text: str, shown: str) -> Iterator[Piece]:
    """Yields a piece whose line is the page."""
    if kind == "code":
        yield from _of_code(text, page)
    elif not DAY.match(text):
        yield Piece(kind, page, text, shown=shown or text.partition(":")[2])


def _of_code(text: str, page: int) -> list[Piece]:
    """Returns what a code says, as what a page would say: a link, a card or a text."""
    if "\n" in text.strip():
        return plain_pieces(text, folded=True)
    if LINK.match(text):
        return [Piece("target", page, text, shown=text.partition(":")[2])]
    return [Piece("text", page, text)]
