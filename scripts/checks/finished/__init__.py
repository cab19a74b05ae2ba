"""Looks at finished files once more, as a stranger would: pages, search data, lists, cards, pictures, PDFs, packed copies.

This room shares no code with the checks of the sources and of the built pages (a test holds that), so that one
mistake cannot blind all three. It trusts the data files and the page's own Markdown, and nothing in between.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from datetime import date
from functools import cache, cached_property
from pathlib import Path

from ...facts.finding import Finding, finding
from ...facts.place import Place
from ...kept import Kept, hash_of, made_by
from ...processors import beside
from .extract import Page, Piece, data_strings, page, plain_pieces, strings
from .files import files
from .judge import Fault, Judge, Source, source_of
from .reference import Reference, digest, read_reference
from .sheets import LACKING, LOOKERS, NO_TEXT, SEEN, SHOWN, UNREAD, shown

MARKUP = (".html", ".htm", ".xhtml", ".svg", ".xml", ".atom", ".rss")
CODE = (".js", ".mjs", ".css", ".json", ".webmanifest")

DATA = (".json", ".webmanifest")
CARDS = (".vcf", ".vcard", ".ics")  # whose long lines are folded

FAMILY = "finished"  # of its rules
PLACE = ".build/second-look.sqlite3"
LOOKED = "looked"
FEW = 50  # files that are looked at sooner than another process starts


class SecondLook:
    """What finished files are held against, made once for the site and for every copy of it.

    Lines that stand in several files are judged once for all of them, and files that did not change since an earlier
    look, with the same Markdown, data files and day, are not judged again when there is a `memory` to keep it.
    """

    def __init__(self, root: Path, today: date | None = None, memory: Path | None = None):
        self._root, self._today, self._memory, self._digest = root, today, memory, digest(root, today)
        self._kept = Kept(memory, (LOOKED, SHOWN), _made_by())
        self._texts = {path.relative_to(root / "docs").as_posix(): path.read_bytes()
                       for path in sorted((root / "docs").rglob("*.md"))}
        self._read: dict[str, Source] = {}

    @cached_property
    def _judge(self) -> Judge:
        return Judge(read_reference(self._root, self._today))

    @contextmanager
    def begun(self, place: Path) -> Iterator[None]:
        """Looks at a site in another process meanwhile, when there is much to look at and a memory to leave it in."""
        known = self._kept.all(LOOKED)
        fresh = sum(self._told_before(known.get(self._key(*file), "")) is None for file in files(place))
        with beside(_look_ahead, self._root, self._today, self._memory, place) if self._memory and fresh > FEW else nullcontext():
            yield

    def at(self, place: Path) -> Iterator[Finding]:
        """Yields what the finished site in the folder, zip or ZIM `place` says that the project does not.

        Raises OSError or BadZipFile when it cannot be read.
        """
        known, fresh, keys, lacking = self._kept.all(LOOKED), {}, set(), set()
        for name, content in files(place):
            key = self._key(name, content)
            faults = self._told_before(known.get(key, ""))
            if faults is None:
                source, faults = self._look(name.lower(), content)
                if not any(rule == UNREAD for rule, _, _ in faults):  # a machine that was too busy may not be tomorrow
                    fresh[key] = json.dumps([source, self._hash(source), faults])
            keys.add(key)
            yield from (finding(Place(name, line), rule, **values) for rule, line, values in _once(faults, lacking))
        if fresh:
            self._kept.keep(LOOKED, fresh)
            self._kept.forget(LOOKED, keys)

    def _key(self, name: str, content: bytes) -> str:
        return hash_of(name, content, self._digest)

    def _told_before(self, said: str) -> list[Fault] | None:
        """Returns what was found in a file whose Markdown is still the same, None when it has to be looked at."""
        if not said:
            return None
        source, written, faults = json.loads(said)
        return faults if written == self._hash(source) else None

    def _hash(self, source: str | None) -> str:
        return hash_of(self._texts[source]) if source in self._texts else self._hash_of_all

    @cached_property
    def _hash_of_all(self) -> str:
        return hash_of(*self._texts, *self._texts.values())

    def _look(self, name: str, content: bytes) -> tuple[str | None, list[Fault]]:
        """Returns the Markdown that a file is held against, by its path below `docs/`, and what is wrong with the file."""
        faults = list(shown(name, content, self._kept, self._judge, self._source(""))) if name.endswith(SEEN) else []
        if name.endswith(NO_TEXT):
            return None, faults
        source, more = self._look_at_text(name, content.decode("utf-8", "replace"))
        return source, faults + _garbled(content) + more

    def _look_at_text(self, name: str, content: str) -> tuple[str, list[Fault]]:
        markup = name.endswith(MARKUP)
        read = page(content) if markup else Page()
        pieces = read.pieces if markup else _pieces(name, content)
        faults = _help(pieces, self._judge.reference) if read.source and name.endswith(".html") else []
        written = self._source(read.source if read.source in self._texts else "")
        return read.source, faults + [fault for piece in pieces for fault in self._judge.piece(piece, written, read.language)]

    def _source(self, name: str) -> Source:
        """Returns what a Markdown file holds; under an empty name, all of them."""
        if name not in self._read:
            self._read[name] = source_of(self._texts[name].decode("utf-8", "replace")) if name else self._everything()
        return self._read[name]

    def _everything(self) -> Source:
        whole = Source()
        for name in self._texts:
            own = self._source(name)
            whole.rows |= own.rows
            whole.spoken |= own.spoken
            whole.text += own.text
        return whole


def check_finished(root: Path, place: Path, today: date | None = None) -> Iterator[Finding]:
    """Yields the same for a single folder, zip or ZIM of the project `root`, on a day."""
    return SecondLook(root, today).at(place)


def _look_ahead(root: Path, today: date | None, memory: Path, place: Path) -> None:
    """Leaves in the memory what is to be said of a site."""
    for _ in SecondLook(root, today, memory).at(place):
        pass


@cache
def _made_by() -> str:
    facts = Path(__file__).parents[2] / "facts"
    return made_by([Path(__file__).parent, facts / "finding.py", facts / "place.py"], ["PyYAML", *LOOKERS])


def _once(faults: list[Fault], lacking: set[str]) -> Iterator[Fault]:
    """Yields faults, of those for a program that this machine lacks only the first."""
    for rule, line, values in faults:
        if rule != LACKING or values["reason"] not in lacking:
            lacking |= {values["reason"]} if rule == LACKING else set()
            yield rule, line, values


def _garbled(content: bytes) -> list[Fault]:
    """Readers guess what such bytes mean, each program in its own way."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        return [("finished-file-garbled", content.count(b"\n", 0, error.start) + 1, {"byte": f"0x{content[error.start]:02x}"})]
    return []


def _pieces(name: str, content: str) -> list[Piece]:
    """Returns what a file without markup says."""
    if not name.endswith(CODE):
        return plain_pieces(content, name.endswith(CARDS))
    said = data_strings if name.endswith(DATA) else strings
    return [Piece("value", 1, text) for text in said(content)]


def _help(pieces: list[Piece], reference: Reference) -> list[Fault]:
    """Every page that a person wrote must dial the numbers of the help bar."""
    dialled = {reference.owners.get(piece.text) for piece in pieces if piece.kind == "target"}
    offered = dict.fromkeys(map(reference.offered, reference.help))
    return [("finished-help-missing", 1, {"contact": id}) for id in offered if id in reference.owners.values() and id not in dialled]
