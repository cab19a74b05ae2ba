"""The country in which a campaign calls: which numbers are its own, which dial only inside it, and which cost money there.

`extra: country:` of `mkdocs.yml` names it (ISO 3166-1, two capitals). Country codes come from libphonenumber;
where this program knows more of a numbering plan than that, it stands in `PLANS`.
"""

import re
from dataclasses import dataclass

import phonenumbers

UNTOLD = "VN"  # where the first campaign is at home; a project that says nothing is taken to be there, too
UNASSIGNED = "ZZ"  # what libphonenumber says of a code that no country has
ANYWHERE, UNKNOWN = "anywhere", "unknown"


@dataclass(frozen=True)
class Plan:
    """Patterns of a numbering plan: what follows the country code, whole numbers without one, those that cost money, and those that no telephone reaches."""

    after_code: str = r"[0-9]{5,14}"
    inside: str = "(?!)"
    charged: str = "(?!)"
    impossible: str = "(?!)"


PLANS = {  # Circular 22/2014/TT-BTTTT: mobiles have nine digits without trunk zero, others nine or ten; 1800 and 1900 dial only inside,
    # and 1900 is charged. Published 1800 and 1900 numbers have four or six digits behind; libphonenumber takes five, too, and the
    # circular's own table was not read: a number that proves otherwise belongs into `unknown_to_phonenumbers`
    "VN": Plan(r"(?!1[89]00)(?:[35789][0-9]{8}|[1246][0-9]{8,9})", r"1[89]00[0-9]{4,6}", "1900", r"1[89]00(?!(?:[0-9]{4}|[0-9]{6})\Z)"),
}


@dataclass(frozen=True)
class Country:
    """A country, its country code with the plus sign, and its numbering plan."""

    code: str
    prefix: str
    plan: Plan = Plan()

    @property
    def dialled(self) -> str:
        """Returns the country code as it is dialled, without the plus sign."""
        return self.prefix.removeprefix("+")

    @property
    def phone(self) -> re.Pattern:
        """Returns the form of a telephone number in the registry. ASCII digits only: a telephone dials no others."""
        return re.compile(rf"(?:\+{self.dialled}{self.plan.after_code}|\+(?!{self.dialled})[1-9][0-9]{{6,14}}|{self.plan.inside})\Z")

    @property
    def charged(self) -> re.Pattern:
        """Returns how numbers begin that cost money whatever their entry says: paid services, and calls abroad."""
        return re.compile(rf"{self.plan.charged}|\+(?!{self.dialled})")

    @property
    def impossible(self) -> re.Pattern:
        """Returns how numbers without a country code look that have a length which no number of their service has."""
        return re.compile(self.plan.impossible)

    @property
    def reach(self) -> tuple[str, ...]:
        """Returns the words that say from where a number can be called."""
        return self.code, ANYWHERE, UNKNOWN

    def digits(self, number: str) -> str:
        """Returns a number in its national digits, so that +84 981… and 0981… are the same.

        >>> country_of("VN").digits("+84 981 848 484"), country_of("VN").digits("111")
        ('0981848484', '111')
        """
        plain = "".join(char for char in number if char in "0123456789")
        return "0" + plain[len(self.prefix) - 1:] if number.startswith(self.prefix) else plain


def country_of(code: str) -> Country | None:
    """Returns the country of a code, or None when no country has it.

    >>> country_of("CH").prefix, country_of("XX")
    ('+41', None)
    """
    dialled = phonenumbers.country_code_for_region(code)
    return Country(code, f"+{dialled}", PLANS.get(code, Plan())) if dialled else None


def is_calling_code(digits: str) -> bool:
    """Returns whether digits are the code of a country, which leads into it and reaches nobody by itself (ITU-T E.164).

    >>> is_calling_code("353"), is_calling_code("113")
    (True, False)
    """
    return phonenumbers.region_code_for_country_code(int(digits)) != UNASSIGNED
