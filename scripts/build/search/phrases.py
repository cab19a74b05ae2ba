"""Knows what people type when they are afraid, and which numbers are out of use.

A parent types "con bị bắt cóc", a pupil "lo clip", an old poster says a number that nobody answers
any more. Each of them must still end on the right page.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ...facts.contacts import Contact, Retired, grouped
from ...facts.contacts.out_of_service import without

SMALL_WORDS = "small-words"


@dataclass(frozen=True)
class Synonym:
    """What people type, in any language; the words our pages use for it; the pages that answer, the best first."""

    says: tuple[str, ...]
    means: str = ""
    pages: tuple[str, ...] = ()


@dataclass(frozen=True)
class Synonyms:
    """All synonyms, and the small words of a language that say little about what is asked."""

    entries: tuple[Synonym, ...] = ()
    small: tuple[str, ...] = ()


@dataclass(frozen=True)
class RetiredNumber:
    """A number out of use, the line a reader sees, and what to search for in its place."""

    number: str
    note: str
    query: str


def synonyms_of(data: Mapping, language: str) -> Synonyms:
    """Returns the entries of `synonyms.yml` for the index of one language.

    What people say counts in every language: a pupil types "sextortion" on a Vietnamese page.
    """
    small = (data.get(SMALL_WORDS) or {}).get("says", {}).get(language) or ()
    entries = [entry for id, entry in data.items() if id != SMALL_WORDS]
    return Synonyms(tuple(_synonym(entry, language) for entry in entries), tuple(str(word) for word in small))


def _synonym(entry: Mapping, language: str) -> Synonym:
    said = tuple(str(phrase) for phrases in entry["says"].values() for phrase in phrases)
    return Synonym(said, str((entry.get("means") or {}).get(language, "")), tuple(map(str, entry.get("pages") or ())))


def retired_numbers(retired: Iterable[Retired], contacts: Mapping[str, Contact], language: str,
                    strings: Mapping[str, str]) -> tuple[RetiredNumber, ...]:
    """Returns the numbers out of use, each with what a reader should find in its place.

    `strings` holds `search_retired` with the gaps %(number)s and %(why)s, and `search_replaced` with
    %(name)s and %(number)s. A successor that pages may not print is not named; then the old name is what is searched for.
    """
    return tuple(_retired(entry, contacts.get(entry.replaced_by), language, strings) for entry in retired)


def _retired(entry: Retired, successor: Contact | None, language: str, strings: Mapping[str, str]) -> RetiredNumber:
    note = strings["search_retired"] % {"number": grouped(entry.number), "why": entry.why.get(language, "")}
    call = successor.call() if successor and successor.works_on(None) else None
    if call is None:
        return RetiredNumber(entry.number, note, without(entry.name[language], frozenset({entry.number})))
    name = successor.name[language]
    replaced = strings["search_replaced"] % {"name": name, "number": call.display}
    return RetiredNumber(entry.number, f"{note} {replaced}", f"{name} {call.display}")
