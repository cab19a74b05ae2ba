"""Finds numbers that a reader has to work out: a sum, pieces over several sentences, a row read backwards, an x for a digit."""

import re
from collections.abc import Iterator

from . import context, counting, numerals, vocabulary
from .known import Known
from .sums import SIGN, worth
from .telephone import SERVICE, Found, whole
from .vocabulary import either, small, values

# These look back behind their first figure, which is far quicker than to look back everywhere.
SUM = re.compile(rf"\d(?<![\w.,/].)\d{{0,8}}(?:,? ?(?:{SIGN}) ?\d{{1,9}}){{1,8}}(?![.,/]?\d)", re.IGNORECASE)
NEXT_TO = {words.replace("_", " "): (1, -1)[int(row)] for words, row in values("next_to").items()}
BESIDE = re.compile(rf"\b({'|'.join(NEXT_TO)}) (\d{{2,9}})(?![.,/]?\d)")
DIGIT = re.compile(r"\d")
OPEN = re.compile(r"[1-9](?<![\w.,].)[xX]\d{2,3}(?!\w)")
MASKED = re.compile(r"(?<![\w.,])[0+1](?=[\d .-]*[xX])(?:[ .-]?[\dxX]){4,14}(?!\w)")
X_IS = re.compile(rf"\bx+ {either('standing_for')} \d")  # as the next three, of a text in small letters
LETTER_BETWEEN = re.compile(r"\d(?<!\w.)[A-Za-z](?:\d[A-Za-z]){6,12}\d?(?!\w)")
GROUPS_BETWEEN = re.compile(r"0(?<!\w0)\d*([A-Za-z])\d+(?:(?:\1|[ .-])\d+)+(?!\w)")
ROW = re.compile(r"(?<![\w.,])\d(?:[ .-]?\d){2,}(?!\w)")
BACKWARDS = re.compile(rf"\b{either('backwards')}\b")
LINE = re.compile(r"\d{1,3}[.)][ \t]+(\d{1,5})[ \t]*(?=\n|\Z)")
ONE_A_LINE = re.compile(rf"{LINE.pattern}(?:\n[ \t]*{LINE.pattern}){{1,13}}")
PIECE = re.compile(r"\d(?<![\d.,/-].)(?:(?:[-. ]\d){2,}|\d{1,5})(?![\d/%]|[.,-]\d)")
PAIRS = re.compile(rf"(0(?<![\d.,]0)\d(?:[ .-]?\d){{0,6}})[^\d\n]{{1,30}}?\b({'|'.join(numerals.MANY)}) {either('pairs')} (\d\d)(?!\d)")
GOING_ON = re.compile(rf"\b{either('going_on')}\b")
ASSEMBLING = re.compile(rf"\b{either('assembling')}\b")
BLANK = re.compile(r"[ .-]")  # inside one piece
FARTHEST = 60  # characters between two pieces


def solved(text: str, known: Known) -> Iterator[Found]:
    """Yields the numbers of all riddles of a text."""
    low = small(text)
    if DIGIT.search(text):
        yield from _sums(text, low, known)
        yield from _open(text, low)
        yield from _between_letters(text)
        yield from _backwards(text, low, known)
        yield from _one_a_line(text)
        yield from _pairs(low)
    yield from _pieces(text, low)


def _sums(text: str, low: str, known: Known) -> Iterator[Found]:
    """Yields what "lấy 120 trừ 5 rồi bấm số ấy" or "số liền sau 112" comes to, where that is a code or one slip from it."""
    told = [(match, worth(match[0])) for match in SUM.finditer(text)]
    told += [(match, int(match[2]) + NEXT_TO[match[1]]) for match in BESIDE.finditer(low)]
    for match, number in told:
        digits = str(number)
        code = len(digits) > 2 and digits.isdigit() and known.means(digits)
        if code and _offered(text, *match.span()) and not counting.unit(text, match.end()):
            yield Found(*match.span(), digits)


def _offered(text: str, start: int, end: int) -> bool:
    return context.says_any(context.around(text, start, end), vocabulary.OFFERS | vocabulary.PRESSING)


