"""Takes the numbers that nobody answers now out of the names that carry them: "Ambulance 115" is printed as "Ambulance".

Whoever is in fear dials the digits that stand there and reads no notice behind them. So a line that is out of service
or retired leaves its name on the page, and its number nowhere; nobody types a second name for that.
"""

import re
import unicodedata
from collections.abc import Iterable

from ..facts.contacts import Contact, grouped
from ..facts.project import Project
from .once import once

BETWEEN = r"[\s.\u2010-\u2015-]*"  # what people write between the digits of one number
EMPTY = re.compile(r"\(\s*\)|\[\s*\]|“\s*”|\"\s*\"")
ENDS = " ,;:/|·–—-"


@once
def silenced(project: Project) -> frozenset[str]:
    """Returns the numbers of contacts that are out of service or retired today, without those that somebody else answers."""
    contacts = project.contacts.values()
    answered = {number for contact in contacts if contact.works_on(project.today) for number in numbers_of(contact)}
    silent = {number for contact in contacts if _silent(contact, project) for number in numbers_of(contact)}
    return frozenset(silent - answered)


def _silent(contact: Contact, project: Project) -> bool:
    return (contact.published() or contact.status == "retired") and not contact.works_on(project.today)


def numbers_of(contact: Contact) -> frozenset[str]:
    """Returns every number of a contact."""
    return frozenset(channel.number for channel in contact.channels if channel.number)


def name_of(contact: Contact, language: str, numbers: Iterable[str] | None = None) -> str:
    """Returns the name of a contact without some numbers, by default its own; where nothing is left, who runs it."""
    numbers = numbers_of(contact) if numbers is None else numbers
    return next(filter(None, (without(text[language], numbers) for text in (contact.name, contact.operator))), "")


def without(text: str, numbers: Iterable[str]) -> str:
    """Returns a name without some numbers, however they are grouped, and without the marks that only held them.

    >>> without("Ambulance 115", ["115"]), without("The 111 hotline (111)", ["111"]), without("115 – Ambulance", ["115"])
    ('Ambulance', 'The hotline', 'Ambulance')
    >>> without("Boats: +84 287 300 119", ["+84287300119"]), without("Boats 1190", ["119"])
    ('Boats', 'Boats 1190')
    """
    patterns = "|".join(map(_pattern, sorted(numbers)))
    found = list(re.finditer(patterns, _western(text))) if patterns else []
    if not found:
        return text
    for match in reversed(found):
        text = text[:match.start()] + text[match.end():]
    return " ".join(re.sub(r"\s+(?=[,;:)])", "", EMPTY.sub("", text)).split()).strip(ENDS)


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
