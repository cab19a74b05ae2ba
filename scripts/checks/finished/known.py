"""Remembers which codes stand in a picture, so that the pictures of a site are looked at once and not at every build.

What is remembered goes by the bytes of the picture and by the programs that read it; a file that is lost or damaged
only means that pictures are looked at again.
"""

import hashlib
import json
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from .codes import codes

MOST = 20_000  # pictures
PROGRAMS = ("pillow", "zxing-cpp")


class Known:
    """The codes of pictures by a hash of their bytes, kept in the file `place`."""

    def __init__(self, place: Path):
        self.place, self.by, self.new = place, _by(), False
        try:
            kept = json.loads(place.read_text(encoding="utf-8"))
            self.found = dict(kept["found"]) if kept["by"] == self.by else {}
        except (OSError, ValueError, TypeError, KeyError, RecursionError):
            self.found = {}

    def codes(self, content: bytes) -> list[str]:
        """Returns the texts of the codes in a picture; raises Unread, which is never remembered."""
        key = hashlib.blake2b(content, digest_size=20).hexdigest()
        if key not in self.found:
            self.found[key], self.new = codes(content), True
        return self.found[key]

    def keep(self) -> None:
        """Writes what is new; where that cannot be, as in a project that was never built here, it is forgotten."""
        if not self.new:
            return
        kept = dict(list(self.found.items())[-MOST:])
        try:
            unfinished = self.place.with_suffix(".new")
            unfinished.write_text(json.dumps({"by": self.by, "found": kept}), encoding="utf-8")
            unfinished.replace(self.place)
        except OSError:
            pass


def _by() -> list[str]:
    """Returns what changes whenever a picture could be read differently."""
    try:
        programs = [version(name) for name in PROGRAMS]
    except PackageNotFoundError:
        programs = []
    return [hashlib.blake2b(Path(__file__).with_name("codes.py").read_bytes(), digest_size=20).hexdigest(), sys.version, *programs]
