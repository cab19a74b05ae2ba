"""Tells whether the one who changed an entry and the one who verified it are the same person.

Names are compared as sets of words without marks, so that "Nguyễn Văn An" and "An Nguyen Van" are one. A short
name that is part of the other counts as the same: it is better to ask once too often.
"""

import re

from ...facts.pages.slug import slug

LETTERS = 3  # a shorter first part of an e-mail address proves nothing


def same_person(by: list[str], name: str, email: str) -> bool:
    """Returns whether any of the texts `by` names the author with this name and e-mail address.

    >>> same_person(["An Nguyen Van (read aloud with the source)"], "Nguyễn Văn An", "an@example.org")
    True
    >>> same_person(["Lê Bình"], "Nguyễn Văn An", "an@example.org")
    False
    """
    return any(_names(text, name, email) for text in by)


def _names(text: str, name: str, email: str) -> bool:
    said, author = _words(re.sub(r"[(（].*", "", text)), _words(name)
    everything = _words(text)
    local = _words(email.partition("@")[0])
    if email and email.casefold() in text.casefold():
        return True
    if author and (author <= everything or said and said <= author):
        return True
    return len("".join(local)) >= LETTERS and len(local) > 1 and local <= everything


def _words(text: str) -> set[str]:
    return set(filter(None, slug(text).split("-")))
