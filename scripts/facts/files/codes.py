"""Reads the QR codes and barcodes in a picture, as a telephone's camera does."""

import io

from .pictures import Unreadable

TYPES = ("PNG", "JPEG", "WEBP")
GREY = 128  # behind what is transparent: black codes and white ones both stand out


def codes_in(content: bytes) -> list[str]:
    """Returns what each code in a picture says; its size is checked before.

    Raises Unreadable when no program can show it, ImportError on a machine without the programs.
    """
    import zxingcpp  # here, because most projects have no pictures, and not every machine has the package
    from PIL import Image

    try:
        with Image.open(io.BytesIO(content), formats=TYPES) as picture:
            shown, clear = picture.convert("L"), picture.convert("RGBA").getchannel("A")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise Unreadable(f"no program can show it ({error or type(error).__name__})") from error
    return [code.text for code in zxingcpp.read_barcodes(Image.composite(shown, Image.new("L", shown.size, GREY), clear))]
