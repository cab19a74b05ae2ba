"""Recognises the numbers that are none to call: laws, dates, times, amounts, percentages, versions.

Each is told by its own form, with nothing joined to it on either side, so that a telephone number
cannot borrow the form of a date for a part of itself.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass

DAY, MONTH, YEAR = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0?[1-9]|1[0-2])", r"(?:1[6-9]\d\d|20\d\d|21\d\d)"
CLOCK, PART = r"(?:[01]?\d|2[0-4]):[0-5]\d", r"\d{1,3}(?:[.,]\d{1,3})?"
POINTED = r"(?:[01]?\d|2[0-4])\.[0-5]\d"  # 10.30-12.45; 18.00-20.30 runs on into the evening, and 19.00-11.11 may be a paid number
LATE = r"(?!18\.00[ ]?-[ ]?(?!19|2)|19\.00[ ]?-[ ]?(?!2))"
FREE_BEFORE = r"(?<!\d)(?<!\d[-._/·,:])"
FREE_AFTER = r"(?!\d)(?![-._/·:,]\d)"
FORMS = {
    "law": r"(?:(?<=\((?:EU|EC)\) )(?:19|20)\d\d/\d{1,4}|(?:19|20)?\d\d/\d{1,4}/(?:EU|EC|EEC)|[A-Z]/RES/\d{1,4}/\d{1,4}|\d{1,5}(?:/\d{4})?/[A-ZĐ][A-Za-zĐđ]+\d{0,3})",
    "date": "|".join((
        rf"{DAY}(?:/{MONTH}(?:/{YEAR})?)?[ ]?-[ ]?{DAY}/{MONTH}(?:/{YEAR})?",
        rf"{DAY}(?P<sign>[/.-]){MONTH}(?P=sign){YEAR}", r"(?:0[1-9]|[12]\d|3[01])\.(?:0[1-9]|1[0-2])\.\d\d",
        rf"{YEAR}(?P<mark>[-/.]){MONTH}(?P=mark){DAY}",
        rf"{MONTH}/{DAY}/{YEAR}",
        rf"{MONTH}/{YEAR}[ ]?-[ ]?{MONTH}/{YEAR}", rf"{MONTH}/{YEAR}", rf"{DAY}/{MONTH}", r"(?!1[89]00)[1-9]\d{1,3}/(?:19[4-9]|20\d)\d",
        r"20\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")),
    "time": rf"{CLOCK}(?::[0-5]\d)?(?:-{CLOCK})?|{LATE}{POINTED}[ ]?-[ ]?{POINTED}|24/7|24/24",
    "address": r"(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:(?:\.|\[\.\])(?:25[0-5]|2[0-4]\d|1?\d?\d)){3}(?::\d{2,5}|/\d\d?)?",
    "share": rf"{PART}(?:-{PART})?[ ]?[%‰]",
    "thousands": r"(?:1/)?[1-9]\d{0,2}(?P<point>[.,'])\d{3}(?:(?P=point)\d{3})*(?:[.,]\d{1,2})?"
                 r"(?:[ ]?[-/][ ]?[1-9]\d{0,2}(?:(?P=point)\d{3})+)?",
    "spaced": r"[1-9]\d{0,2}(?:[ ]\d{3})+",
    "years": rf"{YEAR}[ ]?[-/][ ]?(?:{YEAR}|\d\d)",
    "decimal": r"\d{1,3}[.,]\d{1,2}",
    "fraction": r"[1-9]\d{0,2}[.,]\d{4,20}|0[.,]\d{3,7}",
    "version": r"(?=[\d.]*\d{4})[1-9]\d{0,3}(?:\.(?:0|[1-9]\d{0,4})){3}|(?!1[89]00|84)[1-9]\d{4}\.\d{3,5}",
    "year": r"(?:1[89]00|19[3-9]\d|20\d\d)",
}
BOOK = re.compile(r"\b(?i:isbn)(?:-1[03])?:? (97[89](?:[- ]?\d){10})(?![- ]?\d)")
AFTER = {"law": r"(?![A-Za-z\d])"}
ALLOWED = re.compile(r"(?=[\dA-Z])" + FREE_BEFORE + "(?:" + "|".join(
    f"(?P<{name}>(?:{form}){AFTER.get(name, FREE_AFTER)})" for name, form in FORMS.items()) + ")")
# Forms that settle the matter; the others only say what a number may be.
SETTLED = frozenset({"law", "date", "time", "address", "share", "decimal"})


@dataclass(frozen=True)
class Form:
    """A stretch of text that has the form of a law's number, a date, an amount …"""

    start: int
    end: int
    kind: str


class Forms:
    """All such stretches of a text; `at` finds the one that covers a place."""

    def __init__(self, text: str):
        self.found = [Form(match.start(), match.end(), _kind(match)) for match in ALLOWED.finditer(text)]
        self.starts = [form.start for form in self.found]

    def at(self, place: int) -> Form | None:
        """Returns the form that covers a place, or None."""
        index = bisect_right(self.starts, place) - 1
        form = self.found[index] if index >= 0 else None
        return form if form and place < form.end else None


def without_books(text: str) -> str:
    """Returns a text with the numbers of books blotted out; one whose last digit is wrong is none (ISO 2108)."""
    return BOOK.sub(lambda book: "\ufffc" * len(book[0]) if _checked(re.sub(r"\D", "", book[1])) else book[0], text)


def _checked(digits: str) -> bool:
    return sum(int(digit) * (1, 3)[at % 2] for at, digit in enumerate(digits)) % 10 == 0


def _kind(match: re.Match) -> str:
    return next(name for name in FORMS if match[name] is not None)
