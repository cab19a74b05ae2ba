"""Finds numbers spelled out in words: "một một ba", "mot mot mot", "one double one", "nine hundred and eleven".

Vietnamese digits are also everyday words (năm is five and year, không is zero and no), so a row of them
counts only when it makes a number of the registry, a whole telephone number, or follows a calling word.
"""

import re
from collections.abc import Iterator

from . import context, counting, numerals, vocabulary
from .known import LONG, Known
from .numerals import Part
from .telephone import Found, whole
from .vocabulary import plain

ROMAN = re.compile(r"C(?<![\w.]C)[CLXVI]+(?!\w)")
WORTH = {"C": 100, "L": 50, "X": 10, "V": 5, "I": 1}
ROMAN_DIGITS = re.compile(r"(?<!\w)(?:[IVX]+|\d)(?:[-., ]{1,2}(?:[IVX]+|\d)){2,12}(?!\w)")
TWO_ROMAN = re.compile(r"[IVX\d][-., ]{1,2}[IVX\d]")  # of all of those, and quicker to look for
WORTH_OF_ONE = dict(zip("I II III IV V VI VII VIII IX".split(), "123456789"))
YEARS_OR_FATHERS = plain("years_or_fathers")


def spelled(text: str, known: Known) -> Iterator[Found]:
    """Yields the numbers of a text that are written in words, wholly or in part."""
    for row in numerals.rows(text):
        for number in _listed(numerals.parts(row), text, known):
            yield from _judged(number, text, known)


def _called(match: re.Match, text: str) -> bool:
    return context.calling(context.before(text, match.start())) == context.SURE


def roman(text: str, known: Known) -> Iterator[Found]:
    """Yields codes of the registry in Roman numerals behind a calling word ("gọi CXIII"), and whole numbers digit by digit."""
    for match in ROMAN.finditer(text) if "C" in text else ():
        worth = [WORTH[letter] for letter in match[0]]
        digits = str(sum(-one if one < after else one for one, after in zip(worth, [*worth[1:], 0])))
        if digits in known.short and _called(match, text):
            yield Found(match.start(), match.end(), digits)
    for match in ROMAN_DIGITS.finditer(text) if TWO_ROMAN.search(text) else ():
        digits = "".join(WORTH_OF_ONE.get(letters, letters) for letters in re.findall(r"\w+", match[0]))
        if whole(digits) or digits in known.short and _called(match, text):
            yield Found(match.start(), match.end(), digits)


def _listed(parts: list[Part], text: str, known: Known) -> Iterator[list[Part]]:
    """Yields the numbers of a list such as "một một ba, một một năm"; commas between all digits make one number."""
    listed: list[list[Part]] = [[]]
    for part in parts:
        if listed[-1] and "," in text[listed[-1][-1].end:part.start]:
            listed.append([])
        listed[-1].append(part)
    codes = all("".join(part.digits for part in one) in known.short for one in listed)
    yield from listed if codes else [parts]


def _judged(parts: list[Part], text: str, known: Known) -> Iterator[Found]:
    digits = "".join(part.digits for part in parts)
    if len(digits) < 3:
        return
    start, end = parts[0].start, parts[-1].end
    if long := _long(parts, digits, text, known):
        yield long
        return
    found = _short(parts, text, known)
    if found:
        yield found
    elif len(digits) < LONG and _asked_for(parts, text):
        yield Found(start, end, digits)


def _long(parts: list[Part], digits: str, text: str, known: Known) -> Found | None:
    """Returns a whole telephone number; counting from one to nine is none."""
    if len(digits) < LONG:
        return None
    exact = next((number for number in known.long if number in digits), "")
    if exact:
        return Found(parts[0].start, parts[-1].end, exact)
    words = sum(part.single for part in parts)
    if _counting(parts):
        return None
    shaped = whole(digits)
    worded = len(parts) > 2 and not any(text[part.start:part.end].isdigit() for part in parts)
    start, end = parts[0].start, parts[-1].end
    called = worded and (context.says(context.before(text, start), vocabulary.CALLING)
                         or context.says_any(context.around(text, start, end), vocabulary.CALLING))
    begun = len(parts[0].digits) == len("1900") and not text[start:parts[0].end].isdigit()  # nineteen hundred …
    if words >= LONG or shaped and (begun or words > 1 or words and len(parts) > 5) or worded and (shaped or called):
        return Found(parts[0].start, parts[-1].end, digits)
    return None


def _counting(parts: list[Part]) -> bool:
    """Returns whether words count up or down in even steps: "một, hai, ba, …, chín, mười"."""
    return len({int(after.digits) - int(before.digits) for before, after in zip(parts, parts[1:])}) == 1


def _short(parts: list[Part], text: str, known: Known) -> Found | None:
    """Returns a short code of the registry that stands anywhere in the row."""
    for at in range(len(parts)):
        digits = ""
        for size, part in enumerate(parts[at:at + 6], 1):
            digits += part.digits
            window = parts[at:at + size]
            if digits in known.short and _meant(window, len(parts), digits, text):
                return Found(window[0].start, window[-1].end, digits)
    return None


def _meant(window: list[Part], whole: int, digits: str, text: str) -> bool:
    """Returns whether words that make a short code are meant as one, not as years, fathers, a count."""
    start, end = window[0].start, window[-1].end
    if len(window) == 1 and text[start:end].isdigit():
        return False  # told as digits
    words = context.before(text, start)
    calling = context.calling(words)
    if calling == context.SURE:
        return True
    if counting.unit(text, end) or counting.amount(words) or counting.labelled(words):
        return False
    if all(part.single for part in window):
        everyday = sum(text[part.start:part.end].lower() in YEARS_OR_FATHERS for part in window)  # một năm sau
        return (len(window) > 3 or everyday < 2) and (len(window) == whole or len(set(digits)) < len(digits))
    if len(window) == 1:  # a cardinal number: một trăm mười ba
        return True
    mixed = any(text[part.start:part.end].isdigit() for part in window)
    return mixed and len(window) > 2 and text[start:end].split()[-1].lower() not in YEARS_OR_FATHERS


def _asked_for(parts: list[Part], text: str) -> bool:
    """Returns whether unknown digits in words follow a calling word: "gọi một một chín"."""
    if counting.unit(text, parts[-1].end):
        return False
    if not all(part.single for part in parts):
        called = context.calling(context.before(text, parts[0].start)) == context.SURE
        return called and any(not said.isdigit() and said not in YEARS_OR_FATHERS for said in (text[part.start:part.end].lower() for part in parts))
    if sum(len(part.digits) for part in parts) < 3:
        return False
    steps = {int(after.digits[0]) - int(before.digits[0]) for before, after in zip(parts, parts[1:])}
    if steps != {1} and (context.called(text, parts[-1].end) or len(parts) == 3 and _alone(parts, text)):
        return True
    return context.calling(context.before(text, parts[0].start)) >= (context.SURE if steps == {1} else context.MAYBE)


def _alone(parts: list[Part], text: str) -> bool:
    """Returns whether nothing else stands on the line."""
    start, end = parts[0].start, parts[-1].end
    below, above = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    beside = text[below:start] + text[end:above if above >= 0 else len(text)]
    return not any(char.isalnum() for char in beside)
