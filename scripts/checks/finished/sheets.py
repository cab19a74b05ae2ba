"""Says what files hold that are no text: PDFs to print, pictures, drawings."""

import json
import re
from collections.abc import Iterator

from .bounded import taken_apart
from .codes import PICTURES, pieces_of_code
from .extract import Piece
from .known import Known

NO_TEXT = (".pdf", *PICTURES)
DRAWING = ".svg"
DAY = re.compile(r"D:[0-9]{4,14}(?:Z|[+-][0-9]{2}'?[0-9]{2}'?)?\Z")  # ISO 32000-1, 7.9.4


def pieces_of(name: str, content: bytes, known: Known) -> list[Piece]:
    """Returns what a PDF, a picture, or a drawing shows besides its text; their line is the page. Raises Unread."""
    if name.lower().endswith(PICTURES):
        return [piece for text in known.codes(content) for piece in pieces_of_code(text)]
    kind = "svg" if name.lower().endswith(DRAWING) else "pdf"
    return [piece for row in json.loads(taken_apart(kind, content)) for piece in _pieces(*row)]


def _pieces(kind: str, page: int, text: str, shown: str) -> Iterator[Piece]:
    if kind == "code":
        yield from pieces_of_code(text, page)
    elif not DAY.match(text):
        yield Piece(kind, page, text, shown=shown or text.partition(":")[2])
