"""Cuts a text into groups of digits and joins those that a caller would dial in one breath.

People write numbers with spaces, dots, dashes, brackets, slashes, line ends; "tight" groups have only
such signs between them, "loose" ones also commas, colons, bars or bullets, but never a letter.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .allowed import Form, Forms
from .vocabulary import either

DIGITS = re.compile(r"[0-9]+")
TIGHTEST, LOOSEST = 6, 12  # characters between two groups
BREAKING = set(",;:|%$€£₫!?…×°\ufffc")

GARBAGE, LEAST, MANY = re.compile(r"(?<![\W\d_])[\W\d_]{4001,}"), 4001, 1000  # characters without a letter, digits among them: nobody writes so
JOINING = re.compile(either("one_after_another"), re.IGNORECASE)
UNBROKEN = re.compile(r"[^\s\ufffc]{1000,}+(?:\s+[^\s\ufffc]{1000,}+)*+")  # nor letters and digits without a blank
AMONG = 200  # digits of such a word


def garbage(text: str) -> Iterator[tuple[int, int]]:
    """Yields the stretches of thousands of digits and signs, and endless words with digits, which are looked at no closer."""
    done = 0
    for match in GARBAGE.finditer(text) if len(text) >= LEAST else ():
        if sum(map(len, DIGITS.findall(match[0]))) > MANY:
            yield match.span()
            done = match.end()
    for match in UNBROKEN.finditer(text) if len(text) > MANY else ():
        if match.start() >= done and sum(map(len, DIGITS.findall(match[0]))) > AMONG:
            yield match.span()


@dataclass(slots=True)
class Group:
    """Digits without anything between them; `gap` is what stands before them, `form` what they may be else."""

    digits: str
    start: int
    end: int
    gap: str | None
    form: Form | None
    told: bool = False

    @property
    def kind(self) -> str:
        """Returns the kind of form the digits stand in, or an empty string."""
        return self.form.kind if self.form else ""


def chains(text: str) -> Iterator[list[Group]]:
    """Yields the rows of groups that have at most a loose gap between them."""
    forms, chain = Forms(text), []
    for match in DIGITS.finditer(text):
        gap = text[chain[-1].end:match.start()] if chain and match.start() - chain[-1].end <= LOOSEST else None
        if gap is None or not loose(gap):
            if chain:
                yield chain
            chain, gap = [], None
        chain.append(Group(match[0], match.start(), match.end(), gap, forms.at(match.start())))
    if chain:
        yield chain


def loose(gap: str) -> bool:
    """Returns whether only signs or a joining word stand in a gap, and at most one empty line."""
    return "\ufffc" not in gap and gap.count("\n") <= 2 and not any(char.isalnum() for char in JOINING.sub("", gap))


def tight(gap: str | None) -> bool:
    """Returns whether a gap is one that people leave inside a number."""
    return (gap is not None and not any(char.isalpha() for char in gap) and len(gap) <= TIGHTEST and BREAKING.isdisjoint(gap) and gap.count("\n") <= 1
            and " = " not in gap and not gap.startswith((". ", ".\n")))


def rows(chain: list[Group]) -> Iterator[list[Group]]:
    """Yields the parts of a chain whose groups are tight."""
    row: list[Group] = []
    for group in chain:
        if row and not tight(group.gap):
            yield row
            row = []
        row.append(group)
    if row:
        yield row


def joined(groups: list[Group]) -> str:
    """Returns the digits of several groups in one."""
    return "".join(group.digits for group in groups)
