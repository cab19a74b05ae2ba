"""Makes the smallest whole pictures of each type, so that a test can put one thing too many into them, and pictures of codes."""

import io
import struct
import zlib

import zxingcpp
from PIL import Image


def png_part(name: bytes, body: bytes) -> bytes:
    """Returns one chunk of a PNG."""
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def png(width: int = 1, height: int = 1, more: bytes = b"", behind: bytes = b"") -> bytes:
    """Returns a grey PNG; `more` stands before its pixels, `behind` after its end."""
    head = png_part(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    pixels = png_part(b"IDAT", zlib.compress(b"\0" * (min(width, 9) + 1) * min(height, 9)))
    return b"\x89PNG\r\n\x1a\n" + head + more + pixels + png_part(b"IEND", b"") + behind


def jpeg_part(marker: int, body: bytes) -> bytes:
    """Returns one segment of a JPEG."""
    return bytes([0xFF, marker]) + struct.pack(">H", len(body) + 2) + body


def jpeg(width: int = 1, height: int = 1, more: bytes = b"", behind: bytes = b"") -> bytes:
    """Returns the skeleton of a JPEG; its scan holds an escaped FF and a restart marker."""
    frame = jpeg_part(0xC0, struct.pack(">BHHB", 8, height, width, 1) + b"\x01\x11\x00")
    scan = jpeg_part(0xDA, b"\x01\x01\x00\x00\x3f\x00") + b"\x12\xff\x00\x34\xff\xd0\x56"
    header = jpeg_part(0xE0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0")
    return b"\xff\xd8" + header + more + jpeg_part(0xDB, b"\0" * 65) + frame + scan + b"\xff\xd9" + behind


def webp_part(name: bytes, body: bytes) -> bytes:
    """Returns one chunk of a WebP."""
    return name + struct.pack("<I", len(body)) + body + b"\0" * (len(body) % 2)


def webp(width: int = 1, height: int = 1, more: bytes = b"", behind: bytes = b"") -> bytes:
    """Returns the skeleton of a lossless WebP."""
    bits = (width - 1) | (height - 1) << 14
    body = b"WEBP" + webp_part(b"VP8L", b"\x2f" + struct.pack("<I", bits) + b"\0") + more
    return b"RIFF" + struct.pack("<I", len(body)) + body + behind


def code(said: str, scale: int = 4) -> Image.Image:
    """Returns a QR code in black on white, with its quiet zone."""
    drawn = memoryview(zxingcpp.create_barcode(said, zxingcpp.BarcodeFormat.QRCode).to_image(scale=scale))
    return Image.frombytes("L", (drawn.shape[1], drawn.shape[0]), bytes(drawn))


def saved(picture: Image.Image, kind: str) -> bytes:
    """Returns a picture as the bytes of a file of this kind, with nothing carried along."""
    file = io.BytesIO()
    picture.save(file, kind.upper())
    return file.getvalue()


def code_svg(said: str) -> bytes:
    """Returns a drawing of a QR code."""
    return zxingcpp.create_barcode(said, zxingcpp.BarcodeFormat.QRCode).to_svg(scale=4).encode()
