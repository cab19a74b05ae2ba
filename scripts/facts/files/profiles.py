"""Looks into a colour profile (ICC.1:2022): whether it says how colours are meant, as every photo program writes it, and nothing else."""

import struct
import zlib

LARGEST = 4_096  # bytes; those of screens and cameras have about 600 or 3,100
HEAD, SIGNED = 128, slice(36, 40)
COLOURS = {b"desc", b"cprt", b"wtpt", b"bkpt", b"rXYZ", b"gXYZ", b"bXYZ", b"rTRC", b"gTRC", b"bTRC", b"kTRC", b"chad", b"chrm", b"cicp",
           b"lumi", b"meas", b"tech", b"view", b"vued", b"dmnd", b"dmdd"}
JPEG_START = b"ICC_PROFILE\0\1\1"  # the first of one


def only_colours(profile: bytes) -> bool:
    """Returns whether a profile is whole, small and holds nothing but what colours need.

    >>> only_colours(b"a place and a day")
    False
    """
    if not HEAD + 4 <= len(profile) <= LARGEST or profile[SIGNED] != b"acsp" or struct.unpack(">I", profile[:4])[0] != len(profile):
        return False
    count = struct.unpack(">I", profile[HEAD:HEAD + 4])[0]
    return HEAD + 4 + 12 * count <= len(profile) and all(profile[at:at + 4] in COLOURS for at in range(HEAD + 4, HEAD + 4 + 12 * count, 12))


def of_png(part: bytes) -> bytes:
    """Returns the profile in an iCCP part: a name, how it is packed, and the packed profile."""
    try:
        return zlib.decompressobj().decompress(part.partition(b"\0")[2][1:], LARGEST + 1)
    except zlib.error:
        return b""


def of_jpeg(part: bytes) -> bytes:
    """Returns the profile in an APP2 segment, where it is the only one."""
    return part.removeprefix(JPEG_START) if part.startswith(JPEG_START) else b""
