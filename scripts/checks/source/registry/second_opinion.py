"""Asks libphonenumber about each number: a second opinion, which decides only about lengths that no number has, as the numbering plan of the country does.

A number that is too short or too long for its country is dialled in vain, and no plan of tomorrow makes it right.
For the rest libphonenumber may warn. It knows the numbering plans of all countries and finds slips that a form cannot, such as a mobile prefix that no
operator has. It knows neither the short codes of this country nor all of its prefixes: short codes are not put to
it, and `unknown_to_phonenumbers` in `upkeep.yml` lists the beginnings of numbers on which it is known to be wrong.
A project asks for these warnings by keeping that list, which may be empty.
"""

from collections.abc import Iterator
from datetime import date

import phonenumbers

from ....facts.finding import Finding, finding
from ....facts.place import texts
from ....facts.project import Project

IMPOSSIBLE = (phonenumbers.ValidationResult.TOO_SHORT, phonenumbers.ValidationResult.TOO_LONG,
              phonenumbers.ValidationResult.INVALID_LENGTH, phonenumbers.ValidationResult.INVALID_COUNTRY_CODE)


def check(project: Project, today: date) -> Iterator[Finding]:
    """Yields published telephone numbers that no telephone can reach, and those that libphonenumber does not know."""
    asked, country = project.entries("upkeep").get("unknown_to_phonenumbers"), project.settings.country
    unknown = tuple(texts(asked))
    for contact in project.contacts.values():
        for channel in contact.channels if contact.published() else ():
            if channel.type != "phone" or channel.number.startswith(unknown):
                continue
            if country.impossible.match(channel.number) or not possible(channel.number, country.code):
                yield finding(channel.place, "contact-number-impossible", number=channel.number, contact=contact.id)
            elif asked is not None and not known(channel.number, country.code):
                yield finding(channel.place, "contact-number-doubtful", number=channel.number, contact=contact.id)


def possible(number: str, home: str) -> bool:
    """Returns whether a number has a country and a length that numbers of this country have.

    >>> possible("+84981848484", "VN"), possible("+1981848484", "VN"), possible("+999123456", "VN")
    (True, False, False)
    """
    try:
        return phonenumbers.is_possible_number_with_reason(phonenumbers.parse(number, home)) not in IMPOSSIBLE
    except phonenumbers.NumberParseException:
        return False


def known(number: str, home: str) -> bool:
    """Returns whether a possible number could be in use by its country's numbering plan, as far as libphonenumber knows.

    >>> known("+84981848484", "VN"), known("+84181848484", "VN"), known("1900969680", "VN")
    (True, False, True)
    """
    return phonenumbers.is_valid_number(phonenumbers.parse(number, home))
