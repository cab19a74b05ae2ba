"""The icons of tabs and home screens, made from the one drawing."""

import struct
from pathlib import Path

from scripts.build.icons import OPAQUE, write_icons
from scripts.facts.project import read_project


def test_each_icon_has_its_size(campaign: Path, tmp_path: Path) -> None:
    """Phones pick an icon by the size that its name promises."""
    write_icons(read_project(campaign), tmp_path)
    assert {name: struct.unpack_from(">II", (tmp_path / name).read_bytes(), 16) for name in OPAQUE} == {
        name: (size, size) for name, size in OPAQUE.items()}


def test_the_tab_icon_is_a_windows_icon(campaign: Path, tmp_path: Path) -> None:
    """One image of 32 × 32 pixels; its place and length in the file are where the header says."""
    write_icons(read_project(campaign), tmp_path)
    content = (tmp_path / "favicon.ico").read_bytes()
    assert struct.unpack_from("<HHHBB", content) == (0, 1, 1, 32, 32)
    length, start = struct.unpack_from("<II", content, 14)
    assert start + length == len(content)
    assert content[start:].startswith(b"\x89PNG") and struct.unpack_from(">II", content, start + 16) == (32, 32)


def test_the_same_drawing_makes_the_same_bytes(campaign: Path, tmp_path: Path) -> None:
    """Copies of the site can be compared by checksum."""
    for name in ("one", "another"):
        write_icons(read_project(campaign), tmp_path / name)
    for name in ("favicon.ico", *OPAQUE):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "another" / name).read_bytes()
