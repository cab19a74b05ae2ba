"""Finds numbers that a reader has to put together: a sum, pieces over several sentences, an x in place of a digit."""

import re
from collections.abc import Iterator
from operator import add, floordiv, mul, sub

from . import context, numerals, vocabulary
from .known import LIVE, Known
from .telephone import SERVICE, SHAPES, Found
from .vocabulary import either, values

SIGNS = {sign: (add, sub, mul, floordiv)[int(row)] for sign, row in values("sums").items()}
SIGN = "|".join(re.escape(sign.replace("_", " ")) for sign in SIGNS)
SUM = re.compile(rf"(?<![\w.,/])\d{{1,5}}(?: ?(?:{SIGN}) ?\d{{1,5}}){{1,4}}(?![.,/]?\d)", re.IGNORECASE)
TERM = re.compile(rf"({SIGN}|\A) ?(\d+)", re.IGNORECASE)
OPEN = re.compile(r"(?<![\w.,])[1-9][xX]\d{2,3}(?!\w)")
PIECE = re.compile(r"(?<![\d.,/])\d{2,6}(?![\d/%]|[.,]\d)")
GOING_ON = re.compile(rf"\b{either('going_on')}\b", re.IGNORECASE)
FARTHEST, REACH = 60, 120  # characters between two pieces; and beside a riddle


def solved(text: str, known: Known) -> Iterator[Found]:
    """Yields the numbers of all riddles of a text."""
    if any(char.isdigit() for char in text):
        yield from _sums(text, known)
        yield from _open(text)
    yield from _pieces(text, known)


def _sums(text: str, known: Known) -> Iterator[Found]:
    """Yields what "lấy 120 trừ 5 rồi bấm số ấy" comes to, where that is a code or one slip from it."""
    for match in SUM.finditer(text):
        digits = str(max(_worth(match[0]), 0))
        near = known.near(digits)
        if (digits in known.short or near and near.state == LIVE) and _offered(text, *match.span()) and not context.unit(text, match.end()):
            yield Found(*match.span(), digits)


def _worth(written: str) -> int:
    """Returns the value of a sum, or 0; times and divided by go first."""
    terms: list[int] = []
    for sign, number in TERM.findall(written.lower()):
        reckon = SIGNS.get(sign.replace(" ", "_"), add)
        if reckon in (mul, floordiv):
            if reckon is floordiv and (not int(number) or terms[-1] % int(number)):
                return 0
            terms.append(reckon(terms.pop(), int(number)))
        else:
            terms.append(reckon(0, int(number)))
    return sum(terms)


def _offered(text: str, start: int, end: int) -> bool:
    return context.says_any(text[max(0, start - REACH):end + REACH], vocabulary.OFFERS | vocabulary.PRESSING)


def _open(text: str) -> Iterator[Found]:
    """Yields short codes of a text message with one digit left open: "gửi 8x79"."""
    for match in OPEN.finditer(text):
        if context.calling(context.before(text, match.start())) != context.NO:
            yield Found(*match.span(), match[0])


def _pieces(text: str, known: Known) -> Iterator[Found]:
    """Yields a telephone number whose parts are led on by words: "nửa đầu: …, nửa sau: …"."""
    row: list[Found] = []
    for piece in [*_parts(text), Found(len(text) + FARTHEST + 1, 0, "")] if GOING_ON.search(text) else ():
        if row and (piece.start - row[-1].end > FARTHEST or not GOING_ON.search(text, row[-1].end, piece.start)):
            digits = "".join(one.digits for one in row)
            if len(row) > 1 and _whole(digits, text, row):
                yield Found(row[0].start, row[-1].end, digits)
            row = []
        row.append(piece)


def _parts(text: str) -> list[Found]:
    """Returns groups of digits and rows of digits in words, in their order."""
    written = [Found(*match.span(), match[0]) for match in PIECE.finditer(text) if not context.unit(text, match.end())]
    rows = (numerals.parts(row) for row in numerals.rows(text) if not any(said.word.isdigit() for said in row))
    spoken = [Found(parts[0].start, parts[-1].end, "".join(part.digits for part in parts)) for parts in rows if parts]
    return sorted(written + spoken, key=lambda found: found.start)


def _whole(digits: str, text: str, row: list[Found]) -> bool:
    """Returns whether pieces make a telephone number; years in a row may look like a free or premium one."""
    shaped = any(shape.match(digits) for shape in SHAPES)
    return shaped and (not SERVICE.match(digits) or _offered(text, row[0].start, row[-1].end))
