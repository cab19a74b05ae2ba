"""Checks that no page holds what belongs to one person: identity cards, bank accounts, the school of a victim.

What is published is copied for years. With an identity number a stranger can pose as its owner, an account
number can lead a reader to pay, and the name of a school tells a whole town who the child was.
"""

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice

from ....facts.finding import Finding, finding
from ....facts.project import Project
from ....facts.words import Word, holds, words
from ....facts.words.said import Said, said_by_others, unheard
from ....facts.words.wording import lists_of, signal_phrases
from .schools import Victims, folded, named_beside, named_school, victims_of

# Digits in one piece or in groups, as cards and accounts are printed; not part of an address.
RUN = re.compile(r"(?<![\w+./=%-])[A-Z]{0,2}[0-9]{3,}(?:[ .\u00a0\u2009-][0-9]{2,})*(?![\w/]|[.,][0-9])")
# A citizen's number (Decree 137/2015 and Circular 07/2016 of Viet Nam): province 001–096, century and sex, year, six digits.
CITIZEN = re.compile(r"0(?:0[1-9]|[1-8][0-9]|9[0-6])[0-9]{9}\Z")
IDENTITY = re.compile(r"(?:[0-9]{9}|[0-9]{12}|[A-Z]{1,2}[0-9]{7,9})\Z")
CARD = re.compile(r"(?:9704[0-9]{12}(?:[0-9]{3})?|[3-6][0-9]{14,15})\Z")  # NAPAS, and the international ones
ACCOUNT = re.compile(r"[0-9]{8,19}\Z")
MOST = 500  # names of schools, and numbers, that are looked at in one text
NEAR = 3  # words between “account number” and the number
INITIAL = re.compile(r"(?<=\s)([^\W\d_a-z])\.")  # of a name that is not told
ADDRESS = re.compile(r"\]\([^)\s]*|https?://\S+|\[\[[^\]]*\]\]")


def check(project: Project, today: date) -> Iterator[Finding]:
    """Yields numbers that belong to one person, and schools named beside what happened to one of their pupils."""
    private = lists_of(project, "private")
    signals = {name: signal_phrases(private.get(name)) for name in ("identity", "account")}
    victims = victims_of(project)
    for piece in (*unheard(project), *(() if project.data_quiet else said_by_others(project))):
        yield from _numbers(piece, signals)
        yield from _schools(piece, victims)


def _numbers(piece: Said, signals: dict[str, frozenset]) -> Iterator[Finding]:
    text = ADDRESS.sub(lambda found: " " * len(found[0]), piece.text)
    for match in islice(RUN.finditer(text), 10 * MOST):
        plain = re.sub(r"[^A-Z0-9]", "", match[0])
        if len(plain) < 6:
            continue
        before = [word.text for word in words(text[max(0, match.start() - 80):match.start()])][-NEAR:]
        if kind := _kind(plain, before, signals):
            yield finding(piece.place_at(match.start()), f"{kind}-number-typed", written=match[0])


def _kind(plain: str, before: list[str], signals: dict[str, frozenset]) -> str:
    """Returns identity, account or nothing."""
    near = {name: any(holds(before, signal) for signal in some) for name, some in signals.items()}
    if CITIZEN.match(plain) or near["identity"] and IDENTITY.match(plain):
        return "identity"
    if CARD.match(plain) and luhn(plain) or near["account"] and ACCOUNT.match(plain):
        return "account"
    return ""


def luhn(digits: str) -> bool:
    """Returns whether the last digit of a card number fits the others (ISO/IEC 7812-1, annex B).

    >>> luhn("4111111111111111"), luhn("4111111111111112")
    (True, False)
    """
    doubled = [int(digit) * (2 if at % 2 else 1) for at, digit in enumerate(reversed(digits))]
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0


def _schools(piece: Said, victims: Victims) -> Iterator[Finding]:
    if not victims.named or not victims.named.search(folded(piece.text)):
        return
    for match in islice(victims.begins.finditer(piece.text), MOST):
        start, end = sentence_around(piece.text, match.start())
        found: list[Word] = words(piece.text[start:end])
        if name := named_school(found, victims) or named_beside(found, _beside(piece.text, start, end), victims):
            written = piece.text[start + found[name.start].start:start + found[name.stop - 1].end]
            yield finding(piece.place_at(start + found[name.start].start), "school-named", name=" ".join(written.split()))


def sentence_around(text: str, at: int) -> tuple[int, int]:
    """Returns where the sentence around a place begins and ends, at most some 300 letters each way; “Em N.” ends none."""
    first = max(0, at - 300)
    near = INITIAL.sub(lambda one: f"{one[1]}," if one[1].isupper() else one[0], text[first:at + 300])
    here = at - first
    before = max(near.rfind(sign, 0, here) for sign in (". ", "! ", "? ", "\n\n", "|", "\n- "))
    after = [found for sign in (". ", ".\n", "! ", "? ", "\n\n", "|", "\n- ") if (found := near.find(sign, here)) >= 0]
    return first + before + 1, first + min(after, default=len(near))


def behind_it(text: str, end: int) -> list[Word]:
    """Returns the words of the sentence behind the one that ends there, in the same paragraph."""
    goes_on = text[end:end + 1] in (".", "!", "?") and text[end + 1:end + 3].strip()
    return words(text[slice(*sentence_around(text, end + 2))]) if goes_on else []


def _beside(text: str, start: int, end: int) -> Iterator[list[Word]]:
    """Yields the sentences before and behind one, in the same paragraph, or the other cells of its row."""
    if "|" in (text[start - 1:start], text[end:end + 1]):
        row = text[text.rfind("\n", 0, start) + 1:].partition("\n")[0]
        yield from (words(cell) for cell in row.split("|") if cell.strip() != text[start:end].strip())
    if start > 1 and text[start - 1] in ".!?":
        yield words(text[slice(*sentence_around(text, start - 2))])
    yield behind_it(text, end)
