"""Reads a finished site, from a folder, a zip or a ZIM, into what the checks need of each file.

What did not change since the last time is not parsed again; what did is shared out among the processors.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import chain
from pathlib import Path

from ....facts.address import OPEN_DATA
from ....facts.served import SERVER_ONLY
from ....processors import processors, shared
from ..kept import Kept
from ..reading import hear_file, read_file, reader_of
from . import Files, files_of
from .page import Body, BuiltPage, Fault, Front, Reference

MANY = 400  # files from which on it pays to start other processes; Windows and macOS take their time for it
BATCH = 64


@dataclass(frozen=True)
class Tree:
    """A finished site: the address of every file with exact case, and what was read of those that can hold addresses."""

    files: Files
    addresses: frozenset[str]
    fronts: dict[str, Front]
    hashes: dict[str, str]
    kept: Kept

    @cached_property
    def carried(self) -> bool:
        """Returns whether it is a copy that people carry, packed or unpacked, where parts for servers may be missing.

        A site that lost one of these parts is none: the others are still there.
        """
        return self.files.carried or not any(map(SERVER_ONLY.match, self.addresses))

    @property
    def data(self) -> Iterator[tuple[str, bytes]]:
        """Yields the open data: (address, bytes) of each file, in order of address."""
        return self.files.contents(sorted(name for name in self.addresses if name.startswith(OPEN_DATA)))

    def pages(self, addresses: Iterable[str]) -> Iterator[BuiltPage]:
        """Yields the whole of files that were read."""
        for address, content in self.files.contents(addresses):
            front, said = self.fronts[address], self.kept.one("bodies", self.hashes[address])
            body = _body(said) if said else read_file(address, content)[1]
            yield BuiltPage(address, front, body, partial(hear_file, front.kind, content))

    def content(self, address: str) -> bytes:
        """Returns the bytes of a file."""
        return next(self.files.contents([address]))[1]


def read_tree(place: Path, kept: Kept | None = None) -> Tree:
    """Returns the site in the folder, zip or ZIM `place`; raises OSError or BadZipFile when it cannot be read."""
    files, kept = files_of(place), kept or Kept()
    names = files.names()
    hashes = dict(chain.from_iterable(_in_threads(files, [name for name in names if reader_of(name)])))
    known = kept.all("fronts")
    fresh = {hash: name for name, hash in hashes.items() if hash not in known}
    for rows in _read(files, [(name, hash) for hash, name in fresh.items()]):
        kept.keep("bodies", {hash: body for hash, _, body in rows})
        kept.keep("fronts", {hash: front for hash, front, _ in rows})
        known |= {hash: front for hash, front, _ in rows}
    for kind in ("fronts", "bodies") if fresh else ():
        kept.forget(kind, hashes.values())
    fronts = {name: _front(known[hash]) for name, hash in hashes.items()}
    return Tree(files, frozenset(names), fronts, hashes, kept)


def _in_threads(files: Files, names: list[str]) -> Iterable[list[tuple[str, str]]]:
    """Returns every name with its hash; hashing lets other threads work meanwhile."""
    with ThreadPoolExecutor(processors()) as threads:
        return list(threads.map(lambda batch: _hashes(files, batch), batches(names)))


def _hashes(files: Files, names: Sequence[str]) -> list[tuple[str, str]]:
    """Returns names with the hash of their bytes; it says, too, how such a file is read."""
    return [(name, f"{reader_of(name).__module__.rpartition('.')[2]}.{reader_of(name).__name__} "
                   f"{hashlib.blake2b(content, digest_size=20).hexdigest()}") for name, content in files.contents(names)]


Rows = list[tuple[str, str, str]]


def _read(files: Files, fresh: list[tuple[str, str]]) -> Iterable[Rows]:
    """Yields (hash, front, body) of each file; the files are (name, hash)."""
    if len(fresh) < MANY or processors() < 2:
        return map(_reader(files), batches(fresh))
    return shared(_reader, (files,), batches(fresh))


def _reader(files: Files) -> Callable[[Sequence[tuple[str, str]]], Rows]:
    return partial(_rows, files)


def _rows(files: Files, batch: Sequence[tuple[str, str]]) -> Rows:
    hashes = dict(batch)
    read = ((name, read_file(name, content)) for name, content in files.contents(hashes))
    return [(hashes[name], json.dumps(list(vars(front).values())), json.dumps(list(vars(body).values())))
            for name, (front, body) in read]


def _front(said: str) -> Front:
    kind, source, language, base, canonical, ids, alternates, calls, *rest, styles = json.loads(said)
    return Front(kind, source, language, base, canonical, tuple(ids), tuple(map(tuple, alternates)), tuple(calls), *rest, tuple(styles))


def _body(said: str) -> Body:
    references, repeated, tokens, faults = json.loads(said)
    return Body(tuple(Reference(*one, tuple(names)) for *one, names in references), tuple(repeated), tuple(tokens),
                tuple(Fault(rule, tuple(map(tuple, values)), *rest) for rule, values, *rest in faults))


def batches(items: list, size: int = BATCH) -> list[list]:
    """Returns the items in lists of a size that is worth to be sent to another process."""
    return [items[at:at + size] for at in range(0, len(items), size)]
