"""Where pages went that were renamed or taken away: addresses are printed on posters and must not go dead.

`moved.yml` maps the old path of a page, without the language folder, to its new path, or to a note in every
language (`gone`) when nothing took its place.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from ..data.shape import Shape, either, in_languages, record_of
from ..finding import Finding, finding
from ..place import Place, Record

MOST = 2_000  # entries; each of them is a small page in every language
PAIR = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*\.md\Z")


@dataclass(frozen=True)
class Moved:
    """A page that is not where it was: `to` is its new path, empty when it is `gone`."""

    pair: str
    place: Place
    to: str = ""
    gone: Mapping[str, str] | None = None


def moved_shape(languages: tuple[str, ...]) -> Shape:
    """Returns the shape of `moved.yml`."""
    entry = either(path_of_page, record_of({"gone": in_languages(languages)}))

    def shape(value: object, place: Place, name: str) -> Iterator[Finding]:
        if not isinstance(value, Record):
            yield from record_of({})(value, place, name)
            return
        if len(value) > MOST:
            yield finding(value.place_of(next(islice(value, MOST, None))), "moved-many", count=len(value), most=MOST)
            return
        for pair, target in value.items():
            yield from path_of_page(pair, value.place_of(pair), name)
            yield from entry(target, value.place_of(pair), pair)

    return shape


def path_of_page(value: object, place: Place, name: str) -> Iterator[Finding]:
    """A page's path below the language folders: `help/lost-money.md`."""
    if not isinstance(value, str) or not PAIR.match(value):
        yield finding(place, "moved-path-malformed", written=value)


def moved_pages(entries: Record) -> list[Moved]:
    """Returns the entries of `moved.yml` that are written as they should be, in their order; none of a list that is far too long."""
    found = []
    for pair, target in entries.items() if len(entries) <= MOST else ():
        if PAIR.match(pair) and isinstance(target, str) and PAIR.match(target):
            found.append(Moved(pair, entries.place_of(pair), to=target))
        elif PAIR.match(pair) and isinstance(target, Record) and isinstance(target.get("gone"), Record):
            found.append(Moved(pair, entries.place_of(pair), gone=target["gone"]))
    return found
