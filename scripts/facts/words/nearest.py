"""Guesses what somebody meant, for the "did you mean" of a finding.

Comparing two words letter by letter is slow, so only those known words are compared that share the most pairs
of neighbouring letters with the word in question. However many names are wrong, a run never hangs on guesses.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache
from itertools import islice

LONGEST = 200  # characters; a longer word is no slip of the pen
COMPARED = 12  # known words that are compared letter by letter
LOOKED_UP = 4_000  # words behind pairs of letters; the rarest pairs go first


def closest(word: str, known: Iterable[str], likeness: float = 0.6) -> str:
    """Returns the closest known word, or an empty string when none comes near."""
    words = tuple(known)
    if len(word) > LONGEST or not words:
        return ""
    return next(iter(get_close_matches(word, _alike(word, words), n=1, cutoff=likeness)), "")


def nearest(word: str, known: Iterable[str]) -> str:
    """Returns ` – did you mean X?` for the closest known word, or an empty string."""
    return did_you_mean(closest(word, known))


def did_you_mean(guess: str) -> str:
    """Returns the words that add a guess to a finding, none without a guess."""
    return f" – did you mean {guess}?" if guess else ""


def _alike(word: str, words: tuple[str, ...]) -> tuple[str, ...]:
    """Returns the words that share the most pairs of letters with this one."""
    if len(words) <= COMPARED:
        return words
    index = _index(words)
    shared: Counter[str] = Counter()
    left = LOOKED_UP
    for found in sorted((index[pair] for pair in _pairs(word) if pair in index), key=len):
        shared.update(islice(found, left))
        left -= len(found)
        if left <= 0:
            break
    return tuple(other for other, _ in shared.most_common(COMPARED))


@lru_cache(maxsize=32)
def _index(words: tuple[str, ...]) -> dict[str, list[str]]:
    """Returns the words behind each pair of letters; those who ask mostly ask about the same words again."""
    index: dict[str, list[str]] = defaultdict(list)
    for word in words:
        for pair in _pairs(word) if len(word) <= LONGEST else ():
            index[pair].append(word)
    return dict(index)


def _pairs(word: str) -> list[str]:
    """Returns the pairs of neighbouring letters, each once, with those at the edges: `^a`, `ab`, `b$` for `ab`."""
    edged = f"^{word}$"
    return list(dict.fromkeys(map("".join, zip(edged, edged[1:]))))
