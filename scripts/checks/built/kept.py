"""Keeps what was found out about a file, so that checking it again costs nothing until it changes.

Everything is kept by a hash of what it was made from, never by name or time; the hash of these very modules
belongs to it, so that a changed check forgets what it said before. Whatever goes wrong with the file of what is
kept, it only means that more has to be found out again.
"""

import hashlib
import sqlite3
import sys
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.metadata import version
from pathlib import Path

PLACE = ".build/links.sqlite3"
KINDS = ("fronts", "bodies", "judged")
ROOMS = (Path(__file__).parent, Path(__file__).parents[1] / "source" / "numbers", Path(__file__).parents[2] / "facts")
PARSERS = ("selectolax", "tinycss2", "phonenumbers")
SPARE = 3  # times as many rows as the site at hand needs may stay, for the other trees of the project
PATIENCE = 5  # seconds to wait for another check that writes


class Kept:
    """What was found out before. Without a path, or when the file cannot be used, all is forgotten at the end."""

    def __init__(self, path: Path | None = None):
        self._rows = _opened(path) if path else _forgetful()

    def all(self, kind: str) -> dict[str, str]:
        """Returns every text of a kind by its hash."""
        return dict(self._asked(f"SELECT hash, said FROM {kind}"))

    def one(self, kind: str, hash: str) -> str:
        """Returns the text of a hash; raises KeyError when nothing is kept."""
        for (said,) in self._asked(f"SELECT said FROM {kind} WHERE hash = ?", (hash,)):
            return said
        raise KeyError(hash)

    def keep(self, kind: str, said: Mapping[str, str]) -> None:
        """Keeps texts by their hashes."""
        self._told(f"INSERT OR REPLACE INTO {kind} VALUES (?, ?)", list(said.items()))

    def forget(self, kind: str, needed: Iterable[str]) -> None:
        """Forgets what is not needed any more, once there is much of it."""
        needed, known = set(needed), {hash for (hash,) in self._asked(f"SELECT hash FROM {kind}")}
        if len(known) > SPARE * len(needed) + 1000:
            self._told(f"DELETE FROM {kind} WHERE hash = ?", [(hash,) for hash in known - needed])

    def close(self) -> None:
        """Lets go of the file."""
        self._rows.close()

    def _asked(self, query: str, values: tuple = ()) -> list[tuple]:
        try:
            return self._rows.execute(query, values).fetchall()
        except sqlite3.Error:
            self._rows = _forgetful()
            return []

    def _told(self, command: str, rows: list[tuple]) -> None:
        try:
            with self._rows:
                self._rows.executemany(command, rows)
        except sqlite3.Error:
            self._rows = _forgetful()


def _opened(path: Path) -> sqlite3.Connection:
    """Returns the tables in a file, begun again when the file is none of ours or damaged."""
    try:
        path.parent.mkdir(exist_ok=True)
        rows = sqlite3.connect(path, timeout=PATIENCE)
        try:
            return _prepared(rows)
        except sqlite3.OperationalError:  # it cannot be written, or somebody else writes it for long
            return _forgetful()
        except sqlite3.DatabaseError:
            rows.close()
            path.unlink()
            return _prepared(sqlite3.connect(path, timeout=PATIENCE))
    except (sqlite3.Error, OSError):
        return _forgetful()


def _forgetful() -> sqlite3.Connection:
    return _prepared(sqlite3.connect(":memory:"))


def _prepared(rows: sqlite3.Connection) -> sqlite3.Connection:
    """Returns a connection with every table, empty when another version of the checks filled them."""
    rows.execute("PRAGMA synchronous = OFF")  # what a power cut destroys is found out again
    with rows:
        rows.execute("CREATE TABLE IF NOT EXISTS made (by TEXT)")
        if rows.execute("SELECT by FROM made").fetchall() != [(made_by(),)]:
            rows.execute("DELETE FROM made")
            rows.execute("INSERT INTO made VALUES (?)", (made_by(),))
            for kind in KINDS:
                rows.execute(f"DROP TABLE IF EXISTS {kind}")
        for kind in KINDS:
            rows.execute(f"CREATE TABLE IF NOT EXISTS {kind} (hash TEXT PRIMARY KEY, said TEXT) WITHOUT ROWID")
    return rows


@cache
def made_by() -> str:
    """Returns a text that changes with the checks, with what they know of facts, with the parsers and with Python."""
    code = hashlib.blake2b(digest_size=20)
    for path in sorted(path for room in ROOMS for path in room.rglob("*.py")):
        code.update(path.read_bytes())
    return " ".join([code.hexdigest(), sys.version, *(version(parser) for parser in PARSERS)])
