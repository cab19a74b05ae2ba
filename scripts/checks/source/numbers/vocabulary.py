"""The words beside a number that tell whether it is one to call; they stand in `words.yml`, for those who mend them."""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from ....facts.data.strict_yaml import read_yaml
from ....facts.pages.slug import unaccented

TABLE = Path(__file__).with_name("words.yml")
LISTS, MISTAKES = read_yaml(TABLE.read_text(encoding="utf-8"), TABLE.name)


def plain(name: str) -> frozenset[str]:
    """Returns the words of a list as they stand there."""
    return frozenset(LISTS[name].split())


def phrases(name: str) -> frozenset[tuple[str, ...]]:
    """Returns the words and phrases of a list as they stand there, each as its words."""
    return frozenset(tuple(one.split("_")) for one in LISTS[name].split())


def either(name: str) -> str:
    """Returns a pattern that matches any word or phrase of a list as it stands there, the longest first."""
    return one_of(word.replace("_", " ") for word in LISTS[name].split())


def one_of(words: Iterable[str]) -> str:
    """Returns a pattern that matches any of some words, the longest first: letter by letter, so that few are tried at each place; without words none.

    >>> one_of(("ten", "two", "one", "tens"))
    '(?:o(?:ne)|t(?:ens|en|wo))'
    """
    alike = groupby(sorted(words, key=lambda word: (word[0], -len(word))), key=itemgetter(0))
    return f"(?:{'|'.join(_begun(first, [word[1:] for word in some]) for first, some in alike) or '(?!)'})"


def _begun(first: str, rests: list[str]) -> str:
    return f"{re.escape(first)}(?:{'|'.join(map(re.escape, rests))})"


def upper(name: str) -> str:
    """Returns the same in capital letters."""
    return either(name).upper()


@lru_cache(maxsize=1)  # many ask for the same text
def small(text: str) -> str:
    """Returns a text in small letters, place for place, as `re.IGNORECASE` takes those of the lists: İ and ı are an i to it.

    In such a text the patterns of the lists find the same without that flag, several times as fast.
    """
    return text.replace("İ", "i").replace("ı", "i").lower()


def values(name: str, first: int = 0) -> dict[str, str]:
    """Returns the words of a list of numerals, each with its number; commas lead from one number to the next."""
    return {word: str(value) for value, row in enumerate(LISTS[name].split(","), first) for word in row.split()}


def _words(name: str) -> frozenset[str]:
    """Returns the words and phrases of a list, each also without marks where that is safe or asked for."""
    found: set[str] = set()
    for word in LISTS[name].split():
        marked = word[:-1] if len(word) > 1 and word.endswith("~") else word
        bare = unaccented(marked)
        found |= {marked, bare} if bare not in AMBIGUOUS or marked != word else {marked}
    return frozenset(word.replace("_", " ") for word in found)


AMBIGUOUS = plain("ambiguous")
JOINING = _words("joining")
SHORTENED = _words("shortened")
MANY = _words("many")
NUMBER_OF = plain("number_of")
CALLING = _words("calling")
MAYBE_CALLING = _words("maybe_calling")
NOT_CALLING = _words("not_calling")
TEXTED = _words("texted")
PREFIXES = _words("prefixes")
PASSWORDS = _words("passwords")
BIRTHDAYS = _words("birthdays") | PASSWORDS
SERVICES = _words("services")
VERBS = _words("verbs")
FILLERS = _words("fillers")
LINES = _words("lines")
PRESSING = _words("pressing")
TOWARDS = _words("towards")
# Words of services and of reaching them: where one stands, a number is no list item and no house.
OFFERS = CALLING | (MAYBE_CALLING - _words("not_offering")) | SERVICES | _words("offers")
NOT_OFFERS = NOT_CALLING | _words("not_offers")
CALLED = _words("called")
BEING = plain("being")
LABELS = _words("labels")
RIDDEN = plain("ridden")
BEFORE_YEARS = plain("before_years")
VEHICLES = plain("vehicles")
NOT_LABELS = _words("not_labels")
TO_BE_CALLED, ARTICLES = _words("to_be_called"), plain("articles")
PLACES = _words("places")
DISTRICTS = _words("districts")
TALLIES = _words("tallies")
AMOUNTS = _words("amounts")
ALWAYS = _words("always")
UNITS = _words("units")
ACCOUNTS = _words("accounts")
IDENTITY = _words("identity")
STREETS = plain("streets")
UNITS_EN = plain("units_en")
NOT_ADJECTIVES = plain("not_adjectives")
SAID_OF_APPS = plain("said_of_apps")
SAID_WITH_AT = plain("said_with_at")
# After a calling word and two digits, such a word says that they are what to call, and counts nothing.
ENDING = (FILLERS | NOT_ADJECTIVES | _words("ending")) - _words("not_ending")
