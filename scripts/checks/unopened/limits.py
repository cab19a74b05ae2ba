"""Says how large finished files may be: many times what the build makes, and little enough to be read in seconds."""

from dataclasses import dataclass

from ...facts.finding import Finding, finding
from ...facts.place import Place

MARKUP = (".html", ".htm", ".xhtml", ".svg")  # taken apart tag by tag: a hundred megabytes take minutes and a gigabyte of memory
LARGEST_PAGE = 2_000_000  # bytes; the longest page of this site has some 50,000
TEXTS = (".js", ".mjs", ".css", ".json", ".webmanifest", ".xml", ".atom", ".rss", ".txt", ".vcf")
LARGEST_TEXT = 8_000_000  # bytes; the search data of this site have 0.2 million, of 2,500 pages some 4 million
LARGEST = 30_000_000  # bytes of any other file
ALL = 1_000_000_000  # bytes of all files of a copy
SWELLING, SMALL = 200, 50_000_000  # times that a copy may grow when it is unpacked; what stays below SMALL may grow more
MOST_FILES = 60_000


@dataclass
class Room:
    """How much a copy of `packed` bytes may hold; zips inside of it take from the same."""

    packed: int
    taken: int = 0

    @property
    def most(self) -> int:
        """Returns the bytes that all its files may have together."""
        return min(ALL, max(SMALL, SWELLING * self.packed))

    def holds(self, size: int) -> bool:
        """Takes so many bytes more, and returns whether there was room for them."""
        self.taken += size
        return self.taken <= self.most


def most(name: str) -> int:
    """Returns how many bytes a file of this name may have."""
    name = name.lower()
    return LARGEST_PAGE if name.endswith(MARKUP) else LARGEST_TEXT if name.endswith(TEXTS) else LARGEST


def refused(path: str, rule: str, **values: object) -> Finding:
    """Returns the finding of a file that is not opened."""
    return finding(Place(path), rule, **values)
