"""Guesses what somebody meant, for the "did you mean" of a finding."""

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(word: str, known: Iterable[str]) -> str:
    """Returns ` – did you mean X?` for the closest known word, or an empty string."""
    matches = get_close_matches(word, list(known), n=1, cutoff=0.5)
    return f" – did you mean {matches[0]}?" if matches else ""
