"""Makes the anchor of a heading and the file name of a page from Vietnamese text.

Python-Markdown's own slugs drop the letter đ ("Điện thoại" becomes `ien-thoai`);
ours keep it as d, so that an address can be read aloud.
"""

import re
import unicodedata


def unaccented(text: str) -> str:
    """Returns `text` in ASCII letters where Latin letters carried marks (đ becomes d)."""
    plain = text.replace("đ", "d").replace("Đ", "D")
    decomposed = unicodedata.normalize("NFD", plain)
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def slug(text: str, separator: str = "-") -> str:
    """Returns `text` as lower-case words joined by `separator`, letters of any script kept."""
    words = re.findall(r"[^\W_]+", unaccented(text).lower())
    return separator.join(words)
