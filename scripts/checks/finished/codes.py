"""Reads QR codes and barcodes in pictures: what a telephone's camera reads there is a link like any other."""

import io
import warnings

from .bounded import Unable, Unread

PICTURES = (".png", ".jpg", ".jpeg", ".webp", ".gif", ".ico")
TYPES = ("PNG", "JPEG", "WEBP", "GIF", "ICO")
LARGEST, MOST_PIXELS, MOST_FRAMES = 20_000_000, 9_000_000, 20  # all frames of a moving picture together have as many pixels at most
GREY = 128  # behind what is transparent: black codes and white ones both stand out


def codes(content: bytes) -> list[str]:
    """Returns the texts of the codes in a picture; raises Unread when it is none, too large or damaged."""
    try:
        import zxingcpp  # here, because loading them takes time, and pictures seldom change
        from PIL import Image
    except ImportError as error:  # there is no package for every machine
        raise Unable(f"there is no {error.name}") from error
    if len(content) > LARGEST:
        raise Unread(f"it has {len(content)} bytes; at most {LARGEST} are looked into")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the bound on pixels is ours
            with Image.open(io.BytesIO(content), formats=TYPES) as picture:
                return [code.text for number in range(_frames(picture)) for code in zxingcpp.read_barcodes(_frame(picture, number))]
    except (OSError, ValueError, SyntaxError, MemoryError, EOFError, Image.DecompressionBombError) as error:  # what Pillow raises
        raise Unread(f"it is no whole picture: {_reason(error)}") from error


def _reason(error: Exception) -> str:
    """Returns why a picture is not read, the same in every run: Pillow names the place in memory of what it does not know."""
    from PIL import UnidentifiedImageError

    if isinstance(error, UnidentifiedImageError):
        return "it does not begin as a picture does, or breaks off"
    return str(error) or type(error).__name__


def _frames(picture) -> int:
    """Returns how many pictures a moving picture has; raises Unread when they are too many or too large."""
    frames = getattr(picture, "n_frames", 1)
    if frames > MOST_FRAMES or frames * picture.width * picture.height > MOST_PIXELS:
        times = f", {frames} times" if frames > 1 else ""
        raise Unread(f"it is {picture.width} × {picture.height} pixels large{times}; at most {MOST_PIXELS} pixels are looked at")
    return frames


def _frame(picture, number: int):
    """Returns one of the pictures of a file in greys."""
    picture.seek(number)
    if not picture.has_transparency_data:
        return picture.convert("L")
    clear = picture if picture.mode in ("RGBA", "LA") else picture.convert("RGBA")
    behind = clear.convert("L").point(lambda light: GREY)
    behind.paste(clear.convert("L"), mask=clear.getchannel("A"))
    return behind
