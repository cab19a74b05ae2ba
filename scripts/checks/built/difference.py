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


def words_from(text: str, other: str) -> str:
    """Returns a text from the word where it begins to be another one."""
    return text[text.rfind(" ", 0, alike(text, other)) + 1:][:LONGEST]
