"""Guesses what somebody meant, for the "did you mean" of a finding."""

from collections.abc import Iterable
from difflib import get_close_matches


def closest(word: str, known: Iterable[str]) -> str:
    """Returns the closest known word, or an empty string when none comes near."""
    return next(iter(get_close_matches(word, list(known), n=1, cutoff=0.6)), "")


def nearest(word: str, known: Iterable[str]) -> str:
    """Returns ` – did you mean X?` for the closest known word, or an empty string."""
    return did_you_mean(closest(word, known))


def did_you_mean(guess: str) -> str:
    """Returns the words that add a guess to a finding, none without a guess."""
    return f" – did you mean {guess}?" if guess else ""
