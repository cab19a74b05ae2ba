"""Checks the files that pages embed (`docs/assets/`): true type, size, nothing carried along, and each one vouched for.

A picture can hide a telephone number from every other check, so an owner looks at it and lists it in
`docs/_data/pictures.yml` with its checksum; a picture that changes is looked at again. What a QR code says no owner
can see: only the build makes codes, and a picture that holds one is refused.
"""

import os
from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from pathlib import Path

from ....facts.files.codes import codes_in
from ....facts.files.fonts import WEB, is_font
from ....facts.files.litter import litter
from ....facts.files.pictures import Unreadable, look_into
from ....facts.files.published import FONT, PICTURES
from ....facts.finding import Finding, finding
from ....facts.pages import DOCS
from ....facts.place import Place, Record
from ....facts.project import DATA, Project
from ....facts.words.nearest import nearest

ASSETS = f"{DOCS}/assets"
LARGEST, WIDEST = 300_000, 3_000  # bytes; pixels of a side: more than any screen or printed page here needs


def check(project: Project, today: date) -> Iterator[Finding]:
    """Yields files that are no pictures or fonts, pictures that carry more than a picture, and unlisted ones."""
    listed, there = project.entries("pictures"), set()
    for path in sorted(_files(project.root)):
        there.add(path)
        yield from _file(project.root / path, Place(path), listed)
    for path in listed:
        if f"{DOCS}/{path}" not in there and f"{DATA}/pictures.yml" not in project.unread:
            yield finding(listed.place_of(path), "picture-missing", path=path,
                          guess=nearest(path, [other.removeprefix(f"{DOCS}/") for other in there]))


def _files(root: Path) -> Iterator[str]:
    for parent, folders, names in os.walk(root / ASSETS) if not (root / ASSETS).is_symlink() else ():  # `files` tells of links
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            place = Path(parent) / name
            if not name.startswith(".") and not litter(name) and place.is_file() and not place.is_symlink():
                yield place.relative_to(root).as_posix()


def _file(file: Path, place: Place, listed: Record) -> Iterator[Finding]:
    ending = file.suffix.lower()
    try:
        if file.stat().st_size > LARGEST:
            yield finding(place, "picture-large", size=file.stat().st_size, largest=LARGEST)
            return
        content = file.read_bytes()
    except OSError as error:
        yield finding(place, "file-unreadable", reason=error.strerror or error)
        return
    if ending in PICTURES:
        doubts = list(_picture(content, PICTURES[ending], place))
        yield from doubts or _codes(content, place)
        yield from _vouched(content, place, listed)
    elif ending != FONT or not content.startswith(WEB):
        yield finding(place, "picture-kind-unknown", name=file.name)
    elif not is_font(content):
        yield finding(place, "font-unreadable", name=file.name)


def _picture(content: bytes, kind: str, place: Place) -> Iterator[Finding]:
    try:
        found = look_into(content)
    except Unreadable as reason:
        yield finding(place, "picture-unreadable", reason=reason)
        return
    if found.type != kind:
        yield finding(place, "picture-type-differs", type=found.type)
    if not 0 < found.width <= WIDEST or not 0 < found.height <= WIDEST:
        yield finding(place, "picture-size-odd", width=found.width, height=found.height, widest=WIDEST)
    for part in found.carried:
        yield finding(place, "picture-carries-more", part=part)


def _codes(content: bytes, place: Place) -> Iterator[Finding]:
    try:
        for said in codes_in(content):
            yield finding(place, "picture-holds-code", said=" ".join(said.split()))
    except Unreadable as reason:
        yield finding(place, "picture-unreadable", reason=reason)
    except ImportError as error:  # there is no package for every machine
        yield finding(place, "picture-code-unread", name=error.name)


def _vouched(content: bytes, place: Place, listed: Record) -> Iterator[Finding]:
    path, sum_ = place.path.removeprefix(f"{DOCS}/"), sha256(content).hexdigest()
    entry = listed.get(path)
    if not isinstance(entry, Record):
        yield finding(place, "picture-unlisted", path=path, sha256=sum_)
    elif entry.get("sha256") != sum_:
        yield finding(place, "picture-changed", path=path, sha256=sum_, line=listed.place_of(path).line)
