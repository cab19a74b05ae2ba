"""Checks that a text of a data file speaks of the same contacts in every language: an answer of a quiz, a scene, a step of a guide."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from ....facts.finding import Finding, finding
from ....facts.pages.tokens import tokens_in
from ....facts.place import Text
from ....facts.project import Project
from .translated import translated


def check(project: Project, today: date) -> Iterator[Finding]:
    """Yields texts whose tokens are not those of the text in the main language; their order is the language's own."""
    main = project.settings.default
    for _, said in translated(project):
        theirs = _tokens(said[main])
        for code in project.settings.codes:
            mine = _tokens(said.get(code))
            if isinstance(said.get(code), Text) and mine != theirs:
                yield finding(said.place_of(code), "data-tokens-differ", here=_first(mine - theirs), language=code,
                              there=_first(theirs - mine), main=main)


def _tokens(text: object) -> Counter[str]:
    return Counter(token.written for token in tokens_in(text)) if isinstance(text, Text) and "[[" in text else Counter()


def _first(some: Counter[str]) -> str:
    return next(iter(some), "nothing")
