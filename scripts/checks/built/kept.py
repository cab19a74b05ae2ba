"""Says what the checks of finished pages keep of a file, and which code their verdicts come from."""

from functools import cache
from pathlib import Path

from ... import kept

PLACE = ".build/links.sqlite3"
KINDS = ("fronts", "bodies", "judged", "frames")
ROOMS = (Path(__file__).parent, Path(__file__).parents[1] / "source" / "numbers", Path(__file__).parents[2] / "facts")
PARSERS = ("selectolax", "tinycss2", "phonenumbers")


class Kept(kept.Kept):
    """What was found out of finished pages before; without a path, all is forgotten at the end."""

    def __init__(self, path: Path | None = None):
        super().__init__(path, KINDS, made_by())


@cache
def made_by() -> str:
    """Returns a text that changes with the checks, with what they know of facts, with the parsers and with Python."""
    return kept.made_by(ROOMS, PARSERS)
