"""Finds where two texts, or two lists, begin to be different."""

from collections.abc import Iterable

LONGEST = 100  # characters that are told


def alike(one: Iterable, other: Iterable) -> int:
    """Returns how many members, or characters, are the same in both before the first that is not."""
    same = 0
    for mine, theirs in zip(one, other):
        if mine != theirs:
            break
        same += 1
    return same


def told(here: str, there: str) -> str:
    """Returns in words what two texts say from where they part."""
    return f"“{words_from(here, there)}” here and “{words_from(there, here)}” there"


def words_from(text: str, other: str) -> str:
    """Returns a text from the word where it begins to be another one."""
    return text[text.rfind(" ", 0, alike(text, other)) + 1:][:LONGEST]
