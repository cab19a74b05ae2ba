"""Checks that nobody finds the way to a child: the number and street of a home, or the hamlet of somebody who was harmed.

Which words stand for families, for living somewhere and for places is data (`wording.yml`, victims).
"""

import re
from collections.abc import Callable, Iterator
from datetime import date
from itertools import islice

from ....facts.finding import Finding, finding
from ....facts.project import Project
from ....facts.words import Word, holds, words
from ....facts.words.said import unheard
from ....facts.words.wording import lists_of, signal_phrases
from ..numbers.vocabulary import one_of
from .private import sentence_around
from .schools import Victims, victims_of, without_spared

MOST = 200  # places that are looked at in one text
NEAR = 3  # words between somebody and where they live
FARTHEST = 12  # words of an address
Single = frozenset[str]


def check(project: Project, today: date) -> Iterator[Finding]:
    """Yields addresses behind words for living there, beside a child or a family."""
    groups = lists_of(project, "victims")
    households, dwells = (signal_phrases(groups.get(name)) for name in ("households", "dwells"))
    doors, streets, hamlets = (frozenset(some[-1] for some in signal_phrases(groups.get(name))) for name in ("doors", "streets", "hamlets"))
    if not dwells:
        return
    victims = victims_of(project)
    lives = re.compile(rf"(?i:\b{one_of(map(' '.join, dwells))}) (?=\d|(?i:{one_of(doors | streets | hamlets)})\b|[^\W\d_a-z])")
    for piece in unheard(project):
        for match in islice(lives.finditer(piece.text), MOST):
            start, end = sentence_around(piece.text, match.start())
            if piece.text.count("“", start, match.start()) > piece.text.count("”", start, match.start()):
                continue  # a child says where it is, to practise a call
            before = [word.text for word in words(piece.text[start:match.start()])]
            somebody = any(holds(before[-NEAR - len(some):], some) for some in households | victims.people)
            if somebody and _home(words(piece.text[match.end():end]), before, victims, doors, streets, hamlets):
                yield finding(piece.place_at(match.start()), "home-told")


def _home(behind: list[Word], before: list[str], victims: Victims, doors: Single, streets: Single, hamlets: Single) -> bool:
    """Returns whether an address leads to a door, or near the home of somebody who was harmed; where anybody may live is none."""
    address = behind[:FARTHEST]
    heard = [*before, "|", *(word.text for word in behind)]
    if any(holds([*before, "|", *(word.text for word in address)], some) for some in victims.general | victims.shown):
        return False
    numbered = bool(address) and (address[0].text.isdigit() or address[0].text in doors and address[1:2] and address[1].text.isdigit())
    if numbered and any(_named(address, at, str.isalpha) for at, word in enumerate(address) if word.text in streets):
        return True
    told = sum(_named(address, at) for at, word in enumerate(address) if word.text in streets | hamlets)
    return told + numbered > 1 and any(holds(without_spared(heard, victims), some) for some in victims.harms)


def _named(address: list[Word], at: int, wanted: Callable[[str], bool] = str.isalnum) -> bool:
    """Returns whether a place has a name or a number of its own, or only a name where that is wanted: “phố Đông”, “ward 13”, “Đông hamlet”."""
    after, before = address[at + 1:at + 2], address[max(0, at - 1):at]
    return any((word.capital or word.text.isdigit()) and wanted(word.text) for word in after) or any(word.capital for word in before)
