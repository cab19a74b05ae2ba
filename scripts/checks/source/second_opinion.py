"""Asks libphonenumber about each number: a second opinion that may warn and never decides.

It knows the numbering plans of all countries and finds slips that a form cannot, such as a mobile prefix that no
operator has. It knows neither the short codes of this country nor all of its prefixes: short codes are not put to
it, and `unknown_to_phonenumbers` in `upkeep.yml` lists the beginnings of numbers on which it is known to be wrong.
A project asks for the opinion by keeping that list, which may be empty.
"""

from collections.abc import Iterator
from datetime import date

import phonenumbers

from ...facts.finding import Finding, finding
from ...facts.place import texts
from ...facts.project import Project

HOME = "VN"  # read only for numbers without a country code: 1800 and 1900


def check(project: Project, today: date) -> Iterator[Finding]:
    """Yields published telephone numbers that libphonenumber does not know."""
    asked = project.entries("upkeep").get("unknown_to_phonenumbers")
    unknown = tuple(texts(asked))
    for contact in project.contacts.values():
        for channel in contact.channels if asked is not None and contact.published() else ():
            if channel.type == "phone" and not channel.number.startswith(unknown) and not known(channel.number):
                yield finding(channel.place, "contact-number-doubtful", number=channel.number, contact=contact.id)


def known(number: str) -> bool:
    """Returns whether a number could be in use by its country's numbering plan, as far as libphonenumber knows.

    >>> known("+84981848484"), known("+84181848484"), known("1900969680")
    (True, False, True)
    """
    try:
        return phonenumbers.is_valid_number(phonenumbers.parse(number, HOME))
    except phonenumbers.NumberParseException:
        return False
