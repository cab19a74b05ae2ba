"""What changed for readers: the list that people who reuse the contacts, or hold an old copy, look through.

A day here is the day of the change as an editor wrote it. It is never taken from the clock or from a
commit, so that the same list gives the same feed everywhere.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ..data.shape import Shape, by_id, day, in_languages, list_of, parse_day, record_of, text
from ..place import Place, Record, Text, texts


@dataclass(frozen=True)
class Change:
    """One change: its day, what happened in words of each language, the contacts and the pages it concerns."""

    id: str
    place: Place
    on: date
    says: Mapping[str, str]
    contacts: tuple[Text, ...] = ()
    pages: tuple[Text, ...] = ()


def changes_shape(languages: tuple[str, ...]) -> Shape:
    """Returns the shape of `changes.yml`."""
    return by_id(record_of({"date": day, "text": in_languages(languages)},
                           {"contacts": list_of(text), "pages": list_of(text), "note": text}))


def changes_of(entries: Record, languages: tuple[str, ...]) -> list[Change]:
    """Returns the changes that are written as they should be, the newest first; on one day in the order of the file."""
    shape = changes_shape(languages)
    found = [_change(id, entry, entries.place_of(id)) for id, entry in entries.items() if _fits(shape, id, entry)]
    return sorted(found, key=lambda change: change.on, reverse=True)


def _fits(shape: Shape, id: str, entry: object) -> bool:
    alone = Record(Place(""))
    alone[id] = entry
    return not any(shape(alone, alone.place, ""))


def _change(id: str, entry: Record, place: Place) -> Change:
    return Change(id, place, parse_day(entry["date"]), entry["text"],
                  tuple(texts(entry.get("contacts"))), tuple(texts(entry.get("pages"))))
