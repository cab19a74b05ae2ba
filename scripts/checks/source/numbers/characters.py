"""Finds characters that nobody sees and letters that pose as others: both hide what a page really says.

A zero-width space splits a number so that a search misses it; a Cyrillic о in a host leads elsewhere.
Scripts that need such characters between their letters (Khmer, Thai, Arabic, emoji) keep them.
"""

import re
import unicodedata
from collections.abc import Iterator

# Unicode's Default_Ignorable_Code_Point and what else shows nothing; as ranges of a character class.
INVISIBLE = ("\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
             "\u2028-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb"
             "\U0001d173-\U0001d17a\U000e0000-\U000e0fff")
HIDING = re.compile(f"[{INVISIBLE}]")
JOINERS = "\u200b\u200c\u200d"
# Scripts whose letters are taken for Latin ones, and Latin letters in disguise (full width, mathematical, circled).
STRANGE = ("\u0250-\u02af\u0370-\u03ff\u0400-\u052f\u0531-\u058f\u13a0-\u13ff\u1c80-\u1c8f\u1d00-\u1dbf\u1f00-\u1fff"
           "\u2100-\u214f\u2c80-\u2cff\ua640-\ua69f\uab30-\uabbf\uff21-\uff3a\uff41-\uff5a\U0001d400-\U0001d7cb")
STRANGE_LETTERS = re.compile(f"[{STRANGE}]+")
LETTERS_BEFORE, LETTERS_AFTER = re.compile(r"[^\W\d_]{1,40}\Z"), re.compile(r"[^\W\d_]{1,40}")
CIRCLES = "\u24b6-\u24e9\U0001f130-\U0001f149\U0001f150-\U0001f169\U0001f170-\U0001f189"
CIRCLED, POSING = re.compile(f"[{CIRCLES}]{{2,}}"), re.compile(f"[{STRANGE}{CIRCLES}]")
LOOKALIKES = str.maketrans(
    "аеорсухіјѕԁһӏԛԝАВЕКМНОРСТХУІЈЅкмтпгαονρυικτχγηωεΑΒΕΖΗΙΚΜΝΟΡΤΥΧօսոցհɡɑıȷⅼℓ",
    "aeopcyxijsdhlqwABEKMHOPCTXYIJSkmtnraovpuiktxynweABEZHIKMNOPTYXounghgaijll")


def invisible(text: str) -> Iterator[tuple[int, str, str]]:
    """Yields place, code and name of each invisible character; a row of them once."""
    last = -2
    for match in HIDING.finditer(text):
        at = match.start()
        if at != last + 1 and not _needed(text, at):
            yield at, f"U+{ord(match[0]):04X}", unicodedata.name(match[0], "a control character")
        last = at


def _needed(text: str, at: int) -> bool:
    """Returns whether a script, a picture or a keycap needs the character."""
    char, before, after = text[at], text[at - 1:at], text[at + 1:at + 2]
    if "\ufe00" <= char <= "\ufe0f":
        return unicodedata.category(before or " ") in ("So", "Sm", "Sk") or after == "\u20e3"
    if char in JOINERS and before and after:
        return _complex(before) and _complex(after) or char == "\u200d" and (_picture(before) and _picture(after))
    return False


def _complex(char: str) -> bool:
    """Returns whether a letter belongs to a script that is written with joiners or without spaces."""
    return "\u0600" <= char <= "\u1cff" and char.isprintable() and not char.isdigit() and not "\u1100" <= char <= "\u167f"


def _picture(char: str) -> bool:
    return unicodedata.category(char) == "So" or char == "\ufe0f" or "\U0001f3fb" <= char <= "\U0001f3ff"


def strange_words(text: str) -> Iterator[tuple[int, str]]:
    """Yields words in which letters of another script pose as Latin ones."""
    done = -1
    if not POSING.search(text):
        return
    for match in STRANGE_LETTERS.finditer(text):
        if match.start() < done:
            continue
        start, done = _word_around(text, *match.span())
        if _poses(text[start:done]):
            yield start, text[start:done]
    for match in CIRCLED.finditer(text):
        yield match.start(), match[0]


def _word_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Returns where the word begins and ends in which strange letters stand; of endless ones a part."""
    before = LETTERS_BEFORE.search(text, max(0, start - 40), start)
    after = LETTERS_AFTER.match(text, end)
    return before.start() if before else start, after.end() if after else end


def _poses(word: str) -> bool:
    latin = [char for char in word if char < "\u0250" or "\u1e00" <= char <= "\u1eff"]
    if len(word) < 2:
        return False
    if latin:
        return len(latin) < len(word)
    return word.isascii() is False and (unicodedata.normalize("NFKC", word).isascii()
                                        or word.translate(LOOKALIKES).isascii())


def as_latin(text: str) -> str:
    """Returns a text with every letter that poses as a Latin one replaced by that one."""
    return unicodedata.normalize("NFKC", text).translate(LOOKALIKES)
