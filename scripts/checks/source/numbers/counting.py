"""Looks at the words beside a number for what it counts, numbers or measures: an article, a page, a house, a sum, pupils."""

import re
from collections.abc import Container
from itertools import takewhile

from . import vocabulary as words
from .context import AFTER, PARAGRAPH, TOKEN, around, begins_with, ends_with, left_of, says, says_any, sentence as sentence_of, shortened
from .sums import equated

WORDS_AFTER = re.compile(r"[\s*_]*(?:-[ ]?)?([^\W\d_](?:[^\W\d_]|[\s-])*+)")
SIZE_AFTER = re.compile(r" ?[x×] ?\d{1,4} ?(?:mm|cm|m|px)\b")  # 105 × 148 mm
SHARE_AFTER = re.compile(rf" {words.either('out_of')} \d")  # 115 of 120
SIGN_AFTER = re.compile(r"\s?(?:[%‰°$€£₫]|đ(?!\w)|[-.]?[xX*]{3,})|,-(?!\d)")  # 1900 xxxx is a pattern; 250,- is a price
YEAR = re.compile(r"(?:1[6-9]|20)\d\d\Z")
LIST_AFTER = re.compile(rf"\s*(?:,|;|-|/|{words.either('listing')})\s*(\d[\d.]*)|\s*{words.either('rising')}\s*\d[\d.]*")
LISTED = re.compile(r"[.)][ \t]+([^\W\d_].*)")
VOLUME_AFTER = re.compile(r" \((?:19|20)\d\d\)")  # of a journal
SINCE_THE_FIRST = re.compile(r" \(\d{1,2}[.,]\d{3}\)")  # “số 9 (10.307)”: the issue of a newspaper, and how many there were before
CARRIED = re.compile(rf"(\d) {words.either('being')} [^.;!?\n]*, (?:{words.either('issues')} )?\Z", re.IGNORECASE)
ISSUE_BEFORE = re.compile(rf"\b{words.either('issues')}\.? \d+ \(\Z", re.IGNORECASE)  # số 9 (294), no. 9 (294)
# “task KMM-113, KMM-115”, and issues of a journal: “Tạp chí Giáo dục số 113+114”
TRACKED = re.compile(rf"\b{words.either('tracked')}:? (?:(?-i:[A-Z]{{2,10}})-\d+, )*(?-i:[A-Z]{{2,10}})-\Z", re.IGNORECASE)
ISSUES = tuple(words.plain("issues"))
PERIODICAL = re.compile(rf"\b{words.either('periodicals')}((?: [^\W\d_]+){{0,7}})(?: \d+)?,? {words.either('issues')}\.? (?:\d+ ?[+-] ?)?\Z", re.IGNORECASE)
STREET_AFTER = re.compile(  # 113/45/7, đường Láng, Hà Nội
    rf"(?:/\d+)*[ ,]*(?P<lane>{words.either('lanes')} )?(?=\w)(?P<names>(?:[^\W\d_]|[ ])*+)(?:, )?(?P<town>[^\W\d_]*)")
ROAD_BEFORE = re.compile(rf"\b(?:{words.upper('road_codes')}|{words.upper('roads_or_telephones')})\.\Z")
ROAD = re.compile(rf"\b{words.upper('roads_or_telephones')}\.\d+")
ROADS = re.compile(rf"\b(?:{words.either('roads')}\b|{words.either('road_codes')}\.?\d)")
CELL_BEFORE, CELL_AFTER = re.compile(r"\| *([1-9]\d*) *\| *\Z"), re.compile(r" *\| *([1-9]\d*) *\|")
EQUALS_AFTER = re.compile(r" ?= ?\d")
EQUALS_BEFORE, RECKONED_AFTER = re.compile(r"[=≤≥≈] *\Z|[a-z0-9)] [+−×÷] \Z"), re.compile(r" ?(?:[=×÷+−≤≥] ?| - )\d")


def labelled(tokens: list[str]) -> bool:
    """Returns whether a number is that of an article, a page, a decree …, also further on in a list of them."""
    rest = list(tokens)
    while rest and (rest[-1].isdigit() or _joins(rest) or rest[-1] == "|" or shortened(rest)):
        rest.pop()
    rest = _up_to_label(rest)
    return bool(ends_with(rest, words.LABELS)) and not ends_with(rest, words.NOT_LABELS)


def _joins(tokens: list[str]) -> bool:
    """Returns whether the last word joins the number before it with the next: “pages 4 to”, no “text V to”."""
    return tokens[-1] in words.JOINING and not ends_with(tokens[:-1], words.LABELS)


def _up_to_label(tokens: list[str]) -> list[str]:
    """Returns the words without a “number” behind a label: "page number"."""
    rest = list(tokens)
    while rest and rest[-1] in words.NUMBER_OF and not ends_with(rest, words.LABELS):
        rest.pop()
    return rest


def to_be_called(tokens: list[str]) -> bool:
    """Returns whether the number of something is said to be the one to call: "the number to call is the page number"."""
    rest = _up_to_label(tokens)
    said = [token for token in rest[:len(rest) - ends_with(rest, words.LABELS)] if token not in words.ARTICLES]
    return len(said) < len(rest) and said[-1:] != [] and said[-1] in words.BEING and bool(ends_with(said[:-1], words.TO_BE_CALLED))


def dated(digits: str, tokens: list[str]) -> bool:
    """Returns whether a number is a year, and the word before it says so: “in 1955”."""
    return bool(YEAR.match(digits)) and not words.BEFORE_YEARS.isdisjoint(tokens[-1:])


def sent(digits: str, tokens: list[str]) -> bool:
    """Returns whether a number is money that is sent: “gửi 500”, but not “soạn HELP gửi 500”."""
    return digits.endswith("00") and tokens[-1:] == ["gửi"] and words.TEXTED.isdisjoint(sentence_of(tokens))


