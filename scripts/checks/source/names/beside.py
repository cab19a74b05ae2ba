"""Finds the names that stand beside a token: on its line before it, in a bracket or behind a dash after it, or led there by words.

Which words those are stands in `numbers/words.yml`: `reached`, `answering`, `belonging`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from ....facts.words import Word, words
from ..numbers import vocabulary
from .named import ARTICLES, CALLS, SEEKING, Names, ending, known_ending, opening, texts_of

NEAR, GAP, LEADING = 200, 3, 6  # characters that are looked at; words of calling; words that say who answers, or whose it is
BETWEEN = re.compile(r"[\s:：–—\-()\[|*_\"“”‘’]*\Z")
BEHIND = re.compile(r"[\s*_]*(?:\(((?:[^()\n]|\([^()\n]*\))*)\)|[–—:-]\s+([^.;|\n]*)(?=[.;|]?\s*(?:\n|\Z)))")
CELL = re.compile(r"[ \t*_]*\|([^|\n]*)")
LINE = re.compile(r"\n[ \t]*(?:\n|[-*+>|#]|[0-9]+[.)])")
PARTED, ENDED = re.compile(r"[,;.!?]"), re.compile(r"[;.!?]")
REACHED = vocabulary.plain("reached")
ANSWERING = vocabulary.phrases("answering")
BELONGING = vocabulary.phrases("belonging")
CALLERS = CALLS | vocabulary.plain("callers")
LEADS = vocabulary.LINES | REACHED  # from whoever is to be reached to the number


@dataclass(frozen=True)
class Beside:
    """A name beside a token: its words, which of them begin with a capital, as written; `own` is the token that it stands right behind."""

    heard: tuple[str, ...]
    capitals: tuple[bool, ...]
    written: str
    own: str = ""


def before(text: str, start: int, end: int, known: tuple[Names, Names], owner: str) -> Iterator[Beside]:
    """Yields the longest of the `known` names and labels that ends right before a token, on its line or in the cell before.

    `owner` is whose token stands before that.
    """
    last = max((line.end() - 1 for line in LINE.finditer(text, start, end)), default=start)
    heard = [word for word in words(text[last:end]) if word.text != ":"]
    for gap in range(min(LEADING, len(heard)) + 1):
        found, leading = heard[:len(heard) - gap], texts_of(heard[len(heard) - gap:])
        if name := known_ending(_cell(found), known):
            if _joined(text[last + name[-1].end:end], leading, opening(found[:-len(name)])):
                own = owner if last == start and len(name) == len(found) else ""
                yield beside(name, text[last + name[0].start:last + name[-1].end], own)
            return


def _joined(between: str, leading: tuple[str, ...], lead: tuple[str, ...]) -> bool:
    """Returns whether nothing but signs stands between a name and a token, or words of calling that lead from the one to the other.

    Where the name begins its sentence, but for a `lead` of seeking, a comma behind it parts nothing: “River rescue, call …”,
    nor does the end of a question: “Need River rescue? Call …”.
    """
    if not leading:
        return BETWEEN.match(between) is not None
    begins = lead in SEEKING
    asked = begins and leading[0] == "?"
    said, between = leading[asked:], between.replace("?", "", asked)
    called = len(said) <= GAP and _made_of(said, CALLERS | LEADS if begins else LEADS)
    return (called or _answering(said)) and (ENDED if begins else PARTED).search(between) is None


def _named_first(some: list[Word]) -> list[Word]:
    """Returns words without the article that they begin with."""
    return some[1:] if len(some) > 1 and some[0].text in ARTICLES else some


def _made_of(said: tuple[str, ...], known: frozenset[str]) -> bool:
    """Returns whether words are nothing but known words and phrases."""
    return not said or any(" ".join(said[:size]) in known and _made_of(said[size:], known) for size in range(1, len(said) + 1))


def _answering(leading: tuple[str, ...]) -> bool:
    """Returns whether words say that somebody answers there: “… can be reached at”."""
    return any(leading[:size] in ANSWERING and set(leading[size:]) <= REACHED for size in range(1, len(leading) + 1))


def _cell(found: list[Word]) -> list[Word]:
    """Returns words without the end of the cell behind them, where the cell holds nothing else."""
    return found[:-1] if found and found[-1].text == "|" else found


def behind(text: str, start: int, end: int, names: Names) -> Iterator[Beside]:
    """Yields what stands in a bracket, behind a colon or a dash up to the end of the sentence, in the cell behind the first
    of a row, or behind words of belonging, right behind a token."""
    first = not text[max(0, start - NEAR):start].rpartition("\n")[2].strip(" \t|*_")
    match = BEHIND.match(text, end, end + NEAR) or first and CELL.match(text, end, end + NEAR)
    inside = match[match.lastindex] if match and match.lastindex else ""
    found = list(takewhile(lambda word: not word.ends, words(inside)))
    if found:
        yield beside(_named_first(found), inside.strip())
    else:
        yield from _belonging(text[end:end + NEAR].partition("\n\n")[0], names)


def _belonging(text: str, names: Names) -> Iterator[Beside]:
    """Yields the name to which a token leads by its words: “… to reach River rescue”."""
    heard = list(takewhile(lambda word: not word.ends, words(text)))
    for size in range(1, min(LEADING, len(heard)) + 1):
        if texts_of(heard[:size]) in BELONGING:
            rest = _named_first(heard[size:])
            name = max((rest[:end] for end in range(1, len(rest) + 1) if _named(rest[:end], names)), key=len, default=[])
            if name:
                yield beside(name, text[name[0].start:name[-1].end])


def _named(found: list[Word], names: Names) -> bool:
    return ending(found, names) == found


def beside(some: list[Word], written: str, own: str = "") -> Beside:
    """Returns a name of some words."""
    return Beside(texts_of(some), tuple(word.capital for word in some), written, own)
