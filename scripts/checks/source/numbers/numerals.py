"""Reads number words, Vietnamese and English, as the digits they stand for: "một trăm mười ba" is 113.

Telephone numbers are read out digit by digit, in pairs ("ninety-six"), or as one number; all three
may be mixed with digits that are written as such.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile

from .vocabulary import one_of, plain, small, values

ONES, TEENS, TENS = values("ones"), values("teens", 10), values("tens", 2)
TEN, TIMES_TEN, HUNDRED, NOUGHT, SIGNS = map(plain, ("ten", "times_ten", "hundred", "nought", "signs"))
DIGIT = plain("digit")
JOINS, DIGITS = NOUGHT | {"and"}, frozenset("0123456789")
TIMES = {word: int(times) for word, times in values("times", 2).items()}
MANY, FIGURES = values("times_said", 2), plain("figures")
PART = re.compile(one_of(word for word in ONES if len(word) > 1))
GLUED = re.compile(PART.pattern + "{2,}")
NUMERAL = {*ONES, *TEENS, *TENS, *TEN, *TIMES_TEN, *HUNDRED, *NOUGHT, *TIMES}
NUMBER_WORD = re.compile(rf"(?<![^\W\d_])(?:{one_of(NUMERAL)}(?:e?s)?(?![^\W\d_])|{GLUED.pattern})")
IN_A_ROW = NUMERAL | SIGNS | FIGURES | JOINS | DIGIT
# Every word that may stand in a row, of a text in small letters, also with its letters apart (m-ộ-t); far quicker than to look at each word.
WORD = re.compile(rf"[0-9]+|(?<![^\W\d_])(?:{one_of(IN_A_ROW | {'-'.join(word) for word in NUMERAL})}|{GLUED.pattern})(?![^\W\d_])")
LETTER_APART = re.compile(r"-[^\W\d_](?!\w)")
APART = re.compile(r"[^\W\d_]|[0-9!?;:|\ufffc]|\n\n")
WIDEST, MOST, LONGEST = 5, 60, 7  # characters between two words; words in a row, and of one figure among them


@dataclass(slots=True)
class Spoken:
    """One word or group of digits of a spelled-out number; `listed` when a comma stands before it."""

    word: str
    start: int
    end: int
    listed: bool = False


@dataclass(slots=True)
class Part:
    """Words that make a few digits together; `single` when they are one digit said as such."""

    digits: str
    start: int
    end: int
    single: bool


def said(text: str) -> bool:
    """Returns whether there is a number word in a text, also one of several (“two ones”), run together (“mộtmộtba”) or with its letters apart (“m-ộ-t”)."""
    return (NUMBER_WORD.search(small(text)) or LETTER_APART.search(text)) is not None


@lru_cache(maxsize=1)  # two ask for those of the same text
def rows(text: str) -> tuple[list[Spoken], ...]:
    """Returns the runs of number words, digits among them, with nothing but signs between."""
    return tuple(_rows(text))


def _rows(text: str) -> Iterator[list[Spoken]]:
    row: list[Spoken] = []
    for match in WORD.finditer(small(text)):
        word = text[match.start():match.end()].lower().replace("-", "")
        gap = text[row[-1].end if row else match.start():match.start()]
        if row and (len(gap) > WIDEST or len(row) > MOST or APART.search(gap)):
            yield from _worth(row)
            row = []
        if GLUED.fullmatch(word):
            row += [Spoken(one, match.start(), match.end()) for one in PART.findall(word)]
        elif word in NUMERAL or word.isdigit() or row and (word in SIGNS or word in FIGURES or word == "and" or word in DIGIT and row[-1].word in (*SIGNS, *MANY)):
            row.append(Spoken(word, match.start(), match.end(), "," in gap))
        elif row:
            yield from _worth(row)
            row = []
    yield from _worth(row)


def _worth(row: list[Spoken]) -> Iterator[list[Spoken]]:
    if row and row[-1].word in DIGIT:
        row.pop()  # “ba số đầu” speaks of three digits and says none
    if len(row) > 1 and any(not item.word.isdigit() for item in row):
        yield row


def parts(row: list[Spoken]) -> list[Part]:
    """Returns the words of a run taken together to digits."""
    found, at = [], 0
    while at < len(row):
        window = row[at:at + 1] + list(takewhile(lambda item: not item.listed, row[at + 1:at + LONGEST]))
        digits, size, single = _value([*(item.word for item in window), None, None, None])  # so that three can be asked for
        if digits:
            found.append(Part(digits, row[at].start, row[at + size - 1].end, single))
        at += size
    return found


def _value(words: list[str | None]) -> tuple[str, int, bool]:
    """Returns the digits that the first words make, how many words those are, and whether they are one digit."""
    first, second, third = words[:3]
    if first in MANY and second in FIGURES | DIGIT and third in ONES:
        return ONES[third] * int(MANY[first]), 3, True
    if first in TIMES and (second in ONES or second in DIGITS):
        return ONES.get(second, second) * TIMES[first], 2, True
    two = _below_hundred(words)
    if first in HUNDRED or second in HUNDRED and first in ONES or two and words[two[1]] in HUNDRED:
        return _hundreds(words, two)
    if two:
        return *two, False
    if first in ONES:
        return ONES[first], 1, True
    if first.isdigit():
        return first, 1, False
    return "0" if first in NOUGHT else "", 1, True


def _hundreds(words: list[str | None], two: tuple[str, int] | None) -> tuple[str, int, bool]:
    """Returns the same for words with a hundred among them; `two` is what stands before it from ten on: mười chín trăm."""
    head, at = two or (("1", 0) if words[0] in HUNDRED else (ONES[words[0]], 1))
    size = at + 1
    joined = words[size] in JOINS
    rest = words[size + 1:] if joined else words[size:]
    tail = _below_hundred(rest) or _tens_and_ones(rest) or ((ONES[rest[0]], 1) if joined and rest[0] in ONES else None)
    if tail and (joined or len(head) == 1 and head != "0"):
        return head + tail[0].zfill(2), size + bool(joined) + tail[1], False
    return head + "00", size, False


def _tens_and_ones(words: list[str | None]) -> tuple[str, int] | None:
    """Returns the same for tens without a word for them, as they are said behind a hundred: (ba trăm) bốn lăm."""
    first, second, third = words[:3]
    return (ONES[first] + ONES[second], 2) if first in ONES and second in ONES and third not in ONES else None


def _below_hundred(words: list[str | None]) -> tuple[str, int] | None:
    """Returns the digits of a number from ten to ninety-nine and how many words it takes, or None."""
    first, second, third = words[:3]
    if first in TEN and not (second in TIMES_TEN):
        return ("1" + ONES[second], 2) if second in ONES else ("10", 1)
    if first in ONES and second in TIMES_TEN:
        return (ONES[first] + ONES[third], 3) if third in ONES else (ONES[first] + "0", 2)
    if first in TENS:
        return (TENS[first] + ONES[second], 2) if second in ONES and ONES[second] != "0" else (TENS[first] + "0", 1)
    return (TEENS[first], 1) if first in TEENS else None
