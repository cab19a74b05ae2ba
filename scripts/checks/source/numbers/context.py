"""Looks at the words beside a number: is somebody asked to call it? What clears a number stands in `counting`."""

import re
from functools import lru_cache
from itertools import dropwhile, takewhile

from . import vocabulary as words

BEFORE, AFTER = 90, 70  # characters of context
SIZES = (4, 3, 2, 1)  # words of a phrase, the longest first
TOKEN = re.compile(r"[^\W\d_]+|\d+|\.(?=\s)|[!?~≈$€£₫|]")
PARAGRAPH = re.compile(r"\n[ \t]*\n")
CLAUSE_ENDS = re.compile(r"[,;!?](?=\s)|\.(?=\s)|\n[ \t]*\n")
LEAD = re.compile(r"([^\n]*):[ \t]*\n\s*\Z")
STOPS = {"!", "?", ".", "|"}
WORD_OR_SIGN = re.compile(r"[^\W\d_]+|\S")
NO, MAYBE, SURE = range(3)


def left_of(text: str, start: int) -> str:
    """Returns the characters before a place that are near enough to speak of it."""
    return text[max(0, start - BEFORE):start]


def before(text: str, start: int) -> list[str]:
    """Returns the last words before a place in lower case, of the same paragraph."""
    return TOKEN.findall(PARAGRAPH.split(left_of(text, start).lower())[-1])


def line(text: str, start: int) -> list[str]:
    """Returns the last words before a place in lower case, of the same line."""
    return TOKEN.findall(left_of(text, start).lower().rpartition("\n")[2])


def around(text: str, start: int, end: int) -> str:
    """Returns the words on both sides of a place, of the same paragraph."""
    return PARAGRAPH.split(left_of(text, start))[-1] + text[start:end] + PARAGRAPH.split(text[end:end + AFTER])[0]


def lead(text: str, start: int) -> str:
    """Returns the line with a colon at its end that leads to a list, of which a place is the beginning, or an empty string."""
    line = LEAD.search(left_of(text, start))
    return line[1] if line else ""


def clause(text: str, start: int) -> list[str]:
    """Returns those of the last words before a place that no comma, semicolon or end of a sentence parts from it."""
    return TOKEN.findall(CLAUSE_ENDS.split(left_of(text, start).lower())[-1])


def ends_with(tokens: list[str], known: frozenset[str]) -> int:
    """Returns how many of the last words make a known word or phrase, the longest first; 0 for none."""
    if not tokens or tokens[-1] not in _last_words(known):
        return 0
    return next((size for size in SIZES if len(tokens) >= size and " ".join(tokens[-size:]) in known), 0)


@lru_cache(maxsize=64)
def _last_words(known: frozenset[str]) -> frozenset[str]:
    """Returns the words with which known phrases end; most words are none of them, and need no closer look."""
    return frozenset(some.rpartition(" ")[2] for some in known)


def begins_with(tokens: list[str], known: frozenset[str]) -> bool:
    """Returns whether the first one, two or three words are a known word or phrase."""
    if not tokens or tokens[0] not in _first_words(known):
        return False
    return any(" ".join(tokens[:size]) in known for size in (1, 2, 3))


@lru_cache(maxsize=64)
def _first_words(known: frozenset[str]) -> frozenset[str]:
    """Returns the words with which known phrases begin."""
    return frozenset(some.partition(" ")[0] for some in known)


def _among(tokens: list[str], known: frozenset[str], but: frozenset[str] = frozenset()) -> bool:
    """Returns whether a known word or phrase stands anywhere, not as the end of one that says something else."""
    last = _last_words(known)
    ends = (tokens[max(0, at - SIZES[0]):at] for at, token in enumerate(tokens, 1) if token in last)
    return any(ends_with(end, known) and not ends_with(end, but) for end in ends)


def sentence(tokens: list[str]) -> list[str]:
    """Returns the words behind the last sign that ends a sentence."""
    last = max((at for at, token in enumerate(tokens) if token in STOPS), default=-1)
    return tokens[last + 1:]


def shortened(tokens: list[str]) -> bool:
    """Returns whether the last word is a shortened one with its full stop: "tel."."""
    return tokens[-1:] == ["."] and not words.SHORTENED.isdisjoint(tokens[-2:-1])


def calling(tokens: list[str]) -> int:
    """Returns whether the words before a number say that it is one to call: NO, MAYBE or SURE."""
    rest = list(tokens)
    if rest[-1:] == ["to"] and not {"text", "sms"}.isdisjoint(sentence(rest)):
        return MAYBE  # text HELP to …
    if rest[-1:] == ["|"]:  # the cell before names what stands in this one
        rest.pop()
    while rest:
        if ends_with(rest, words.NOT_CALLING):
            break
        if ends_with(rest, words.CALLING):
            return SURE
        if ends_with(rest, words.MAYBE_CALLING) and not ends_with(rest, words.MANY):
            return SURE if calling(rest[:-1]) == SURE else MAYBE
        if rest[-1].isdigit() or shortened(rest):
            rest.pop()
        elif size := ends_with(rest, words.FILLERS):
            del rest[-size:]
        else:
            break
    return NO


def serving(tokens: list[str]) -> bool:
    """Returns whether the last words name a service, such as the police or an ambulance."""
    return bool(ends_with(tokens[:-1] if tokens[-1:] == ["|"] else tokens, words.SERVICES))


def far_calling(tokens: list[str]) -> bool:
    """Returns whether a calling verb stands among the last six words of the sentence."""
    return _among(sentence(tokens[-6:]), words.CALLING, words.NOT_CALLING)


def says_any(text: str, known: frozenset[str]) -> bool:
    """Returns whether any word or phrase of a text is known."""
    return _among(TOKEN.findall(text.lower()), known, words.NOT_OFFERS)


def verb(tokens: list[str]) -> bool:
    """Returns whether the last word is a verb of calling."""
    return bool(ends_with(tokens, words.VERBS))


def asked(tokens: list[str]) -> bool:
    """Returns whether the last word is a verb of calling, perhaps with "số" or "tới" behind it."""
    return verb(tokens[:-1] if ends_with(tokens, words.TOWARDS) else tokens)


def announced(tokens: list[str]) -> bool:
    """Returns whether a word for a line to call stands right before: "hotline 55"."""
    return bool(ends_with(tokens, words.LINES))


def says(tokens: list[str], known: frozenset[str]) -> bool:
    """Returns whether one of the last eight words or phrases is known."""
    return _among(tokens[-8:], known)


def called(text: str, end: int) -> bool:
    """Returns whether the words behind a number say what is reached there ("119 là tổng đài …")."""
    tokens = WORD_OR_SIGN.findall(text[end:end + AFTER].lower())
    said = takewhile(str.isalpha, dropwhile(lambda token: not token.isalnum() or token in words.BEING, tokens))
    return _among(list(said)[:3], words.CALLED)


def word_joined(text: str, start: int) -> str:
    """Returns the letters that stand right before a number without a space, such as the `QH` of QH15."""
    return "".join(takewhile(str.isalpha, reversed(left_of(text, start))))[::-1]
