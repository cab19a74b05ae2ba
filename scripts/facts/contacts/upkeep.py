"""How the registry is kept: when each kind of contact is compared again, and which words claim that a call costs nothing.

Both are matters of policy and of language, so they stand in `docs/_data/upkeep.yml` and not in code. Where the
file says nothing about a kind, the strictest times hold: a number that nobody looks at goes wrong in silence.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from pathlib import Path

from ..data.shape import Shape, in_languages, list_of, record_of, text
from ..data.strict_yaml import read_yaml
from ..finding import Finding, finding
from ..place import Place, Record, mapping, texts
from . import KINDS

DAYS = re.compile(r"[1-9][0-9]{0,3}\Z")
HOUSE = Path(__file__).resolve().parents[3] / "docs/_data/upkeep.yml"
PREFIX = re.compile(r"\+?[0-9]{1,14}\Z")


@dataclass(frozen=True)
class Ages:
    """How long after its verification a contact is due again (`warn`), and how long until it stops a release (`block`)."""

    warn: timedelta
    block: timedelta


STRICTEST = Ages(timedelta(days=75), timedelta(days=90))


def ages_of(kind: str, upkeep: Mapping) -> Ages:
    """Returns the times of a kind of contact, from the entries of `upkeep.yml`."""
    entry = mapping(mapping(upkeep.get("check_again")).get(kind))
    warn, block = (_days(entry.get(key)) for key in ("warn", "block"))
    return Ages(warn, block) if warn and block else STRICTEST


def _days(value: object) -> timedelta | None:
    return timedelta(days=int(value)) if isinstance(value, str) and DAYS.match(value) else None


def claims_of(own: Record, strings: Record, code: str) -> tuple[list[str], list[str]]:
    """Returns the words that say in a language that something costs nothing, and those that only sound like it ("not free").

    The list that comes with this program counts everywhere, so that no project has to think of every way to say it;
    a project adds its own, and its word on the cards.
    """
    free, not_free = ([text for one in (own, house_upkeep()) for text in texts(mapping(one.get(key)).get(code))] for key in ("free", "not_free"))
    word = mapping(strings.get("free")).get(code)
    return [*dict.fromkeys([*free, word] if word and "free" not in own else free)], [*dict.fromkeys(not_free)]


@cache
def house_upkeep() -> Record:
    """Returns the lists that come with this program, empty when there are none."""
    return mapping(read_yaml(HOUSE.read_text(encoding="utf-8"), HOUSE.name)[0] if HOUSE.is_file() else None)


def upkeep_shape(languages: tuple[str, ...]) -> Shape:
    """Returns the shape of `upkeep.yml`."""
    words = in_languages(languages, list_of(text))
    return record_of({}, {"check_again": record_of({}, {kind: _ages for kind in KINDS}), "free": words, "not_free": words,
                          "unknown_to_phonenumbers": list_of(_prefix), "note": text})


def _ages(value: object, place: Place, name: str) -> Iterator[Finding]:
    """Two numbers of days, the first not larger than the second."""
    yield from record_of({"warn": _number_of_days, "block": _number_of_days})(value, place, name)
    warn, block = (_days(mapping(value).get(key)) for key in ("warn", "block"))
    if warn and block and warn > block and isinstance(value, Record):
        yield finding(value.place_of("warn"), "upkeep-days-reversed", kind=name, warn=warn.days, block=block.days)


def _number_of_days(value: object, place: Place, name: str) -> Iterator[Finding]:
    yield from _matching(value, place, name, DAYS, 'a number of days in quotes, such as "75"')


def _prefix(value: object, place: Place, name: str) -> Iterator[Finding]:
    yield from _matching(value, place, name, PREFIX, 'the beginning of numbers in quotes, such as "+8469"')


def _matching(value: object, place: Place, name: str, form: re.Pattern, wanted: str) -> Iterator[Finding]:
    if not isinstance(value, str) or not form.match(value):
        is_now = f"“{value}”" if isinstance(value, str) else "something else"
        yield finding(place, "field-mistyped", name=name, wanted=wanted, is_now=is_now)
