"""Decides whether a number of two to six digits is a short code to call or an article, a page, an amount.

Short codes look like any other number, so the words beside them decide: a calling word before it is
always an error, a unit behind it or a label before it clears a number that only happens to be a code.
"""

import re
from collections.abc import Iterator

from ....facts.contacts.country import is_calling_code
from . import context, counting, tallies, vocabulary
from .allowed import SETTLED
from .disguise import Reading
from .groups import Group, joined, rows
from .known import LIVE, Known
from .telephone import Found

LONGEST, FEWEST = 6, 4  # digits of a code; numbers of a list
ODD_GAP = re.compile(r"[\s·_\\()\[\]'’^~+=]+\Z")  # nobody writes a date, a range or a decimal with these
KEYS = re.compile(rf"\b{vocabulary.either('keys')}\b")
SESSION_BEFORE = re.compile(r"(?<![\d/])\d{1,4}/\Z")  # resolution number 79/243
ALONE = re.compile(r"[)\]”\"’*_.,;:!?…]*(?:\Z|\s+(?!\d))")  # a number that goes on is more than the code of its country
CLEARED = {*SETTLED, "thousands", "years"}


def codes(chain: list[Group], text: str, known: Known, reading: Reading) -> Iterator[Found]:
    """Yields the short codes of a chain; `reading` knows what stood in the text that was read as `text`."""
    if spread := _spread(chain, text, known):
        yield spread
        return
    if len(chain) >= FEWEST and _enumerated(chain, text, known):
        return
    for row in rows(chain):
        if any(group.told for group in row):
            continue
        if split := _split(row, text, known, reading):
            yield split
            continue
        for group in row:
            if 2 <= len(group.digits) <= LONGEST and _called(group, row, text, known, reading):
                yield Found(group.start, group.end, group.digits)


def _spread(chain: list[Group], text: str, known: Known) -> Found | None:
    """Returns a code of the registry whose single digits stand in a list behind a calling word: gọi 1, 1, 3."""
    digits = joined(chain)
    if digits not in known.short or len(chain) < 3 or len(digits) > len(chain):
        return None
    words = context.before(text, chain[0].start)
    called = context.calling(words) == context.SURE or context.far_calling(words) or _of_keys(chain, text)
    return Found(chain[0].start, chain[-1].end, digits) if called else None


def _of_keys(chain: list[Group], text: str) -> bool:
    """Returns whether single digits are the cells of one row of a table that tells which keys to press."""
    heading = text[text.rfind("\n\n", 0, chain[0].start) + 1:chain[0].start].strip().partition("\n")[0]
    row = all("|" in group.gap and "\n" not in group.gap for group in chain[1:])
    return row and len(KEYS.findall(heading.lower())) > 1 and context.says_any(
        context.around(text, chain[0].start, chain[-1].end), vocabulary.OFFERS | vocabulary.PRESSING)


def _enumerated(chain: list[Group], text: str, known: Known) -> bool:
    """Returns whether numbers of a list only grow, most of them are nobody's, and nobody is to call: 101, 103, 107, 109 and 113."""
    numbers = [int(group.digits) for group in chain]
    growing = all(one < after for one, after in zip(numbers, numbers[1:])) and all("," in group.gap for group in chain[1:-1])
    codes = sum(group.digits in known.short for group in chain)
    return growing and 2 * codes < len(numbers) and not context.says_any(context.around(text, chain[0].start, chain[-1].end), vocabulary.OFFERS)


def _split(row: list[Group], text: str, known: Known, reading: Reading) -> Found | None:
    """Returns a code of the registry whose digits were pulled apart: 1-1-3, 11 3, and gọi 11.3."""
    digits = joined(row)
    if not 2 <= len(row) <= LONGEST or max(len(group.digits) for group in row) > 3:
        return None
    words = context.before(text, row[0].start)
    if digits not in known.short:
        return Found(row[0].start, row[-1].end, digits) if _spelt_out(row, words, text, known) else None
    if context.calling(words) != context.SURE:
        if counting.labelled(words) or counting.unit(text, row[-1].end):
            return None
        apart = ODD_GAP.match(row[1].gap) or any(reading.patched(group.start, group.end) for group in row)
        if len(row) == 2 and (not apart or row[1].gap == " (" and context.word_joined(text, row[0].start)):
            return None  # 2.4.0-rc1 (12 October)
        if len(row) > 2 and _numbered_heading(row, text):
            return None
    return Found(row[0].start, row[-1].end, digits)


def _spelt_out(row: list[Group], words: list[str], text: str, known: Known) -> bool:
    """Returns whether single digits behind a verb of calling are no code of the registry, or one slip from it behind any such word: gọi 9-1-1."""
    single = len(row) > 2 and all(len(group.digits) == 1 and not group.form for group in row)
    meant = context.asked(words) or (context.calling(words) == context.SURE or context.serving(words)) and bool(known.near(joined(row)))
    return single and meant and not counting.unit(text, row[-1].end)


def _numbered_heading(row: list[Group], text: str) -> bool:
    """Returns whether 1.1.3 numbers a heading or a line: at its beginning, with words behind it."""
    line = text[text.rfind("\n", 0, row[0].start) + 1:row[0].start]
    return not line.strip("# ") and {group.gap for group in row[1:]} == {"."} and bool(
        re.match(r"\.? +[^\W\d_]", text[row[-1].end:row[-1].end + 5]))


