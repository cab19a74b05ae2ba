"""Looks into a picture without showing it: its true type, its size, and what it carries along besides the picture.

A camera writes where and when a picture was taken, and by which phone, into the file; whoever publishes it
publishes the way to somebody's home. Only the parts that draw the picture may stay, a plain colour profile among them.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from zlib import crc32

from .profiles import of_jpeg, of_png, only_colours

# W3C PNG, 11.2–11.3; text, time and exif are left out. Animation is left out, too: it cannot be printed.
PNG_START, PNG_PARTS = b"\x89PNG\r\n\x1a\n", {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"sBIT", b"bKGD", b"pHYs"}
# ITU T.81, table B.1: tables, frames and scans. APP0 is JFIF's own header, APP14 says how colours were turned.
JPEG_PARTS = {0xC0, 0xC1, 0xC2, 0xC4, 0xDB, 0xDD, 0xDA, 0xE0, 0xEE}
JPEG_FRAMES = {0xC0, 0xC1, 0xC2}
JPEG_NAMES = {0xE1: "EXIF or XMP (time, place, phone)", 0xE2: "a colour profile with more than colours", 0xED: "IPTC (names, captions)", 0xFE: "a comment"}
# developers.google.com/speed/webp, RIFF container; EXIF, XMP and animation are left out.
WEBP_PARTS = {b"VP8 ", b"VP8L", b"VP8X", b"ALPH"}
BROKEN = "it breaks off in the middle"
CHANGED = "its own checksum says that a part of it was changed on the way"


class Unreadable(Exception):
    """Says that a file is no picture of a known type, or breaks off."""


@dataclass(frozen=True)
class Picture:
    """A picture: `type` by its bytes (png, jpeg, webp), its size in pixels, and the parts that should not be there."""

    type: str
    width: int
    height: int
    carried: tuple[str, ...]


def look_into(content: bytes) -> Picture:
    """Returns what a file holds; raises Unreadable when it is no picture, or breaks off."""
    try:
        if content.startswith(PNG_START):
            return _png(content)
        if content.startswith(b"\xff\xd8\xff"):
            return _jpeg(content)
        if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
            return _webp(content)
    except (struct.error, IndexError) as error:
        raise Unreadable(BROKEN) from error
    raise Unreadable("it is no PNG, JPEG or WebP")


def _png(content: bytes) -> Picture:
    width, height = struct.unpack(">II", content[16:24])
    carried, at, ended = [], len(PNG_START), False
    while at < len(content) and not ended:
        length, name = struct.unpack(">I4s", content[at:at + 8])
        if at + 12 + length > len(content):
            raise Unreadable(BROKEN)
        if crc32(content[at + 4:at + 8 + length]) != struct.unpack(">I", content[at + 8 + length:at + 12 + length])[0]:
            raise Unreadable(CHANGED)
        if name not in PNG_PARTS and not (name == b"iCCP" and only_colours(of_png(content[at + 8:at + 8 + length]))):
            carried.append(f"a part named {name.decode('ascii', 'replace')}")
        at, ended = at + 12 + length, name == b"IEND"
    if not ended:
        raise Unreadable(BROKEN)
    return Picture("png", width, height, (*dict.fromkeys(carried), *_behind(content, at)))


def _jpeg(content: bytes) -> Picture:
    size, carried, end = (0, 0), [], len(content)
    for marker, at, length in _segments(content):
        if marker == 0xD9:
            end = at
        elif marker in JPEG_FRAMES:
            size = struct.unpack(">HH", content[at + 5:at + 9])[::-1]
        elif marker == 0xE2 and only_colours(of_jpeg(content[at + 4:at + 2 + length])):
            continue
        elif marker not in JPEG_PARTS or marker == 0xE0 and length > 16:  # a longer header holds a small second picture
            carried.append(JPEG_NAMES.get(marker, f"a part of the kind {marker:02X}"))
    return Picture("jpeg", *size, (*dict.fromkeys(carried), *_behind(content, end)))


def _segments(content: bytes) -> Iterator[tuple[int, int, int]]:
    """Yields marker, place and length of each segment; for the end, the place behind it."""
    at = 2
    while True:
        if content[at] != 0xFF:
            raise Unreadable(BROKEN)
        marker = content[at + 1]
        if marker == 0xD9:
            yield marker, at + 2, 0
            return
        length = struct.unpack(">H", content[at + 2:at + 4])[0]
        yield marker, at, length
        at += 2 + length
        if marker == 0xDA:
            at = _after_scan(content, at)


def _after_scan(content: bytes, at: int) -> int:
    """Returns the next marker; in a scan FF stands for itself before 00, and D0–D7 only keep the pace."""
    while True:
        at = content.find(b"\xff", at)
        if at < 0 or at + 1 >= len(content):
            raise Unreadable(BROKEN)
        if content[at + 1] not in (0x00, 0xFF) and not 0xD0 <= content[at + 1] <= 0xD7:
            return at
        at += 1 if content[at + 1] == 0xFF else 2


def _webp(content: bytes) -> Picture:
    size, carried, at = (0, 0), [], 12
    end = 8 + struct.unpack("<I", content[4:8])[0]
    if end > len(content):
        raise Unreadable(BROKEN)
    while at < min(end, len(content)):
        name, length = struct.unpack("<4sI", content[at:at + 8])
        body = content[at + 8:at + 8 + length]
        if len(body) < length:
            raise Unreadable(BROKEN)
        if name not in WEBP_PARTS and not (name == b"ICCP" and only_colours(body)):
            carried.append(f"a part named {name.decode('ascii', 'replace').strip()}")
        size = size if size != (0, 0) else _webp_size(name, body)
        at += 8 + length + length % 2
    return Picture("webp", *size, (*dict.fromkeys(carried), *_behind(content, end + end % 2)))


def _webp_size(name: bytes, body: bytes) -> tuple[int, int]:
    if name == b"VP8X":
        return 1 + int.from_bytes(body[4:7], "little"), 1 + int.from_bytes(body[7:10], "little")
    if name == b"VP8L":
        bits = int.from_bytes(body[1:5], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    if name == b"VP8 ":
        width, height = struct.unpack("<HH", body[6:10])
        return width & 0x3FFF, height & 0x3FFF
    return 0, 0


def _behind(content: bytes, end: int) -> list[str]:
    return ["something behind the end of the picture"] if len(content) > end else []
