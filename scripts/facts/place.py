"""Says where a value was written, so that every finding can point at it."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Place:
    """A file (relative to the project, always with `/`) and a line counted from 1."""

    path: str
    line: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"


class Text(str):
    """A string of a data file that knows its place."""

    place: Place

    def __new__(cls, value: str, place: Place) -> "Text":
        text = super().__new__(cls, value)
        text.place = place
        return text


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
