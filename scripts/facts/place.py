"""Says where a value was written, so that every finding can point at it."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

# What a terminal obeys, breaks lines at or turns letters round by: control characters (C0, C1), line and paragraph
# separators, and the marks of Unicode's bidirectional algorithm (UAX #9, 2).
OBEYED = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
# What shows nothing at all: Unicode's Default_Ignorable_Code_Point and the like. Scripts that are written without spaces need a few
# of them between their letters, and pictures behind them.
UNSEEN = re.compile("[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200d\u2060-\u2065\u206a-\u206f\u2800\u3164\ufeff\uffa0"
                    "\ufff0-\ufffb\U0001d173-\U0001d17a\U000e0000-\U000e0fff]|(?<=[\x00-\x7f])[\ufe00-\ufe0f]")
WOVEN = re.compile("(?<=[\u0600-\u1cff\u2190-\u2bff\U0001f000-\U0001faff\ufe0f])[\u200b-\u200d](?=[\u0600-\u1cff\u2190-\u2bff\U0001f000-\U0001faff])")
SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}


def visible(text: str) -> str:
    """Returns a text that a terminal only shows, on one line and with what nobody sees; strangers may write anything.

    >>> visible("a\\x1b[2J\\nb"), visible("11\\u200b1")
    ('a\\\\x1b[2J\\\\nb', '11‹U+200B›1')
    """
    text = OBEYED.sub(_named, text)
    return text if text.isascii() else UNSEEN.sub(lambda one: one[0] if WOVEN.match(text, one.start()) else f"‹U+{ord(one[0]):04X}›", text)


def _named(found: re.Match) -> str:
    code = ord(found[0])
    return SHORT.get(found[0]) or (f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}")


class Place(NamedTuple):  # every value of a file has one, and others take three times as long to make
    """A file (relative to the project, always with `/`) and a line counted from 1."""

    path: str
    line: int = 1

    def __str__(self) -> str:
        return f"{visible(self.path)}:{self.line}"

    def below(self, starts: Sequence[int], offset: int) -> "Place":
        """Returns the place of a character of a text that begins here; `starts` are its `line_starts`."""
        return Place(self.path, self.line + bisect_right(starts, offset) - 1)


def line_starts(text: str) -> tuple[int, ...]:
    """Returns where each line of a text begins.

    >>> line_starts("a\\nbc\\n")
    (0, 2, 5)
    """
    return 0, *(match.end() for match in re.finditer("\n", text))


class Text(str):
    """A string of a data file that knows its place."""

    place: Place

    def __new__(cls, value: str, place: Place) -> "Text":
        text = super().__new__(cls, value)
        text.place = place
        return text

    def __getnewargs__(self) -> tuple[str, Place]:
        """Another process gets both."""
        return str(self), self.place


class Record(dict):
    """A mapping of a data file: its own place, and the place of each key."""

    def __init__(self, place: Place):
        super().__init__()
        self.place = place
        self.places: dict[str, Place] = {}

    def place_of(self, key: str) -> Place:
        """Returns the place of `key`, or of the mapping when the key is missing."""
        return self.places.get(key, self.place)


class Items(list):
    """A list of a data file: its own place, and the place of each item."""

    def __init__(self, place: Place):
        super().__init__()
        self.place = place
        self.places: list[Place] = []


def texts(value: object) -> list[Text]:
    """Returns the texts of a list, leaving out whatever else somebody wrote there or instead."""
    return [item for item in value if isinstance(item, Text)] if isinstance(value, Items) else []


def mapping(value: object) -> Record:
    """Returns a mapping as it is, and an empty one for whatever else somebody wrote there."""
    return value if isinstance(value, Record) else Record(Place(""))


def leaves(value: object, place: Place, keys: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Text, Place]]:
    """Yields every text below a value: the keys that lead to it, the text, and the place of the last of them or of the item."""
    if isinstance(value, Record):
        for key, inner in value.items():
            yield from leaves(inner, value.place_of(key), (*keys, key))
    elif isinstance(value, Items):
        for inner, at in zip(value, value.places):
            yield from leaves(inner, at, keys)
    elif isinstance(value, Text):
        yield keys, value, place
