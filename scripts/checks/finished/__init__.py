"""Looks at finished files once more, as a stranger would: pages, search data, lists, cards, pictures, PDFs, packed copies.

This room shares no code with the checks of the sources and of the built pages (a test holds that), so that one
mistake cannot blind all three. It trusts the data files and the page's own Markdown, and nothing in between.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from ...facts.finding import Finding, finding
from ...facts.place import Place
from .extract import Piece, data_strings, page, plain_pieces, strings
from .files import files
from .judge import Judge, Source, source_of
from .reference import Reference, read_reference
from .sheets import NO_TEXT, SEEN, Sight

MARKUP = (".html", ".htm", ".xhtml", ".svg", ".xml", ".atom", ".rss")
CODE = (".js", ".mjs", ".css", ".json", ".webmanifest")

DATA = (".json", ".webmanifest")
CARDS = (".vcf", ".vcard", ".ics")  # whose long lines are folded


class SecondLook:
    """What finished files are held against, made once for the site and for every copy of it.

    Lines that stand in several files are judged once for all of them.
    """

    def __init__(self, root: Path, today: date | None = None):
        self.reference = read_reference(root, today)
        self.judge, self.sources = Judge(self.reference), _sources(root)
        self.sight = Sight(root)

    def at(self, place: Path) -> Iterator[Finding]:
        """Yields what the finished site in the folder, zip or ZIM `place` says that the project does not.

        Raises OSError or BadZipFile when it cannot be read.
        """
        for name, content in files(place):
            if name.lower().endswith(SEEN):
                yield from self.sight.look(name, content, self.judge, self.sources[""])
            if not name.lower().endswith(NO_TEXT):
                yield from _file(name, content.decode("utf-8", "replace"), self.judge, self.reference, self.sources)
        self.sight.known.keep()


def check_finished(root: Path, place: Path, today: date | None = None) -> Iterator[Finding]:
    """Yields the same for a single folder, zip or ZIM of the project `root`, on a day."""
    return SecondLook(root, today).at(place)


def _sources(root: Path) -> dict[str, Source]:
    """Returns what each Markdown file holds, by its path below `docs/`; under an empty name, all of them."""
    found, everything = {}, Source()
    for path in sorted((root / "docs").rglob("*.md")):
        own = source_of(path.read_text(encoding="utf-8", errors="replace"))
        found[path.relative_to(root / "docs").as_posix()] = own
        everything.rows |= own.rows
        everything.spoken |= own.spoken
        everything.text += own.text
    return found | {"": everything}


def _file(name: str, content: str, judge: Judge, reference: Reference, sources: dict[str, Source]) -> Iterator[Finding]:
    if name.lower().endswith(MARKUP):
        read = page(content)
        pieces, language, source = read.pieces, read.language, sources.get(read.source) or sources[""]
        if read.source and name.lower().endswith(".html"):
            yield from _help(name, pieces, reference)
    else:
        code = name.lower().endswith(CODE)
        said = data_strings if name.lower().endswith(DATA) else strings
        pieces = [Piece("value", 1, text) for text in said(content)] if code else plain_pieces(content, name.lower().endswith(CARDS))
        language, source = "", sources[""]
    for piece in pieces:
        for rule, line, values in judge.piece(piece, source, language):
            yield finding(Place(name, line), rule, **values)


def _help(name: str, pieces: list[Piece], reference: Reference) -> Iterator[Finding]:
    """Every page that a person wrote must dial the numbers of the help bar."""
    dialled = {reference.owners.get(piece.text) for piece in pieces if piece.kind == "target"}
    for id in (reference.instead.get(id, id) for id in reference.help):
        if id in reference.owners.values() and id not in dialled:
            yield finding(Place(name), "finished-help-missing", contact=id)