def _open(text: str, low: str) -> Iterator[Found]:
    """Yields numbers with a digit left open: "gửi 8x79", "09X2 X41 8X0, X là 5"; 1900 xxxx is none."""
    for match in OPEN.finditer(text):
        if context.calling(context.before(text, match.start())) != context.NO:
            yield Found(*match.span(), match[0])
    if X_IS.search(low):
        yield from (Found(*match.span(), match[0]) for match in MASKED.finditer(text))


def _between_letters(text: str) -> Iterator[Found]:
    """Yields telephone numbers with a letter behind each digit, or one and the same between their groups: 0a9b1c…, 09x12x345x678."""
    for match in (*LETTER_BETWEEN.finditer(text), *GROUPS_BETWEEN.finditer(text)):
        digits = re.sub(r"\D", "", match[0])
        if whole(digits):
            yield Found(*match.span(), digits)


def _backwards(text: str, low: str, known: Known) -> Iterator[Found]:
    """Yields what a row of digits says when the text asks to read it from its end."""
    for match in ROW.finditer(text) if BACKWARDS.search(low) else ():
        digits = re.sub(r"\D", "", match[0])[::-1]
        if (known.means(digits) or whole(digits)) and BACKWARDS.search(context.around(low, *match.span())):
            yield Found(*match.span(), digits)


def _one_a_line(text: str) -> Iterator[Found]:
    """Yields a telephone number whose digits are the lines of a numbered list, several on a line where a line before says to call."""
    for match in ONE_A_LINE.finditer(text):
        lines = LINE.findall(match[0])
        digits = "".join(lines)
        if whole(digits) and (len(lines) == len(digits) or context.says_any(context.lead(text, match.start()), vocabulary.OFFERS | vocabulary.PRESSING)):
            yield Found(*match.span(), digits)


def _pairs(low: str) -> Iterator[Found]:
    """Yields a telephone number that ends in the same pair several times: "09 rồi bốn cặp 68"."""
    for match in PAIRS.finditer(low):
        digits = re.sub(r"\D", "", match[1]) + match[3] * int(numerals.MANY[match[2]])
        if whole(digits):
            yield Found(*match.span(), digits)


def _pieces(text: str, low: str) -> Iterator[Found]:
    """Yields a telephone number whose parts are led on by words, or that somebody is to put together: "nửa đầu: …, nửa sau: …"."""
    for row in _led_on(text, low) if ASSEMBLING.search(low) or GOING_ON.search(low) else ():
        digits = "".join(piece.digits for piece in row)
        if len(row) > 1 and _whole(digits, text, row):
            yield Found(row[0].start, row[-1].end, digits)


def _led_on(text: str, low: str) -> Iterator[list[Found]]:
    """Yields the pieces that belong to each other."""
    row: list[Found] = []
    for piece in _parts(text):
        if row and not _goes_on(low, row[-1].end, piece.start):
            yield row
            row = []
        row.append(piece)
    yield row


def _goes_on(low: str, end: int, start: int) -> bool:
    """Returns whether the next piece belongs to the one that ends here."""
    return start - end <= FARTHEST and bool(BLANK.fullmatch(low, end, start) or GOING_ON.search(low, end, start)
                                            or ASSEMBLING.search(low, max(0, end - 2 * FARTHEST), end + 2 * FARTHEST))


def _parts(text: str) -> list[Found]:
    """Returns groups of digits and rows of digits in words, in their order."""
    written = [Found(*match.span(), re.sub(r"\D", "", match[0])) for match in PIECE.finditer(text) if not counting.unit(text, match.end())]
    rows = (numerals.parts(row) for row in numerals.rows(text) if not any(said.word.isdigit() for said in row))
    spoken = [Found(parts[0].start, parts[-1].end, "".join(part.digits for part in parts)) for parts in rows if parts]
    return sorted(written + spoken, key=lambda found: found.start)


def _whole(digits: str, text: str, row: list[Found]) -> bool:
    """Returns whether pieces make a telephone number; years in a row may look like a free or premium one."""
    return whole(digits) and (not SERVICE.match(digits) or _offered(text, row[0].start, row[-1].end))
