"""Keeps what was found out about a file, so that finding it out again costs nothing until it changes.

Everything is kept by a hash of all that it was made from, never by name, time or size. The hash of the code that made
it belongs to it, so a changed check forgets what it said before. Whatever goes wrong with the file of what is kept,
a damaged row too, only means that more has to be found out again. It knows nothing of what it keeps: checks that
share no code share it, because it holds what each of them said and never says anything itself.
"""

import hashlib
import sqlite3
import sys
from collections.abc import Iterable, Mapping
from importlib.metadata import version
from pathlib import Path

SPARE = 3  # times as many rows as the work at hand needs may stay, for the other trees of the project
ROOM = 16_000  # KB of memory for rows at hand
PATIENCE = 5  # seconds to wait for another command that writes
Said = str | bytes


class Kept:
    """What was found out before, by kind. Without a path, or when the file cannot be used, all is forgotten at the end."""

    def __init__(self, path: Path | None, kinds: Iterable[str], made_by: str):
        self._path, self._kinds, self._made_by = path, tuple(kinds), made_by
        self._rows = self._opened(path) if path else self._forgetful()

    def __reduce__(self) -> tuple:
        """In another process it is opened again; what only the memory of this one holds is unknown there."""
        return Kept, (self._path, self._kinds, self._made_by)

    def all(self, kind: str) -> dict[str, Said]:
        """Returns everything of a kind by its hash."""
        return {hash: said for hash, said, sum in self._asked(f"SELECT hash, said, sum FROM {kind}") if sum == _sum(hash, said)}

    def one(self, kind: str, hash: str) -> Said | None:
        """Returns what belongs to a hash, None when nothing is kept."""
        for said, sum in self._asked(f"SELECT said, sum FROM {kind} WHERE hash = ?", (hash,)):
            if sum == _sum(hash, said):
                return said
        return None

    def keep(self, kind: str, said: Mapping[str, Said]) -> None:
        """Keeps texts or bytes by their hashes."""
        self._told(f"INSERT OR REPLACE INTO {kind} VALUES (?, ?, ?)", [(hash, one, _sum(hash, one)) for hash, one in said.items()])

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
        except (sqlite3.Error, UnicodeError):
            self._rows = self._forgetful()
            return []

    def _told(self, command: str, rows: list[tuple]) -> None:
        try:
            with self._rows:
                self._rows.executemany(command, rows)
        except sqlite3.Error:
            self._rows = self._forgetful()

    def _opened(self, path: Path) -> sqlite3.Connection:
        """Returns the tables in a file, begun again when the file is none of ours or damaged."""
        try:
            path.parent.mkdir(exist_ok=True)
            rows = sqlite3.connect(path, timeout=PATIENCE)
            try:
                return self._prepared(rows)
            except sqlite3.OperationalError:  # it cannot be written, or somebody else writes it for long
                return self._forgetful()
            except sqlite3.DatabaseError:
                rows.close()
                path.unlink()
                return self._prepared(sqlite3.connect(path, timeout=PATIENCE))
        except (sqlite3.Error, OSError):
            return self._forgetful()

    def _forgetful(self) -> sqlite3.Connection:
        return self._prepared(sqlite3.connect(":memory:"))

    def _prepared(self, rows: sqlite3.Connection) -> sqlite3.Connection:
        """Returns a connection with every table, empty when other code filled them."""
        for quicker in ("synchronous = OFF", "journal_mode = MEMORY", f"cache_size = -{ROOM}"):
            rows.execute(f"PRAGMA {quicker}")  # what a power cut destroys is found out again
        with rows:
            rows.execute("CREATE TABLE IF NOT EXISTS made (by TEXT)")
            if rows.execute("SELECT by FROM made").fetchall() != [(self._made_by,)]:
                rows.execute("DELETE FROM made")
                rows.execute("INSERT INTO made VALUES (?)", (self._made_by,))
                for kind in self._kinds:
                    rows.execute(f"DROP TABLE IF EXISTS {kind}")
            for kind in self._kinds:
                rows.execute(f"CREATE TABLE IF NOT EXISTS {kind} (hash TEXT PRIMARY KEY, said, sum BLOB) WITHOUT ROWID")
        return rows


def hash_of(*parts: Said) -> str:
    """Returns a hash of texts or bytes, in which it is known where each of them ends."""
    whole = hashlib.blake2b(digest_size=20)
    for part in parts:
        content = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        whole.update(b"%d " % len(content))
        whole.update(content)
    return whole.hexdigest()


def made_by(places: Iterable[Path], packages: Iterable[str] = ()) -> str:
    """Returns a text that changes with the code and tables in these folders and modules, with packages, with this store and with Python."""
    modules = (module for place in (*places, Path(__file__)) for module in ((*place.rglob("*.py"), *place.rglob("*.yml")) if place.is_dir() else [place]))
    code = hash_of(*(module.read_bytes() for module in sorted(modules)))
    return " ".join([code, sys.version, *(version(package) for package in packages)])


def _sum(hash: str, said: object) -> bytes:
    """Returns by what a row is known to be whole and in its place."""
    content = said.encode("utf-8", "surrogatepass") if isinstance(said, str) else said if isinstance(said, bytes) else b""
    return hashlib.blake2b(content, digest_size=8, key=str(hash).encode()[:64]).digest()
