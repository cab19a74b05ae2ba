"""Looks whether a number goes on with what a sentence counts: a part of it, the next of a list, how often somebody called."""

import re

from . import vocabulary as words
from .context import around, begins_with, left_of, says_any, sentence
from .counting import SIGN_AFTER, counts, unit
from .groups import DIGITS

PAUSE_BEFORE = re.compile(r"[,;]\s*\Z")
LISTING_BEFORE = re.compile(rf"(?:[,;]|\b{words.either('listing')})\s+\Z")
COUNTED_AFTER = re.compile(rf" (?!{words.either('serves')}\b)[a-z]{{3,}}(?:[^s]s|ed)\b")
PLURAL_AFTER = re.compile(rf" {words.either('plural')}\b")  # 113 did not answer
TIMES_AFTER = re.compile(rf"\s{words.either('counted_calls')}\b")
SHARED_AFTER, BROKEN_OFF = re.compile(rf" ({words.either('sharing')}) [^\W\d_]"), re.compile(r"[.;!?\n]")


def tallied(tokens: list[str]) -> bool:
    """Returns whether a sentence counts something: "số vụ năm nay là 113", "the number of cases rose to 115"."""
    said = sentence(tokens)
    return any(token in words.TALLIES and begins_with(said[at:], words.UNITS | words.UNITS_EN) for at, token in enumerate(said, 1))


def shared_out(text: str, start: int, end: int) -> bool:
    """Returns whether a number goes on counting what another one counted: "111 drawings from Huế, 113 from Vinh"."""
    place = SHARED_AFTER.match(text, end)
    before_it = BROKEN_OFF.split(left_of(text, start))[-1]
    return bool(place) and any(f" {place[1]} " in before_it[one.end():] and counts(before_it[one.end():]) for one in DIGITS.finditer(before_it))


def goes_on(text: str, start: int, end: int) -> bool:
    """Returns whether a number is a part of what the sentence counts: “113 did not answer” behind “of 1,115 children”."""
    if not PLURAL_AFTER.match(text, end):
        return False
    said = BROKEN_OFF.split(left_of(text, start).replace(";", ","))[-1]
    counted = any(counts(said[one.end():]) or SIGN_AFTER.match(said, one.end()) for one in DIGITS.finditer(said))
    return counted and not says_any(said, words.VERBS | words.LINES)


def listed_on(text: str, start: int, end: int) -> bool:
    """Returns whether a list that counts something goes on with a number, and nothing speaks of calls: “113 cards and 111 promises”, “and 129 agreed”."""
    said = BROKEN_OFF.split(left_of(text, start))[-1]
    if not LISTING_BEFORE.search(said) or not COUNTED_AFTER.match(text, end):
        return False
    return any(counts(said[one.end():]) for one in DIGITS.finditer(said)) and not says_any(around(text, start, end), words.OFFERS)


def paused(text: str, start: int, end: int) -> bool:
    """Returns whether a pause parts a number from the words before it, and it counts something: “by phone; 155 people”."""
    return bool(PAUSE_BEFORE.search(left_of(text, start))) and unit(text, end)


def repeated(text: str, end: int) -> bool:
    """Returns whether a number says how often somebody called: "they called 113 times"."""
    return bool(TIMES_AFTER.match(text, end))
