"""Checks that nobody who was harmed is told by name: a pupil, a child of a given age or class, or the mother of one.

A name stays findable for as long as there are search engines. Which words are family names, and which stand beside a child's
name, is data (`wording.yml`, victims). Without a family name it is one where a class follows: “Ngọc Anh (grade 7)”.
"""

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice

from ....facts.finding import Finding, finding
from ....facts.pages.slug import unaccented
from ....facts.practice import FOLDERS
from ....facts.project import DATA, Project
from ....facts.words import holds, words
from ....facts.words.said import Said, unheard
from ....facts.words.wording import lists_of, signal_phrases
from ..numbers.vocabulary import one_of
from .private import behind_it, sentence_around
from .schools import Victims, befell, happened, victims_of, without_spared

MOST = 200  # names that are looked at in one text
NEAR = 6  # words behind a name
LEAST = 2  # names of one person, by which others can find out who it was
STORY = 200  # characters before a sentence, in which it is called a story
OLDEST = 22  # years; of a student
AGE = re.compile(r"[,(]?\s*((?:\w+\s){0,2}?)([0-9]{1,2})(?=\s*[,)]|\s+\w)")
INVENTED = tuple(f"{DATA}/{folder}/" for folder in FOLDERS)  # names in stories to practise with
Phrases = frozenset[tuple[str, ...]]


def check(project: Project, today: date) -> Iterator[Finding]:
    """Yields names of people beside what happened to them."""
    groups = lists_of(project, "victims")
    families = sorted(" ".join(one).title() for one in signal_phrases(groups.get("families")))
    if not families:
        return
    written = {*families, *map(unaccented, families)}
    first, either = "".join(sorted({one[0] for one in written})), "|".join(map(re.escape, sorted(written)))
    name = re.compile(rf"\b(?=[{first}][^\W\d_]+ [^\W\d_a-z])(?:{either})(?: [^\W\d_a-z][^\W\d_]+){{2,4}}(?! [^\W\d_a-z]\b)")
    victims = victims_of(project)
    ages, numbered, kin, harmed = (signal_phrases(groups.get(group)) for group in ("ages", "numbered", "kin", "harmed"))
    pupil, invented = _pupil(signal_phrases(groups.get("classes"))), signal_phrases(groups.get("invented"))
    for piece in unheard(project):
        yield from _named(piece, name, victims, (ages, numbered), kin, harmed)
        if pupil and not piece.place.path.startswith(INVENTED):
            yield from _in_class(piece, pupil, victims, invented)


def _pupil(classes: Phrases) -> re.Pattern | None:
    """Returns the pattern of two names or more with a class behind them: “Ngọc Anh (grade 7)”, “Ngọc Anh, lớp 7A”."""
    either = one_of(map(" ".join, classes))
    return re.compile(rf"\b(?P<name>[^\W\d_a-z][^\W\d_A-Z]+(?: [^\W\d_a-z][^\W\d_A-Z]+){{1,4}})[ ,(]{{1,3}}(?i:{either}) \d") if classes else None


def _named(piece: Said, name: re.Pattern, victims: Victims, years: tuple[Phrases, Phrases], kin: Phrases, harmed: Phrases) -> Iterator[Finding]:
    for match in islice(name.finditer(piece.text), MOST):
        start, end = sentence_around(piece.text, match.start())
        before = [word.text for word in words(piece.text[start:match.start()])]
        behind = piece.text[match.end():end]
        heard = [word.text for word in words(behind)]
        child = _ends(before, victims.people) or _young(behind, heard, *years) or any(holds(heard[:NEAR], some) for some in kin)
        called = _ends(before[:-1] if before[-1:] == [":"] else before, harmed) and not _shown([*before, *heard], victims)
        if called or child and (_harmed([*before, "|", *heard], victims) or befell(behind_it(piece.text, end), victims)):
            yield finding(piece.place_at(match.start()), "person-named", name=" ".join(match[0].split()))


def _in_class(piece: Said, pupil: re.Pattern, victims: Victims, invented: Phrases) -> Iterator[Finding]:
    for match in islice(pupil.finditer(piece.text), MOST):
        start, end = sentence_around(piece.text, match.start())
        written = words(match["name"])
        called = next((len(some) for some in victims.people if tuple(word.text for word in written[:len(some)]) == some), 0)  # “Em Ngọc Anh”
        if len(written) - called < LEAST:
            continue
        before, heard = ([word.text for word in words(part)] for part in (piece.text[start:match.start()], piece.text[match.end():end]))
        before += [word.text for word in written[:called]]
        whole = [*before, "|", *heard]
        told = _harmed(whole, victims) if _ends(before, victims.people) else happened(heard, victims) and not _shown(whole, victims)
        story = [word.text for word in words(piece.text[max(0, start - STORY):end])]
        if (told or befell(behind_it(piece.text, end), victims)) and not any(holds(story, some) for some in invented):
            yield finding(piece.place_at(match.start()), "person-named", name=match["name"][written[called].start:])


def _ends(before: list[str], phrases: Phrases) -> bool:
    return any(tuple(before[-len(some):]) == some for some in phrases)


def _young(behind: str, heard: list[str], ages: Phrases, numbered: Phrases) -> bool:
    """Returns whether the age of somebody young stands just behind a name: “, 15,” or “(13 years old)”, no “, head of department 3,”."""
    age = AGE.match(behind)
    if not age or int(age[2]) > OLDEST or _ends([word.text for word in words(age[1])], numbered):
        return False
    return behind[:1] == "," and behind[age.end():age.end() + 1] == "," or any(holds(heard[:NEAR], some) for some in ages)


def _harmed(heard: list[str], victims: Victims) -> bool:
    spared = without_spared(heard, victims)
    return any(holds(spared, some) for some in victims.harms) and not _shown(heard, victims)


def _shown(heard: list[str], victims: Victims) -> bool:
    return any(holds(heard, some) for some in victims.shown)
