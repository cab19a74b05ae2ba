"""Finds what reads as a number to call in a text, however its digits are written."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

POSING = str.maketrans("OoОоΟοIlІіι", "00000011111")
POSED = re.compile(r"(?<![^\W\d_])[0-9OoОоΟοIlІіι]*[0-9][0-9OoОоΟοIlІіι]*(?![^\W\d_])")
GAP = r"[^\w\n,;:%₫$€]{0,3}"
ROW = re.compile(rf"\+?[(]?[0-9](?:{GAP}[0-9])*")
DAY = re.compile(r"(?<![0-9])(?:[0-3]?[0-9][-/.][01]?[0-9][-/.](?:19|20)[0-9]{2}|(?:19|20)[0-9]{2}-[01][0-9]-[0-3][0-9])(?![0-9])")
AMOUNT = re.compile(r"(?<![0-9+])(?<![0-9][-.,/])[1-9][0-9]{0,2}([.,])[0-9]{3}(?:\1[0-9]{3})*(?![0-9])")
LAW = re.compile(r"(?<![0-9])[0-9]{1,4}/(?:19|20)[0-9]{2}(?:/\w+(?:-\w+)*)?")
YEARS = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2} ?[-–/] ?(?:(?:19|20)[0-9]{2}|[0-9]{2})(?![0-9])")
HOURS = re.compile(r"(?<![0-9])24/(?:7|24)(?![0-9])")
NOTED = re.compile(r"(?<=[0-9] )\((?:19|20)[0-9]{2}\)(?![ .-]?[0-9])")  # the year of a survey behind an age
NAME = re.compile(r"urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![0-9a-f])", re.IGNORECASE)  # RFC 9562
CLASS = re.compile(r"\[0-9[^\]\s0-9]*\](?:\{[0-9]{1,2}(?:,[0-9]{0,2})?\})?")  # in a pattern that describes numbers
GROUP = re.compile("[0-9]+")
RANGE = re.compile(r"([0-9]{1,2}) ?- ?([0-9]{1,2})\Z")
WORDS = {word: str(digit) for digit, row in enumerate((
    "khong zero oh", "mot mot one", "hai two", "ba three", "bon tu four", "nam lam five", "sau six", "bay seven", "tam eight",
    "chin nine")) for word in row.split()}
SAID = re.compile(r"[^\W_]+|[.!?;:,|]| - ")
LONGEST = 100_000  # characters of one text


def read(text: str) -> str:
    """Returns a text with every digit as an ASCII one and without characters that nobody sees."""
    seen = (char if char < "\x7f" else _seen(char) for char in text[:LONGEST])
    return POSED.sub(lambda word: word[0].translate(POSING), "".join(seen))


@lru_cache(maxsize=10_000)
def _seen(char: str) -> str:
    """Returns what people see of a sign: a digit as an ASCII one, of what is hidden nothing."""
    kind = unicodedata.category(char)
    if kind in ("Cf", "Me", "Mn", "Cc"):
        return ""
    if kind == "Pd":
        return "-"
    if kind[0] == "N" and unicodedata.numeric(char) in range(10):
        return str(int(unicodedata.numeric(char)))
    return char if kind[0] == "L" else unicodedata.normalize("NFKC", char)


@lru_cache(maxsize=100_000)  # the same words stand in many lines
def folded(text: str) -> str:
    """Returns the words of a text in small letters without marks."""
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(char for char in plain if not unicodedata.combining(char))


def rows(text: str) -> Iterator[str]:
    """Yields rows of digits that are neither a day, an amount, a law, years nor a part of a name for programs, as they stand there."""
    for pattern in (NAME, HOURS, NOTED, LAW, DAY, YEARS, AMOUNT):
        text = pattern.sub(" \ufffc ", text)
    for match in ROW.finditer(text):
        yield match[0]


def ages(row: str) -> bool:
    """Returns whether a row reads from a small number up to another: 11-14."""
    match = RANGE.match(row)
    return bool(match) and int(match[1]) < int(match[2])


def telephone(row: str) -> bool:
    """Returns whether a row of digits has the form of a telephone number: E.164, or the Vietnamese plan.

    Source of the forms: ITU-T E.164, and Circular 22/2014/TT-BTTTT.
    """
    digits = re.sub(r"[^0-9]", "", row)
    if len(digits) < 7 or len(digits) > 16:
        return False
    return bool(row.startswith("+") or re.match(r"0[0-9]{7,}|84[0-9]{8,}|1[89]00[0-9]{3,6}\Z|00[1-9]", digits)
                or len(digits) <= 12 and not re.search(r"[0-9]\D+[0-9]{1,2}\D", row))


def regrouped(written: str, shown: str) -> bool:
    """Returns whether digits that are the same stand in other groups; in one row, or one by one, they read as no other number.

    >>> regrouped("190 0969 680", "1900 969 680"), regrouped("1 1 1", "111")
    (True, False)
    """
    groups = GROUP.findall(written)
    return len(groups) > 1 and groups != GROUP.findall(shown) and max(map(len, groups)) > 1


def grouped(number: str) -> str:
    """Returns a number as pages show it: what all of its kind begin with, then by threes, of which the last takes a digit that is left.

    >>> grouped("111"), grouped("+84981848484"), grouped("1900969680"), grouped("19001234")
    ('111', '+84 981 848 484', '1900 969 680', '1900 1234')
    """
    begin = 4 if re.match(r"1[89]00", number) else 2 if number.startswith("+1") else 3
    if len(number) <= 6:
        return number
    threes = re.findall(r"[0-9]{4}\Z|[0-9]{1,3}", number[begin:])
    return " ".join([number[:begin], *threes])


@lru_cache(maxsize=100_000)
def _digit(written: str) -> str:
    """Returns the digit that a word or sign stands for, empty when it is none."""
    word = folded(written) if written not in ("tu", "tự", "từ", "tử") else ""
    return WORDS.get(word, word if len(word) == 1 and word.isdigit() else "")


def spoken(text: str) -> Iterator[str]:
    """Yields the digits of rows of three words or more that are all digits."""
    row: list[str] = []
    for written in [*SAID.findall(text.lower()), ""]:
        if digit := _digit(written):
            row.append(digit)
        else:
            if len(row) > 2:
                yield "".join(row)
            row = []
