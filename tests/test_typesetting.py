"""Our fonts know every Vietnamese letter, print each one as itself, and are all the fonts there are."""

import shutil
import struct
from pathlib import Path
from unicodedata import normalize

import pytest
import typst

from scripts.build.generator import ENGINE
from scripts.build.typesetting import FONTS, letters, letters_of, pictures, print_room, printable

OVERRIDES = ENGINE / "overrides"
BUNDLED = sorted((OVERRIDES / FONTS).glob("*.ttf"))
TONES = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"]  # huyền, sắc, ngã, hỏi, nặng
VOWELS = [normalize("NFC", vowel + tone) for vowel in "aăâeêioôơuưy" for tone in TONES]
VIETNAMESE = sorted({form for letter in [*VOWELS, *"bcdđghklmnpqrstvx"] for form in (letter, letter.upper())})
SMALL = '#set page(width: 30pt, height: 40pt, margin: 5pt)\n#set text(font: json(bytes(sys.inputs.families)))\n' \
        '#for word in json(bytes(sys.inputs.words)) [#word #pagebreak(weak: true)]\n'


@pytest.fixture
def room(tmp_path: Path) -> Path:
    """A print room of its own with our fonts and a small template."""
    shutil.copytree(OVERRIDES / FONTS, tmp_path / "overrides" / FONTS)
    (tmp_path / "overrides/print/small.typ").write_text(SMALL, encoding="utf-8")
    return tmp_path / "overrides"


@pytest.mark.parametrize("font", BUNDLED, ids=lambda path: path.name)
def test_a_bundled_font_knows_every_vietnamese_letter(font: Path) -> None:
    """Small and capital, all tones, and the signs of Vietnamese and English text; each file whole and light."""
    assert len(VIETNAMESE) == 178
    assert set(VIETNAMESE) | set("0123456789 .,:;!?…–—-“”‘’()/%&+₫fjwzFJWZ") <= letters_of(font.read_bytes())
    assert font.stat().st_size <= 60_000
    assert (font.parent / "OFL.txt").is_file()


def test_all_bundled_fonts_know_the_same_letters() -> None:
    """A title must not lose a letter because it is bold."""
    assert len({frozenset(letters_of(font.read_bytes())) for font in BUNDLED}) == 1 < len(BUNDLED)


def test_each_vietnamese_letter_looks_like_no_other(room: Path) -> None:
    """Letters that a font lacks all look alike: empty."""
    made = pictures(room, "print/small.typ", words=VIETNAMESE)
    assert len(set(made)) == len(made) == len(VIETNAMESE)


def test_no_other_font_is_ever_used(room: Path) -> None:
    """This template allows other fonts, and most computers have one with Greek letters; still none is printed."""
    alpha, omega = pictures(room, "print/small.typ", words=["α", "Ω"])
    assert alpha == omega


def test_a_template_reads_nothing_outside_its_room(room: Path) -> None:
    """A mistake in a template must not publish a file of this computer."""
    (room.parent / "secret.txt").write_text("secret")
    (room / "print/small.typ").write_text('#read("../../secret.txt")')
    with pytest.raises(typst.TypstError):
        pictures(room, "print/small.typ")


def test_a_project_may_bring_its_own_templates(room: Path) -> None:
    """Those that it does not bring are ours."""
    assert print_room(room.parent, "print/small.typ") == room
    assert print_room(room.parent, "print/card.typ") == OVERRIDES
    assert print_room(room.parent / "nowhere", "print/card.typ") == OVERRIDES


@pytest.mark.parametrize(("text", "answer"), [
    ("Sông Lành", True),
    ("So\u0302ng", True),  # written with a combining mark: the same letter
    ("Sông\u00a0Lành\n", True),
    ("Sông\u200bLành", True),  # zero-width space
    ("", True),
    ("Sông ទឹក", False),
    ("Sông 🌊", False),
])
def test_a_text_is_printable_when_each_letter_is_known(text: str, answer: bool) -> None:
    """Spaces and invisible signs need no picture."""
    assert printable(text, letters(OVERRIDES)) is answer


def test_letters_beyond_the_first_65536_are_read_too() -> None:
    """Format 12 of the table `cmap`, which fonts of larger scripts use."""
    groups = struct.pack(">HHIII", 12, 0, 28, 0, 1) + struct.pack(">III", 0x1F30A, 0x1F30B, 1)
    cmap = struct.pack(">HHHHI", 0, 1, 3, 10, 12) + groups
    font = struct.pack(">IHHHH", 0x00010000, 1, 0, 0, 0) + struct.pack(">4sIII", b"cmap", 0, 28, len(cmap)) + cmap
    assert letters_of(font) == {"\U0001F30A", "\U0001F30B"}
