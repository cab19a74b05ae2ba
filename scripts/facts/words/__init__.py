"""Cuts a text into words, as a reader hears them: without markup, capitals and invisible characters.

A word hidden by stars, entities, wide letters or a line end between its parts is still the same word.
"""

import html
import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

# Emphasis inside a word, characters that nobody sees, and entities; each is read as what it stands for. All begin with one of some
# signs, which are far quicker to look for than the whole.
HIDDEN = re.compile(r"[&\\_*~`\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
                    r"(?:(?<![&\\_])|(?<=_)(?:(?<!\w_)_*|_*(?!\w))|(?<=\\)(?=[^\w\s])"
                    r"|(?<=&)(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});)")
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|[0-9]+|[.!?…:;|&](?<!\w\.(?=[a-z]))|\n[ \t]*(?=\n)|\n[ \t]*(?=[-*+>|#]|[0-9]+\.)")
MARKS = re.compile("[\u0300-\u036f]+")
ENDS = ".!?…\n|"
# The two places of the tone mark in oa, oe and uy are one word (hòa, hoà): both are in use.
OLD, NEW = "òa óa ỏa õa ọa òe óe ỏe õe ọe ùy úy ủy ũy ụy".split(), "oà oá oả oã oạ oè oé oẻ oẽ oẹ uỳ uý uỷ uỹ uỵ".split()
TONES = dict(zip(OLD, NEW))
OLD_TONE = re.compile("|".join(OLD))


class Word(NamedTuple):
    """A word in lower case, where it stands in the text, and whether it begins with a capital."""

    text: str
    start: int
    end: int
    capital: bool

    @property
    def ends(self) -> bool:
        """Returns whether this is no word but the end of a sentence, a cell or a paragraph."""
        return self.text[0] in ENDS


def words(text: str) -> list[Word]:
    """Returns the words and the ends of sentences of a text; a dot within a word, as in “stop.org”, ends none."""
    plain, origins = _plain(text)
    return [Word(spelling(match[0]), origins[match.start()], origins[match.end() - 1] + 1, match[0][0].isupper())
            for match in WORD.finditer(plain)]


@lru_cache(maxsize=50_000)  # texts say few words, and each of them often
def spelling(word: str) -> str:
    """Returns a word in lower case with one spelling of its tone mark and apostrophe.

    >>> spelling("Hòa"), spelling("DON’T")
    ('hoà', "don't")
    """
    lower = word.lower().replace("’", "'")
    return OLD_TONE.sub(lambda tone: TONES[tone[0]], lower) if not lower.isascii() else lower


def unmarked(text: str) -> str:
    """Returns a whole text as it is heard, without marks and in small letters, for a first look that is quicker than to read its words.

    >>> unmarked("Gọi *mi*ễn phí") == "goi mien phi"
    True
    """
    return bare(_plain(text)[0].replace("’", "'").lower().replace("ς", "σ"))


@lru_cache(maxsize=50_000)  # lists name the same words again and again
def phrase(text: str) -> tuple[str, ...]:
    """Returns the words of a short text, without the ends of sentences."""
    return tuple(spelling(word) for word in WORD.findall(_plain(text)[0]) if word[0] not in ENDS)


def holds(all_: Sequence[str], some: tuple[str, ...]) -> bool:
    """Returns whether some words stand in a row somewhere among others.

    >>> holds(["the", "old", "number"], ("old", "number")), holds(["old", "the", "number"], ("old", "number"))
    (True, False)
    """
    return not some or first_of(all_, some) is not None


def first_of(all_: Sequence[str], some: tuple[str, ...]) -> int | None:
    """Returns where some words stand in a row for the first time among others, if they do.

    >>> first_of(["not", "only", "not"], ("only", "not"))
    1
    """
    if not some or some[0] not in all_:  # mostly it is not there, and lists are searched quickly
        return None
    return next((at for at, word in enumerate(all_) if word == some[0] and tuple(all_[at:at + len(some)]) == some), None)


def holds_parts(all_: list[str], parts: tuple[tuple[tuple[str, ...], ...], ...], apart: int) -> bool:
    """Returns whether words of the first part stand in a row, and behind them, not further than `apart` words, some of the next part.

    >>> holds_parts(["until", "may", "it", "was"], ((("until",), ("till",)), (("was",),)), 3)
    True
    >>> holds_parts(["until", "it", "was"], ((("until",),), (("was",),)), 0)
    False
    """
    heard, ends = set(all_), {-1}
    for part in parts:
        begins = [(at, len(some)) for some in part if some[0] in heard
                  for at in range(len(all_) - len(some) + 1) if tuple(all_[at:at + len(some)]) == some]
        ends = {at + length for at, length in begins if any(end < 0 or end <= at <= end + apart for end in ends)}
    return bool(ends)


def bare(text: str) -> str:
    """Returns a text without its marks, as it is typed in a hurry; much the same as a slug, and quicker on pages."""
    return text if text.isascii() else MARKS.sub("", unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D")))


@lru_cache(maxsize=50_000)
def bare_word(word: str) -> str:
    """Returns one word without its marks."""
    return bare(word)


def _plain(text: str) -> tuple[str, Sequence[int]]:
    """Returns the text as it is heard, and for each of its characters where it came from."""
    if not HIDDEN.search(text) and unicodedata.is_normalized("NFKC", text):
        return text, range(len(text))
    kept: list[str] = []
    origins: list[int] = []
    for piece, places in _pieces(text):
        kept.append(piece)
        origins += places
    return "".join(kept), origins


def _pieces(text: str) -> Iterator[tuple[str, Sequence[int]]]:
    done = 0
    for match in HIDDEN.finditer(text):
        yield from _composed(text, done, match.start())
        if match[0][0] == "&":
            heard = unicodedata.normalize("NFKC", html.unescape(match[0]))
            yield heard, [match.start()] * len(heard)
        done = match.end()
    yield from _composed(text, done, len(text))


def _composed(text: str, start: int, end: int) -> Iterator[tuple[str, Sequence[int]]]:
    """Yields a stretch of text in NFKC, which turns wide and ligature letters into plain ones: at once where it is, else letter by letter."""
    stretch = text[start:end]
    if stretch.isascii() or unicodedata.is_normalized("NFKC", stretch) and not any(map(unicodedata.combining, stretch)):
        yield stretch, range(start, end)
        return
    at = start
    while at < end:
        after = at + 1
        while after < end and unicodedata.combining(text[after]):
            after += 1
        heard = unicodedata.normalize("NFKC", text[at:after])
        yield heard, [at] * len(heard)
        at = after
