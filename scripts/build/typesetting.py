"""Sets text as pictures, with Typst and our own fonts, so that every machine makes the same ones.

The computer's own fonts are never used: they differ between machines, and one that lacks
Vietnamese letters would print boxes in their place.
"""

import json
import struct
from pathlib import Path
from unicodedata import category, normalize

import typst

from ..facts.files.theme import HOUSE, theme_of

FONTS = "print/fonts"


def print_room(root: Path, template: str) -> Path:
    """Returns the folder whose print templates the project `root` uses: its own where it has `template`, else ours.

    A project that brings one brings all that it imports, and the fonts.
    """
    own = theme_of(root)
    return own if (own / template).is_file() else HOUSE


def pictures(room: Path, template: str, **inputs: object) -> list[bytes]:
    """Returns each page of a Typst template as PNG, one pixel for each point.

    The template reads files below `room` only, and finds `inputs` in `sys.inputs`, as JSON; among
    them `families`, the names of the bundled fonts. Raises TypstError when the template is wrong.
    """
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[room / FONTS])
    given = {"families": sorted(fonts.families()), **inputs}
    made = typst.compile(room / template, root=room, font_paths=fonts, format="png", ppi=72,
                         sys_inputs={name: json.dumps(value) for name, value in given.items()})
    return made if isinstance(made, list) else [made]


def letters(room: Path) -> frozenset[str]:
    """Returns the letters that the bundled fonts can print."""
    return frozenset().union(*(letters_of(path.read_bytes()) for path in (room / FONTS).glob("*.ttf")))


def printable(text: str, known: frozenset[str]) -> bool:
    """Returns whether every letter of a text is known; spaces and invisible signs (category Cf) always are.

    >>> printable("Sông", frozenset("Sông")), printable("ទន្លេ", frozenset("Sông"))
    (True, False)
    """
    return all(letter in known or letter.isspace() or category(letter) == "Cf" for letter in normalize("NFC", text))


def letters_of(font: bytes) -> set[str]:
    """Returns the letters in the `cmap` table of a TrueType font (OpenType 1.9, formats 4 and 12)."""
    count, = struct.unpack_from(">H", font, 4)
    tables = {tag: start for tag, _, start, _ in struct.iter_unpack(">4sIII", font[12:12 + 16 * count])}
    cmap = font[tables[b"cmap"]:]
    count, = struct.unpack_from(">H", cmap, 2)
    starts = [start for *_, start in struct.iter_unpack(">HHI", cmap[4:4 + 8 * count])]
    return {chr(code) for start in starts for first, last in _ranges(cmap[start:])
            for code in range(first, last + 1) if code != 0xFFFF}


def _ranges(table: bytes) -> list[tuple[int, int]]:
    """Returns the first and last code of each range; a range of format 4 counts as full, as font tools write it."""
    kind, = struct.unpack_from(">H", table)
    if kind == 4:
        double, = struct.unpack_from(">H", table, 6)
        last = struct.unpack_from(f">{double // 2}H", table, 14)
        return list(zip(struct.unpack_from(f">{double // 2}H", table, 16 + double), last))
    if kind == 12:
        count, = struct.unpack_from(">I", table, 12)
        return [group[:2] for group in struct.iter_unpack(">III", table[16:16 + 12 * count])]
    return []
