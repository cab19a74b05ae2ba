"""Checks that no page blames, shames, promises what nobody can keep, or repeats what is no longer true.

The words stand in `docs/_data/wording.yml` and, as `avoid`, in `glossary.yml`, each with the better wording.
A text that tells people not to say them may quote them, and a note about former times may name what was.
"""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from itertools import chain, islice

from ....facts.finding import Finding, finding
from ....facts.project import Project
from ....facts.words import HIDDEN, Word, bare, words
from ....facts.words.said import Said, said
from ....facts.words.variants import unknown_sets
from ....facts.words.wording import OVER, Phrase, Wording, wording_data, wording_of
from .excuses import excused

MOST, SEEN = 50, 400  # findings of one text, and phrases looked at; each look reads the text around it
SIGNS = re.compile("[*~`_…]")
PARTS = re.compile(r"[^\W\d_]+|\d+")
RULES = {"harm": "wording-harmful", "blame": "wording-blaming", "name": "wording-name-hurtful", "advice": "wording-advice-harmful",
         "promise": "wording-promise-empty", "outdated": "wording-outdated", "law": "wording-law-outdated", "glossary": "wording-avoided"}


def check(project: Project, today: date) -> Iterator[Finding]:
    """Yields words to avoid, with the better wording in both languages of the finding."""
    if "wording" in project.data:
        for record, key, name in unknown_sets(wording_data(project)):
            yield finding(record.place_of(key), "wording-set-unknown", key=key, name=name)
    wording = wording_of(project)
    for piece in said(project):
        if phrases := _possible(piece.text, wording):
            yield from islice(_hits(piece, phrases, wording), MOST)


def _possible(text: str, wording: Wording) -> dict[str, list[Phrase]]:
    """Returns the phrases that may stand in a text, by their first word, the longest first; far quicker than to look for each."""
    plain = SIGNS.sub("", text)
    if HIDDEN.search(plain) or not unicodedata.is_normalized("NFKC", plain):
        plain = " ".join(word.text for word in words(text))
    parts = PARTS.findall(bare(plain).lower())
    rows, in_order = {(), *zip(parts), *zip(parts, parts[1:])}, f" {' '.join(parts)} "
    likely = chain.from_iterable(map(wording.sought.get, rows & wording.sought.keys()))
    phrases: dict[str, list[Phrase]] = {}
    for _, _, one in sorted(some for some in likely if all(part in in_order for part in some[1])):
        phrases.setdefault(bare(one.words[0]), []).append(one)
    return {first: sorted(some, key=lambda one: (-len(one.words), one.words)) for first, some in phrases.items()}


def _hits(piece: Said, phrases: dict[str, list[Phrase]], wording: Wording) -> Iterator[Finding]:
    found, done, seen = words(piece.text), 0, 0
    begun = {text: phrases[plain] for text in {word.text for word in found} if (plain := bare(text)) in phrases}
    for at, word in enumerate(found):
        if at < done or word.ends:
            continue
        for one in begun.get(word.text, ()):
            if one.speaks_on(piece.language) and (end := one.end(found, at)):
                done, seen = end, seen + 1
                if seen > SEEN:
                    return
                past = piece.over and one.kind in OVER
                if one.kind != "fine" and not past and not excused(one, found, at, end, piece.text, wording):
                    yield _told(one, piece, found[at], found[done - 1])
                break


def _told(one: Phrase, piece: Said, first: Word, last: Word) -> Finding:
    rule = RULES.get(one.kind, "wording-harmful") if one.level == "error" or one.kind == "glossary" else "wording-doubtful"
    better = next(iter(one.better.values()), "")
    return finding(piece.place_at(first.start), rule, written=piece.text[first.start:last.end],
                   better_en=one.better.get("en") or better, better_vi=one.better.get("vi") or better)
