"""Guesses what somebody meant, for the "did you mean" of a finding."""

from collections.abc import Iterable
from difflib import get_close_matches


def closest(word: str, known: Iterable[str]) -> str:
    """Returns the closest known word, or an empty string when none comes near."""
    return next(iter(get_close_matches(word, list(known), n=1, cutoff=0.6)), "")


def nearest(word: str, known: Iterable[str]) -> str:
    """Returns ` – did you mean X?` for the closest known word, or an empty string."""
    match = closest(word, known)
    return f" – did you mean {match}?" if match else ""
