"""Looks at the head of a font: whether a file is one at all, and ends where its own table of contents says."""

import struct

KINDS = (b"\0\1\0\0", b"OTTO", b"true")  # of outlines (OpenType 1.9, "Organization of an OpenType Font")
WEB = b"wOF2"


def is_font(content: bytes) -> bool:
    """Returns whether a file is one TrueType, OpenType or WOFF2 font, and whole.

    >>> is_font(b"wOF2 and so on")
    False
    """
    try:
        return _web(content) if content.startswith(WEB) else content.startswith(KINDS) and _whole(content)
    except struct.error:
        return False


def _web(content: bytes) -> bool:
    """W3C WOFF File Format 2.0, 4.1."""
    kind, length, tables, packed = struct.unpack(">4x4sIH2x4xI", content[:24])
    return kind in KINDS and length == len(content) and tables > 0 and packed < length


def _whole(content: bytes) -> bool:
    tables = struct.unpack(">H", content[4:6])[0]
    spans = [struct.unpack(">II", content[at:at + 8]) for at in range(20, 20 + 16 * tables, 16)]
    return bool(spans) and all(start + length <= len(content) for start, length in spans)
