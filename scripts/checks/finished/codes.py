"""Reads QR codes and barcodes in pictures: what a telephone's camera reads there is a link like any other."""

import io
import warnings

from .bounded import Unable, Unread

try:
    import zxingcpp
    from PIL import Image
except ImportError:  # there is no package for every machine
    zxingcpp = None

PICTURES = (".png", ".jpg", ".jpeg", ".webp", ".gif", ".ico")
TYPES = ("PNG", "JPEG", "WEBP", "GIF", "ICO")
MOST_PIXELS, MOST_FRAMES = 16_000_000, 20  # all frames of a moving picture together have as many pixels at most
GREY = 128  # behind what is transparent: black codes and white ones both stand out


def codes(content: bytes) -> list[str]:
    """Returns the texts of the codes in a picture; raises Unread when it is none, too large or damaged."""
    if zxingcpp is None:
        raise Unable("there is no zxing-cpp or no Pillow")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the bound on pixels is ours
            with Image.open(io.BytesIO(content), formats=TYPES) as picture:
                return [code for number in range(_frames(picture)) for code in _codes_of(picture, number)]
    except (OSError, ValueError, SyntaxError, MemoryError, EOFError, Image.DecompressionBombError) as error:  # what Pillow raises
        raise Unread(f"it is no whole picture: {error or type(error).__name__}") from error


def _frames(picture) -> int:
    """Returns how many pictures a moving picture has; raises Unread when they are too many or too large."""
    frames = getattr(picture, "n_frames", 1)
    if frames > MOST_FRAMES or frames * picture.width * picture.height > MOST_PIXELS:
        raise Unread(f"it is {picture.width} × {picture.height} pixels large, {frames} times; at most {MOST_PIXELS} pixels are looked at")
    return frames


def _codes_of(picture, number: int) -> list[str]:
    picture.seek(number)
    if picture.has_transparency_data:
        picture = picture if picture.mode in ("RGBA", "LA") else picture.convert("RGBA")
        behind = Image.new("L", picture.size, GREY)
        behind.paste(picture.convert("L"), mask=picture.getchannel("A"))
        picture = behind
    return [code.text for code in zxingcpp.read_barcodes(picture.convert("L"))]
