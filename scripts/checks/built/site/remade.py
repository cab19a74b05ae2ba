"""Checks that each script, picture and plain file of a finished site is what the build makes of the project's own.

A script of ours may do anything on the page, so a letter more in it is a letter of a stranger. Pictures are not drawn
again: what can be known without that is their size, and that they carry nothing besides the picture.
"""

import re
import struct
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import zip_longest
from pathlib import Path
from posixpath import basename, dirname

from ....facts.files.litter import litter
from ....facts.files.pictures import Unreadable, look_into
from ....facts.files.scripts import name_of, spare
from ....facts.files.theme import theme_of
from ....facts.finding import Finding, finding
from ....facts.pages import DOCS
from ....facts.place import Place
from ....facts.served import POLICY
from ..difference import alike
from ..world import World

SCRIPTS, CARDS = "assets/javascripts", "assets/cards/"
CARD, TAB, HOME = (1200, 630), (32, 32), (180, 180)
SIZES = {"favicon.ico": TAB, "assets/images/apple-touch-icon.png": HOME}
SEARCH = re.compile(r"search-data\.[A-Za-z0-9-]+\.js\Z")
CALL = re.compile(r"appSearch\(\{[^\n]*\}\);\n?\Z")  # what is inside the brackets is read as JSON by another check
ICON = 22  # bytes before the picture in a Windows icon file that holds one
META = re.compile(rf'<meta http-equiv="{POLICY}"[^<>]*>')
LONGEST, MARGIN = 80, 20  # characters that are told of a line, and of both ends of a text
Unlike = tuple[int, str, str, str]  # line, what it is made of, what stands there, what the build makes


def altered(world: World) -> Iterator[Finding]:
    """Yields the files that are not what the build makes."""
    files = _Files(world)
    for address in sorted(world.tree.addresses):
        for line, source, here, there in files.unlike(address):
            yield finding(Place(address, line), "built-file-differs", source=source, here=here, there=there)


class _Files:
    """What the build takes over, joins and draws."""

    def __init__(self, world: World):
        self.world, self.root = world, world.project.root
        self.theme = theme_of(self.root)

    @cached_property
    def kept(self) -> dict[str, Path]:
        """Returns the files that the build takes over as they are, by their addresses."""
        return {path.relative_to(folder).as_posix(): path for folder in (self.theme, self.root / DOCS)
                for path in (folder / "assets").rglob("*") if path.is_file() and not path.is_symlink() and not litter(path.name)}

    @cached_property
    def scripts(self) -> dict[str, Path]:
        """Returns the scripts that the build may join, by their names without the ending."""
        return {path.stem: path for path in sorted((self.theme / SCRIPTS).glob("*.js"))}

    def unlike(self, address: str) -> Iterator[Unlike]:
        """Yields how a file differs; of pages, and of files that the build does not make, other checks tell."""
        if address in self.kept:
            yield from self._taken_over(address)
        elif dirname(address) == SCRIPTS and SEARCH.match(basename(address)):
            if not CALL.match(text := self._text(address)):
                yield 1, f"{DOCS}/", f"“{text[:MARGIN]} … {text[-MARGIN:].strip()}”", "“appSearch({…});”"
        elif dirname(address) == SCRIPTS:
            yield from self._joined(address)
        elif address.startswith(CARDS) or address in SIZES:
            yield from self._drawn(address)

    def _text(self, address: str) -> str:
        return self.world.tree.content(address).decode("utf-8", "replace")

    def _taken_over(self, address: str) -> Iterator[Unlike]:
        path, content = self.kept[address], self.world.tree.content(address)
        if path.suffix == ".html":  # has its policy by now, and copies change the links of pages
            if not self.world.tree.carried:
                yield from _lines(META.sub("", self._text(address)), path.read_text(encoding="utf-8"), self._source(path))
        elif content != path.read_bytes():
            yield from _lines(content.decode("utf-8", "replace"), path.read_text(encoding="utf-8", errors="replace"), self._source(path))

    def _source(self, path: Path) -> str:
        return path.relative_to(self.root if path.is_relative_to(self.root) else self.theme.parent).as_posix()

    def _joined(self, address: str) -> Iterator[Unlike]:
        """A name says which scripts are inside; where it can be read in two ways, one of them must be right."""
        here, ways = self._text(address), list(self._parts(basename(address), tuple(self.scripts)))
        made = ["".join(spare(self.scripts[stem].read_text(encoding="utf-8")) for stem in stems) for stems in ways]
        if made and here not in made:
            yield from _lines(here, made[0], " + ".join(self._source(self.scripts[stem]) for stem in ways[0]))

    def _parts(self, name: str, stems: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        """Yields the scripts that a file may hold by its name, each once."""
        for stem in stems:
            if name == name_of([stem]):
                yield (stem,)
            elif name.startswith(f"{stem}-"):
                others = tuple(other for other in stems if other != stem)
                yield from ((stem, *rest) for rest in self._parts(name[len(stem) + 1:], others))

    def _drawn(self, address: str) -> Iterator[Unlike]:
        content, size = self.world.tree.content(address), SIZES.get(address, CARD)
        if address.endswith(".ico"):
            begun, content = content[:ICON], content[ICON:]
            if begun != struct.pack("<HHHBBBBHHII", 0, 1, 1, *size, 0, 0, 1, 32, len(content), ICON):
                content = b""
        there, here = _picture("png", *size), "no whole picture"
        try:
            found = look_into(content)
            here = _picture(found.type, found.width, found.height, *found.carried)
        except Unreadable:
            pass
        if here != there:
            yield 1, f"{DOCS}/" if address.startswith(CARDS) else "overrides/", here, there


def _picture(kind: str, width: int, height: int, *carried: str) -> str:
    return f"a picture ({kind}) of {width} × {height} pixels with {', '.join(carried) or 'nothing else in the file'}"


def _lines(here: str, there: str, source: str) -> Iterable[Unlike]:
    """Returns the first line that is not the same."""
    pairs = zip_longest(here.split("\n"), there.split("\n"), fillvalue="")
    for number, (mine, made) in enumerate(pairs, 1):
        if mine != made:
            return [(number, source, f"“{_from(mine, made)}”", f"“{_from(made, mine)}”")]
    return [(1, source, "another byte", "the same bytes")] if here != there else []


def _from(line: str, other: str) -> str:
    return line[alike(line, other):][:LONGEST].strip()
