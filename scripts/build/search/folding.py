"""Makes words comparable, so that "bat coc", "Bắt cóc" and "BẮT CÓC" are one search.

Vietnamese is typed without its marks as often as with them. The rules here and those at the top of
`overrides/assets/javascripts/search-engine.js` are the same rules; `tests/cases/search_folding.yml`
holds both to them. Ranges are written out, because two Unicode versions must not disagree.
"""

import re
import unicodedata
from functools import lru_cache

MARKS = re.compile("[\u0300-\u036f]+")
JOINERS = re.compile("['\u00ad\u02bc\u200c\u200d\u2019\u2060]+")
GAPS = re.compile("[\0-/:-@[-`{-\u00bf\u00d7\u00f7\u2000-\u2bff\u3000-\u303f\ufe00-\ufe0f\ufeff]+")
ENDING = re.compile(r"^(.{4,}?)(?:ing|er|ed|e)?s?$")
DOUBLED = re.compile(r"^(..+)([b-df-hj-np-tv-z])\2$")
DIALLED = re.compile("[0-9](?:[ .()\u00a0-]*[0-9]){6,}")


def fold(text: str) -> str:
    """Returns `text` in lower case without combining marks (U+0300–U+036F); đ becomes d."""
    return MARKS.sub("", unicodedata.normalize("NFD", text.lower())).replace("đ", "d")


def words(text: str) -> list[str]:
    """Returns the folded words of `text` in order; "don't" is one word."""
    return [word for word in GAPS.split(JOINERS.sub("", fold(text))) if word]


@lru_cache(maxsize=None)
def stem(word: str) -> str:
    """Returns a folded word without its English ending: kidnapped, kidnapping and kidnap are one.

    Vietnamese syllables pass unchanged, because none of them ends like this.
    """
    return DOUBLED.sub(r"\1\2", ENDING.sub(r"\1", word))


def terms(text: str) -> list[str]:
    """Returns the stemmed words of `text` in order."""
    return [stem(word) for word in words(text)]


def numbers(text: str) -> list[str]:
    """Returns every telephone number of seven digits and more in `text`, each as `digits` writes it."""
    return [digits(number) for number in DIALLED.findall(text)]


def digits(number: str) -> str:
    """Returns the digits of a number without leading zeros, however it was spaced."""
    return re.sub("[^0-9]", "", number).lstrip("0")