def numbered(text: str, start: int, end: int) -> bool:
    """Returns whether a number is that of a section (§ 113), counts an issue (#113), or the lines of a list that speak of no call (113. Keep it)."""
    if text[max(0, start - 2):start].strip().endswith("§"):
        return True
    if text[start - 1:start] == "#" and text[start - 2:start - 1] in ("", " ", "\n", "("):
        return True
    before_it = left_of(text, start)
    if ISSUE_BEFORE.search(before_it) or VOLUME_AFTER.match(text, end) or _listed_label(before_it) or TRACKED.search(before_it):
        return True
    of_issue = before_it.rstrip("0123456789 .+-").lower().endswith(ISSUES)
    if of_issue and SINCE_THE_FIRST.match(text, end):
        return True
    issue = PERIODICAL.search(before_it) if of_issue else None
    if issue and not says_any(issue[1], words.OFFERS):
        return True
    line = LISTED.match(text, end) if not before_it.rpartition("\n")[2].strip() else None
    return bool(line) and not says_any(line[1], words.OFFERS)


def _listed_label(before_it: str) -> bool:
    """Returns whether a label stands before the first of a list: "nguyên tố 113 là …, 114 là …"."""
    carried = CARRIED.search(before_it)
    return bool(carried) and labelled(TOKEN.findall(before_it[:carried.end(1)].lower()))


def road(text: str, start: int, end: int) -> bool:
    """Returns whether a number is that of a road beside other words of roads: "Cao tốc CT.01 cắt ĐT.743"."""
    own = ROAD_BEFORE.search(left_of(text, start)) if text[start - 1:start] == "." else None
    if not own:
        return False
    beside = PARAGRAPH.split(left_of(text, start))[-1].removesuffix(own[0]) + PARAGRAPH.split(text[end:end + AFTER])[0]
    rest = ROAD.sub("", beside)
    return bool(ROADS.search(beside.lower())) and not says_any(rest, words.OFFERS)


def ridden(tokens: list[str]) -> bool:
    """Returns whether a number is that of a bus or a train: "Buses 9 and 32 stop here; line 115 does not run"."""
    return bool(tokens) and tokens[-1] in words.RIDDEN and not words.VEHICLES.isdisjoint(sentence_of(tokens))


def tabled(text: str, start: int, end: int, codes: Container[str]) -> bool:
    """Returns whether a number stands beside others in a table whose heading counts something and offers no call."""
    beside = [cell[1] for cell in (CELL_BEFORE.search(left_of(text, start)), CELL_AFTER.match(text, end)) if cell]
    if not beside or any(cell in codes for cell in beside):
        return False
    heading = text[text.rfind("\n\n", 0, start) + 1:start].strip().partition("\n")[0]
    counted = says_any(heading, words.UNITS) or not words.UNITS_EN.isdisjoint(heading.lower().split())
    return counted and not says_any(heading, words.OFFERS)


def street(text: str, end: int, tokens: list[str]) -> bool:
    """Returns whether a number is that of a house: "trụ sở ở số 113 Trần Hưng Đạo"."""
    rest = text[end:end + AFTER]
    address = STREET_AFTER.match(rest)
    if not address:
        return False
    behind = address["names"].split()
    names = list(takewhile(str.istitle, behind))
    first = rest[address.start("names")]
    if address["lane"] and (first.isupper() or first.isdigit()):
        return True  # đường Láng, ngõ 5
    if len(names) < 2 or says(tokens, words.PLACES):
        return len(names) > 1
    placed = names[-1].lower() in words.STREETS or names == behind and (
        address["town"].istitle() or address["town"].lower() in words.DISTRICTS)
    return placed and not says_any(" ".join(names), words.OFFERS)


def reckoned(text: str, start: int, end: int) -> bool:
    """Returns whether a number is a part of a sum, and nobody is asked to call what it comes to."""
    within = EQUALS_BEFORE.search(left_of(text, start)) or RECKONED_AFTER.match(text, end) or equated(text, start, end)
    return bool(within) and not says_any(around(text, start, end), words.OFFERS)


def subtracted(text: str, start: int, end: int) -> bool:
    """Returns whether a row of digits is a difference that is told behind it: 1 234 567 - 765 432 = 469 135."""
    return " - " in text[start:end] and bool(EQUALS_AFTER.match(text, end))


def amount(tokens: list[str]) -> bool:
    """Returns whether the words before a number announce an amount."""
    return bool(ends_with(tokens, words.AMOUNTS))


def unit(text: str, end: int) -> bool:
    """Returns whether a unit stands behind a number, perhaps behind a list of numbers as long as it."""
    near, rest = left_of(text, end), PARAGRAPH.split(text[end:end + AFTER])[0]
    digits = len(near) - len(near.rstrip("0123456789"))
    while match := LIST_AFTER.match(rest):
        if match[1] and len(match[1]) < digits:
            return False
        rest = rest[match.end():]
    return bool(SIGN_AFTER.match(rest) or SHARE_AFTER.match(rest) or SIZE_AFTER.match(rest)) or counts(rest)


def counts(rest: str) -> bool:
    """Returns whether a text begins with what a number before it counts."""
    match = WORDS_AFTER.match(rest)
    found = match[1].lower().replace("-", " ").split()[:3] if match else []
    if not found or begins_with(found, words.ALWAYS):
        return False
    if begins_with(found, words.UNITS) or found[:1] == ["of"] and len(found) > 1:
        return True
    adjectives = takewhile(lambda word: word.isascii() and word not in words.NOT_ADJECTIVES or word in words.UNITS_EN, found)
    return not words.UNITS_EN.isdisjoint(adjectives)
