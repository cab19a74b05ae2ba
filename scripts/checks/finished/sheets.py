"""Looks at finished files as a camera or a printer would: PDFs to print, pictures, drawings."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

from ...facts.finding import Finding, finding
from ...facts.place import Place
from .bounded import Unable, Unread, taken_apart
from .codes import PICTURES, pieces_of_code
from .extract import Piece
from .judge import Judge, Source
from .known import Known

NO_TEXT = (".pdf", *PICTURES)
DRAWING = ".svg"
SEEN = (DRAWING, *NO_TEXT)
MEMORY = ".build/pictures.json"
DAY = re.compile(r"D:[0-9]{4,14}(?:Z|[+-][0-9]{2}'?[0-9]{2}'?)?\Z")  # ISO 32000-1, 7.9.4


class Sight:
    """What the files of the project `root` show besides their text, with the memory of pictures seen before."""

    def __init__(self, root: Path):
        self.known = Known(root / MEMORY)
        self.lacking: set[str] = set()

    def look(self, name: str, content: bytes, judge: Judge, source: Source) -> Iterator[Finding]:
        """Yields what a file shows that the project does not say; a program that this machine lacks is told once."""
        try:
            pieces = self._pieces(name, content)
        except Unable as reason:
            if str(reason) not in self.lacking:
                self.lacking.add(str(reason))
                yield finding(Place(name), "finished-program-missing", reason=reason)
            return
        except Unread as reason:
            yield finding(Place(name), "finished-file-unread", reason=reason)
            return
        for piece in pieces:
            for rule, line, values in judge.piece(piece, source, ""):
                yield finding(Place(name, line), rule, **values)

    def _pieces(self, name: str, content: bytes) -> list[Piece]:
        if name.lower().endswith(PICTURES):
            return [piece for text in self.known.codes(content) for piece in pieces_of_code(text)]
        kind = "svg" if name.lower().endswith(DRAWING) else "pdf"
        return [piece for row in json.loads(taken_apart(kind, content)) for piece in _said(*row)]


def _said(kind: str, page: int, text: str, shown: str) -> Iterator[Piece]:
    """Yields a piece whose line is the page."""
    if kind == "code":
        yield from pieces_of_code(text, page)
    elif not DAY.match(text):
        yield Piece(kind, page, text, shown=shown or text.partition(":")[2])
