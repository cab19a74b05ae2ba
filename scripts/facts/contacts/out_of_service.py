"""Takes the numbers that nobody answers now out of the names that carry them: "Ambulance 115" is printed as "Ambulance".

Whoever is in fear dials the digits that stand there and reads no notice behind them. So a line that is out of service
or retired leaves its name on the page, and its number nowhere; nobody types a second name for that.
"""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from . import Contact, grouped

BETWEEN = r"[\s.\u2010-\u2015-]*"  # what people write between the digits of one number
EMPTY = re.compile(r"\(\s*\)|\[\s*\]|“\s*”|\"\s*\"")
ENDS = " ,;:/|·–—-"


def silenced(contacts: Iterable[Contact], today: date | None) -> frozenset[str]:
    """Returns the numbers of contacts that are out of service or retired today, without those that somebody else answers."""
    known = [contact for contact in contacts if contact.published() or contact.status == "retired"]
    silent = {number for contact in known if not contact.works_on(today) for number in numbers_of(contact)}
    return frozenset(silent.difference(*(numbers_of(contact) for contact in known if contact.works_on(today))))


def numbers_of(contact: Contact) -> frozenset[str]:
    """Returns every number of a contact."""
    return frozenset(channel.number for channel in contact.channels if channel.number)


def name_of(contact: Contact, language: str, numbers: frozenset[str]) -> str:
    """Returns the name of a contact without some numbers; where nothing is left, who runs it."""
    return without(contact.name.get(language, ""), numbers) or without(contact.operator.get(language, ""), numbers)


@lru_cache(maxsize=10_000)
def without(text: str, numbers: frozenset[str]) -> str:
    """Returns a name without some numbers, however they are grouped, and without the marks that only held them.

    >>> [without(name, frozenset({"115"})) for name in ("Ambulance 115", "The 115 line (115)", "115 – Ambulance", "Line 1150")]
    ['Ambulance', 'The line', 'Ambulance', 'Line 1150']
    >>> without("Boats: +84 287 300 119", frozenset({"+84287300119"}))
    'Boats'
    """
    patterns = "|".join(map(_pattern, sorted(numbers)))
    found = list(re.finditer(patterns, _western(text))) if patterns else []
    if not found:
        return text
    for match in reversed(found):
        text = text[:match.start()] + text[match.end():]
    return " ".join(re.sub(r"\s+(?=[,;:.)”])", "", EMPTY.sub("", text)).split()).strip(ENDS)


def _pattern(number: str) -> str:
    """Returns what finds a number as it is dialled from abroad and at home, alone and not inside a longer figure."""
    forms = [number.lstrip("+")]
    if number.startswith("+"):
        forms.append("0" + "".join(grouped(number).split(" ")[1:]))
    written = "|".join(BETWEEN.join(form) for form in forms)
    return rf"(?<![0-9])(?<![0-9][.,])\+?(?:{written})(?![.,]?[0-9])"


def _western(text: str) -> str:
    """Returns a text of the same length with the digits of every script as 0 to 9."""
    return "".join(char if (digit := unicodedata.decimal(char, None)) is None else str(digit) for char in text)
