"""Finds telephone numbers among groups of digits: those of the registry exactly, others by their shape.

The shapes are those of the Vietnamese numbering plan (Circular 22/2014/TT-BTTTT and its changes), of
international numbers (E.164), and any row of seven digits or more that nothing else explains.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from . import context, counting, vocabulary
from .allowed import SETTLED
from .groups import Group, joined, rows
from .known import Known

NATIONAL = re.compile(r"0[0-9]{8,11}\Z")
COUNTRY = re.compile(r"84[2-9][0-9]{7,9}\Z")
SERVICE = re.compile(r"1[89]00[0-9]{3,8}\Z")
ABROAD = re.compile(r"00[1-9][0-9]{10,14}\Z")  # shorter ones look like national ones
MOBILE = re.compile(r"0[35789][0-9]{8}\Z")
IDENTITY = re.compile(r"0[0-9]{11}\Z")
BIRTHDAY = re.compile(r"(?:[0-2][0-9]|3[01])(?:0[1-9]|1[0-2])(?:19|20)[0-9]{2}\Z")  # day, month and year in one piece
SHAPES = (NATIONAL, COUNTRY, SERVICE, ABROAD)
LETTERED = re.compile(r"(?<![\w-])(?:\+?1[-. ])?(?:1?8(?:00|33|44|55|66|77|88)|1900)"
                      r"(?:[-.][A-Z]{2,}(?:[-.][A-Z0-9]{2,9}){0,3}|(?P<apart>(?: [A-Z]{3,})+))(?!\w)")
PLUS = re.compile(r"(?<!\d \+ )(?:(?<=\+)|(?<=\+[( ]))")  # not 3 + 5
LISTED_BEFORE, LISTED_AFTER = re.compile(r"(?<=\d,)"), re.compile(r",\d")  # the lines of a table with commas
DAY_AFTER = re.compile(r"\d{1,2}/\d{1,2}/(?:19|20)\d\d\)")  # version 2.3.0 (04/07/2026)
BARE = ("thousands", "fraction", "version")  # a telephone number only behind a calling word
LONGEST, FEWEST = 17, 7  # fifteen digits (E.164) behind 00


@dataclass(frozen=True)
class Found:
    """A number in a text: where it stands, and its digits."""

    start: int
    end: int
    digits: str


def whole(digits: str) -> bool:
    """Returns whether digits have the shape of a whole telephone number."""
    return any(shape.match(digits) for shape in SHAPES)


def within(carrier: str, known: Known, shapes: tuple[re.Pattern, ...] = ()) -> Iterator[str]:
    """Yields the numbers of the registry, and those of some shapes, that an address or the name of a place carries: {#so-0912345678}."""
    for match in re.finditer(r"(?<!\d)\d{7,}(?!\d)", carrier):
        if match[0] in known.long or any(shape.match(match[0]) for shape in shapes):
            yield match[0]


def lettered(text: str) -> Iterator[Found]:
    """Yields free and premium numbers whose end is a word on the keys: 1800-TREEM."""
    for match in LETTERED.finditer(text):
        if match["apart"] and context.calling(context.before(text, match.start())) == context.NO:
            continue  # 1900 VND
        yield Found(match.start(), match.end(), match[0])


def registered(chain: list[Group], known: Known) -> Iterator[Found]:
    """Yields the long numbers of the registry, whatever signs stand between their groups."""
    for at in range(len(chain)):
        digits = ""
        for size, group in enumerate(chain[at:at + LONGEST], 1):
            digits += group.digits
            if digits in known.long:
                yield from _taken(chain[at:at + size])


def _taken(groups: list[Group]) -> Iterator[Found]:
    if not groups[0].told:  # what was told before ends before them or goes on into them
        for group in groups:
            group.told = True
        yield Found(groups[0].start, groups[-1].end, joined(groups))


def shaped(chain: list[Group], text: str, known: Known) -> Iterator[Found]:
    """Yields what has the shape of a telephone number and is not an amount, a date, a list."""
    if sum(len(group.digits) for group in chain) < FEWEST:
        return
    for row in rows(chain):
        at = 0
        while at < len(row):
            size = _window(row, at, text)
            if size:
                yield from _taken(row[at:at + size])
            at += max(size, 1)
        yield from _unexplained(row, text, known)
    yield from _scattered(chain, text)


def _window(row: list[Group], at: int, text: str) -> int:
    """Returns how many groups from `at` on make the longest telephone number, or 0."""
    first = row[at]
    plus = PLUS.match(text, first.start)
    inside = first.form is not None and first.start > first.form.start
    if first.told or inside or first.kind in SETTLED or not plus and first.digits[0] not in "018":
        return 0
    best, digits = 0, ""
    for size, group in enumerate(row[at:at + LONGEST], 1):
        digits += group.digits
        if group.told or size > 1 and group.gap == " (" and DAY_AFTER.match(text, group.start):
            break
        if whole(digits) or plus and FEWEST <= len(digits) <= LONGEST:
            best = size
    return 0 if best and not plus and _amount(row[at:at + best], text) else best


def _amount(groups: list[Group], text: str) -> bool:
    """Returns whether groups of the shape of a telephone number are an amount or years after all."""
    first, last = groups[0], groups[-1]
    if first.digits[0] == "0":
        return False
    words = context.before(text, first.start)
    if first.kind in ("years", "year") and last.form is first.form:
        return context.calling(words) != context.SURE and first.digits <= last.digits
    if first.kind == "thousands" and last.form is first.form and last.digits == "000":
        return True
    grouped = first.kind in ("thousands", "spaced") and last.form is first.form or len(groups) == 1
    return grouped and context.calling(words) != context.SURE and (counting.unit(text, last.end) or counting.amount(words))


def _unexplained(row: list[Group], text: str, known: Known) -> Iterator[Found]:
    """Yields rows of seven digits or more that are neither told nor in any allowed form."""
    run: list[Group] = []
    for group in [*row, None]:
        if group and not group.told and group.kind in ("", "spaced", *BARE):
            run.append(group)
            continue
        several = all(one.digits in known.short for one in run)  # 113/114/115: told one by one
        if FEWEST <= sum(len(one.digits) for one in run) and not several and not _explained(run, text):
            yield from _taken(run)
        run = []


def _explained(run: list[Group], text: str) -> bool:
    first, last = run[0], run[-1]
    numbers = [int(group.digits) for group in run] if len(run) > 3 and min(len(one.digits) for one in run) < 4 else []
    steps = {after - before for before, after in zip(numbers, numbers[1:])}
    if len(steps) == 1 and 0 not in steps or sorted(numbers) == list(range(1, 10)):
        return True  # 1 2 3 4 5 6 7, or a row of a sudoku
    words = context.before(text, first.start)
    if len(run) == 1 and BIRTHDAY.match(first.digits) and context.says(words, vocabulary.BIRTHDAYS):
        return True
    if _of_label(first, words) or counting.subtracted(text, first.start, last.end):
        return True
    lines = any("\n" in one.gap for one in run[1:]) and (LISTED_BEFORE.match(text, first.start) or LISTED_AFTER.match(text, last.end))
    if lines or any(one.kind in BARE or one.gap and " + " in one.gap for one in run):
        return context.calling(words) != context.SURE or last.digits == "000" or counting.unit(text, last.end)
    if text[first.start - 1:first.start] == "-" and _series(context.word_joined(text, first.start - 1)):
        return True  # CVE-2024-12345
    prefix = context.word_joined(text, first.start)
    if prefix and len(run) == 1 and prefix.lower() not in vocabulary.CALLING:
        return not context.says(words, vocabulary.IDENTITY)  # the number of an article or a form: post1779610
    if first.kind == "spaced" and last.form is first.form and last.digits == "000":
        return context.calling(words) != context.SURE
    counted = len(run) == 1 or last.form is first.form and first.kind == "spaced"
    return counted and (counting.unit(text, last.end) or counting.amount(words) or counting.reckoned(text, first.start, last.end))


def _of_label(first: Group, words: list[str]) -> bool:
    """Returns whether a label stands before digits; where somebody is to call, no label has a number that begins with nought."""
    return counting.labelled(words) and not (first.digits[0] == "0" and context.far_calling(words))


def _series(word: str) -> bool:
    return len(word) > 1 and word.isupper() and word.lower() not in vocabulary.CALLING


def _scattered(chain: list[Group], text: str) -> Iterator[Found]:
    """Yields Vietnamese mobile numbers whose groups have commas, bars or line ends between them; not over two rows of a table."""
    for at in range(len(chain)):
        digits = ""
        for size, group in enumerate(chain[at:at + LONGEST], 1):
            digits += group.digits
            if group.told or group.kind in SETTLED:
                break
            if MOBILE.match(digits) and not _over_rows(chain[at:at + size]) and not _drawn(chain[at:at + size], text):
                yield from _taken(chain[at:at + size])


def _over_rows(groups: list[Group]) -> bool:
    """Returns whether cells of one row and of the next are taken together; a column by itself may be read as one."""
    barred = [group.gap for group in groups[1:] if "|" in group.gap]
    return any("\n" in gap for gap in barred) and not all("\n" in gap for gap in barred)


def _drawn(groups: list[Group], text: str) -> bool:
    """Returns whether numbers of a list only grow, as those of a draw or of seats do, and nobody is to call."""
    numbers = [int(group.digits) for group in groups]
    growing = len(numbers) > 3 and all(one < after for one, after in zip(numbers, numbers[1:])) and all("," in group.gap for group in groups[1:])
    words = context.before(text, groups[0].start)
    return growing and context.calling(words) != context.SURE and not context.far_calling(words)