def _called(group: Group, row: list[Group], text: str, known: Known, reading: Reading) -> bool:
    if prefix := context.word_joined(text, group.start):
        return group.digits in known.short and prefix.lower() in vocabulary.CALLING | vocabulary.MAYBE_CALLING
    words = context.before(text, group.start)
    if group.kind in CLEARED:
        return _borrowed(group, words, text, known) or _codes_alone(group, text, known)
    if counting.road(text, group.start, group.end):
        return False
    labelled = counting.labelled(words)
    named = labelled and counting.to_be_called(words)
    if labelled and not named and not (group.digits in known.short and reading.disguised(group.start, group.end)):
        return False
    calling = context.SURE if named else context.calling(words)
    if calling != context.SURE and (counting.street(text, group.end, words) or counting.numbered(text, group.start, group.end)
                                    or counting.ridden(words) or counting.tabled(text, group.start, group.end, known.short)):
        return False
    if group.digits in known.short:
        if tallies.repeated(text, group.end) or counting.reckoned(text, group.start, group.end) or tallies.paused(text, group.start, group.end):
            return False
        if calling != context.SURE and (tallies.tallied(words) or tallies.shared_out(text, group.start, group.end) or counting.dated(group.digits, words)
                                        or tallies.listed_on(text, group.start, group.end) or tallies.goes_on(text, group.start, group.end)):
            return False
        return calling == context.SURE or not (_counted(group, words, text) or _range(group, row, known))
    password = calling != context.SURE and context.says(words, vocabulary.PASSWORDS)
    if password or _counted(group, words, text) or _prefix(group, words, text) or counting.sent(group.digits, words):
        return False
    return _unknown_code(group, calling, words, text, known, reading)


def _borrowed(group: Group, words: list[str], text: str, known: Known) -> bool:
    """Returns whether a code of the registry wears the form of a date, a time, a decimal behind a verb of calling."""
    digits = re.sub(r"\D", "", text[group.form.start:group.form.end])
    return group.start == group.form.start and context.verb(words) and digits in known.short and not counting.unit(text, group.form.end)


def _codes_alone(group: Group, text: str, known: Known) -> bool:
    """Returns whether the thousands of an amount are codes of the registry, and nothing says that it is one: 113,114."""
    if group.kind != "thousands":
        return False
    codes = re.split(r"\D", text[group.form.start:group.form.end])
    words = context.before(text, group.form.start)
    return all(code in known.short for code in codes) and not (
        counting.unit(text, group.form.end) or counting.amount(words) or counting.labelled(words))


def _counted(group: Group, words: list[str], text: str) -> bool:
    in_year = words[-1:] == ["|"] and re.match(r"(?:19|20)\d\d\Z", "".join(words[-2:-1]))  # a table of years and cases
    return counting.unit(text, group.end) or counting.amount(words) or bool(in_year)


def _range(group: Group, row: list[Group], known: Known) -> bool:
    """Returns whether a number is one end of a range such as 100-113."""
    at = row.index(group)
    beside = [row[at - 1] if at and row[at].gap.strip() == "-" else None,
              row[at + 1] if at + 1 < len(row) and row[at + 1].gap.strip() == "-" else None]
    return any(other and len(other.digits) < 5 and other.digits not in known.short for other in beside)


def _prefix(group: Group, words: list[str], text: str) -> bool:
    """Returns whether only the beginning of numbers is named: "đầu số 024", or the code of any country."""
    plus = text[group.start - 1:group.start] == "+"
    if plus and is_calling_code(group.digits) and ALONE.match(text, group.end):
        return True
    return (plus or group.digits[0] == "0") and context.says(words, vocabulary.PREFIXES)


def _unknown_code(group: Group, calling: int, words: list[str], text: str, known: Known, reading: Reading) -> bool:
    """Returns whether a number that the registry does not hold is offered as one to call."""
    verb = context.asked(words)
    if len(group.digits) == 2:
        near = known.near(group.digits)
        served = calling == context.SURE or calling == context.MAYBE and context.serving(words)
        alone = near is not None and near.state == LIVE and reading.stands_out(group.start, group.end)
        return alone or served and _ends(text, group.end) and (near is not None or calling == context.SURE and (verb or context.announced(words)))
    if group.kind == "year":
        return verb or calling == context.SURE and known.near(group.digits) is not None
    if calling == context.SURE or calling == context.MAYBE and _ends(text, group.end) and not SESSION_BEFORE.search(context.left_of(text, group.start)):
        return True
    near = known.near(group.digits)
    named = context.ends_with(words, known.names) and not text.startswith("-", group.start - 1)  # river-rescue-191 is an id
    asked = context.says(context.line(text, group.start), vocabulary.VERBS) and _ends(text, group.end)
    if near and near.state == LIVE and (named or asked):
        return True  # “River rescue 191”, “No answer to your call? Try 191.”
    if context.called(text, group.end) or context.far_calling(words) and _ends(text, group.end):
        return True
    return near is not None and reading.stands_out(group.start, group.end)


def _ends(text: str, end: int) -> bool:
    """Returns whether nothing is counted by the number: a sign, the end, or a little word stands behind it."""
    match = re.match(r"[ \t]*([^\W\d_]+)", text[end:end + 30])
    return not match or match[1].lower() in vocabulary.ENDING
