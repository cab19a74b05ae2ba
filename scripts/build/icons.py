"""Makes the small pictures of the site for browser tabs and home screens, all from one drawing.

Only the drawing, `favicon.svg`, is kept; a committed picture would stay behind when it changes.
"""

import struct
from pathlib import Path

from ..facts.project import Project
from .typesetting import pictures, print_room

TEMPLATE = "print/icon.typ"
TAB, TAB_SIZE = "favicon.ico", 32
OPAQUE = {"assets/images/apple-touch-icon.png": 180}  # home screens of phones draw no transparency


def write_icons(project: Project, site: Path) -> None:
    """Writes the icons below the folder `site`; `favicon.ico` at its root, where browsers look unasked."""
    icons = [{"size": TAB_SIZE, "opaque": False}, *({"size": size, "opaque": True} for size in OPAQUE.values())]
    tab, *others = pictures(print_room(project.root, TEMPLATE), TEMPLATE, icons=icons)
    (site / "assets/images").mkdir(parents=True, exist_ok=True)
    (site / TAB).write_bytes(as_ico(tab, TAB_SIZE))
    for name, picture in zip(OPAQUE, others):
        (site / name).write_bytes(picture)


def icon(project: Project, size: int) -> bytes:
    """Returns the icon as a PNG of `size` × `size` pixels, for the carried copies."""
    return pictures(print_room(project.root, TEMPLATE), TEMPLATE, icons=[{"size": size, "opaque": True}])[0]


def as_ico(png: bytes, size: int) -> bytes:
    """Returns a PNG of `size` × `size` pixels, below 256, as a Windows icon file that holds it unchanged."""
    header = struct.pack("<HHH", 0, 1, 1)
    entry = struct.pack("<BBBBHHII", size, size, 0, 0, 1, 32, len(png), len(header) + 16)
    return header + entry + png
