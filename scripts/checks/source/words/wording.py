"""Checks that no page blames, shames, promises what nobody can keep, or repeats what is no longer true.

The words stand in `docs/_data/wording.yml` and, as `avoid`, in `glossary.yml`, each with the better wording.
A text that tells people not to say them may quote them, and a note about former times may name what was.
"""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from itertools import islice

from ....facts.finding import Finding, finding
from ....facts.project import Project
from ....facts.words import HIDDEN, Word, bare, bare_word, words
from ....facts.words.phrases import Phrase
from ....facts.words.said import Said, unheard
from ....facts.words.variants import unknown_sets
from ....facts.words.wording import OVER, Wording, phrases_in, wording_data, wording_of
from .excuses import excused
from .spot import Spot

FEWEST = 4  # words of a sentence that tell whether it was typed without marks
MOST, SEEN = 50, 400  # findings of one text, and phrases looked at; each look reads the text around it
SIGNS = re.compile("[*~`_…]")
PARTS = re.compile(r"[^\W\d_]+|\d+")
RULES = {"harm": "wording-harmful", "blame": "wording-blaming", "name": "wording-name-hurtful", "advice": "wording-advice-harmful",
         "promise": "wording-promise-empty", "claim": "wording-claim-unproven", "compare": "wording-comparing", "fear": "wording-frightening",
         "method": "wording-method-named", "details": "wording-details-private",
         "outdated": "wording-outdated", "law": "wording-law-outdated", "glossary": "wording-avoided"}


def check(project: Project, today: date) -> Iterator[Finding]:
    """Yields words to avoid, with the better wording in both languages of the finding."""
    if "wording" in project.data:
        for record, key, name in unknown_sets(wording_data(project)):
            yield finding(record.place_of(key), "wording-set-unknown", key=key, name=name)
    pieces = unheard(project)
    wording = wording_of(project, today) if pieces else None
    for piece in pieces:
        if phrases := _possible(piece.text, wording):
            yield from islice(_hits(piece, phrases, wording), MOST)


def _possible(text: str, wording: Wording) -> dict[str, list[Phrase]]:
    """Returns the phrases that may stand in a text, by their first word, the longest first; far quicker than to look for each."""
    plain = SIGNS.sub("", text)
    if HIDDEN.search(plain) or not unicodedata.is_normalized("NFKC", plain):
        plain = " ".join(word.text for word in words(text))
    parts = PARTS.findall(bare(plain).lower())
    rows, in_order = {(), *zip(parts), *zip(parts, parts[1:])}, f" {' '.join(parts)} "
    phrases: dict[str, list[Phrase]] = {}
    for one in phrases_in(rows, in_order, wording):
        phrases.setdefault(bare_word(one.words[0]), []).append(one)
    return {first: sorted(some, key=lambda one: (-len(one.words), one.words)) for first, some in phrases.items()}


def _hits(piece: Said, phrases: dict[str, list[Phrase]], wording: Wording) -> Iterator[Finding]:
    found, done, seen, spared = words(piece.text), 0, 0, 0
    marked = {one.language for some in phrases.values() for one in some if not "".join(one.words).isascii()}
    hasty = _typed_bare(found) if piece.language in marked else frozenset[int]()
    begun = {text: phrases[plain] for text in {word.text for word in found} if (plain := bare_word(text)) in phrases}
    for at, word in enumerate(found):
        if at < done or word.ends:
            continue
        for one in begun.get(word.text, ()):
            if one.speaks_on(piece.language) and (end := one.end(found, at, at in hasty and one.language == piece.language)):
                done, seen = end, seen + 1
                if seen > SEEN:
                    return
                past = piece.over and one.kind in OVER
                spot = Spot(piece.text, found, at, end)
                if one.kind != "fine" and not past and not _goes_on(found, spared, at, wording) and not excused(one, spot, wording):
                    yield _told(one, piece, found[at], found[done - 1])
                elif one.kind != "fine":
                    spared = end
                break


def _goes_on(found: list[Word], spared: int, at: int, wording: Wording) -> bool:
    """Returns whether the words only go on a list of others that are right there: “nobody is stupid or naive”."""
    between = tuple(word.text for word in found[spared:at])
    return spared > 0 and (not between or between in wording.listing)


def _typed_bare(found: list[Word]) -> set[int]:
    """Returns the words of sentences that were typed without marks, as in a hurry."""
    hasty, sentence = set[int](), list[int]()
    for at, word in enumerate(found):
        if not word.ends:
            sentence.append(at)
        if word.ends or at == len(found) - 1:
            hasty.update(sentence if len(sentence) >= FEWEST and all(found[on].text.isascii() for on in sentence) else ())
            sentence = []
    return hasty


def _told(one: Phrase, piece: Said, first: Word, last: Word) -> Finding:
    rule = RULES.get(one.kind, "wording-harmful") if one.level == "error" or one.kind == "glossary" else "wording-doubtful"
    better = next(iter(one.better.values()), "")
    return finding(piece.place_at(first.start), rule, written=piece.text[first.start:last.end],
                   better_en=one.better.get("en") or better, better_vi=one.better.get("vi") or better)
