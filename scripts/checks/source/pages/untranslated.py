"""Checks that each text stands under its own language: a line under `en:` that nobody translated, two lines that changed places.

The data files tell which words belong to which language, as in `languages`; the text that is looked at has no say in it.
Quotations, words in brackets, in bold or italic type or behind a colon, and names may be of any language.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from ....facts.finding import Finding, finding
from ....facts.pages import Page
from ....facts.place import Place
from ....facts.project import Project
from ....facts.words.said import Said, said
from .languages import Counts, copied, copied_data, counted, counted_data, heard

QUOTED = re.compile(
    r"“[^“”]*”|\"[^\"\n]*\"|«[^«»]*»|\([^()\n]*\)|\*\*[^*\n]{1,60}\*\*|(?<![\w*_])([*_])(?![*_\s])[^*_\n]+\1(?![\w*_])"
    r"|:\s[^.!?\n]*|^[ \t]*[>#|][^\n]*", re.MULTILINE)
FEWEST, TIMES = 8, 4  # words of another language in one text; how many times as many as of its own
FEWEST_OF_TITLE = 2  # words of another language in a title that has none of its own, capitals of names aside
FEWEST_SIGNS = 2  # letters that only the other language has
FEWEST_OF_BOTH = 3  # words that two texts have of each other's language, and none of their own
Heard = tuple[Said, Counter[str]]  # a text, and how many of its words belong to each language


@dataclass(frozen=True)
class Speech:
    """How often each language of the data files has each word, and which language the word therefore belongs to."""

    counts: Counts
    owners: dict[str, str]
    letters: dict[str, str]  # those with marks, and the language that has each of them far more often

    def tongues(self, text: str) -> Counter[str]:
        """Returns how many words of a text belong to each language."""
        return Counter(self.owners[word] for word in heard(QUOTED.sub(" ", text)) if word in self.owners)

    def signs(self, text: str, language: str) -> int:
        """Returns how many letters of a text hardly any other language has."""
        return sum(self.letters.get(letter) == language for letter in QUOTED.sub(" ", text).lower())

    def strict(self, text: str, *without: Said) -> Counter[str]:
        """Returns the same as all other texts of the data files tell it."""
        rest = counted(without, self.counts)
        words = heard(QUOTED.sub(" ", text))
        return Counter(owner for word in words if (owner := _owner({code: self.counts[code][word] - rest[code][word] for code in rest})))


def check(project: Project, today: date) -> Iterator[Finding]:
    """Yields texts of the data files and paragraphs of the pages that are written in another language."""
    pieces = [piece for piece in said(project) if piece.language in project.settings.codes]
    counts = counted_data(project)
    speech = Speech(counts, _owners(counts), _owners({code: _marked(often) for code, often in counts.items()}))
    data = [(piece, speech.tongues(piece.text)) for piece in pieces if piece.page is None and not project.data_quiet]
    told = {found.place for found in copied_data(project)}
    for one, other in _swapped(data, speech):
        told |= {one.place, other.place}
        yield finding(one.place, "text-languages-swapped", language=one.language, other=other.language)
    for piece, found in data:
        if found.total() > found[piece.language] and piece.place not in told:
            yield from _other(piece.text, piece.place, piece.language, speech.strict(piece.text, piece))
    for piece in pieces:
        if piece.page and piece.text != piece.page.markdown:
            yield from _other(piece.text, piece.place, piece.language, speech.tongues(piece.text))
    for page in project.pages:
        yield from _of_title(page, speech)
        yield from _of_page(page, speech, project)


def _owners(counts: Counts) -> dict[str, str]:
    """Returns the language of each word or letter that belongs to one."""
    every = {one for often in counts.values() for one in often}
    return {one: owner for one in every if (owner := _owner({code: often[one] for code, often in counts.items()}))}


def _marked(words: Counter[str]) -> Counter[str]:
    """Returns how often words have each letter beyond the plain ones."""
    letters: Counter[str] = Counter()
    for word, often in words.items():
        for letter in word if not word.isascii() else "":
            letters[letter] += often * (not letter.isascii())
    return letters


def _owner(often: dict[str, int]) -> str:
    """Returns the language that has a word far more often than every other one, or an empty string."""
    most = max(often, key=often.__getitem__)
    return most if often[most] > 0 and all(often[most] >= TIMES * times for code, times in often.items() if code != most) else ""


def _swapped(data: list[Heard], speech: Speech) -> Iterator[tuple[Said, Said]]:
    """Yields texts that follow each other, each of which is written in the language of the other one."""
    for (one, words_of_one), (other, words_of_other) in pairwise(data):
        if one.language == other.language or one.place.path != other.place.path:
            continue
        if other.place.line - one.place.line <= 1 and _marks_swapped(one, other, speech):
            yield one, other
            continue
        if not words_of_one[other.language] or not words_of_other[one.language]:
            continue
        first, second = (speech.strict(piece.text, one, other) for piece in (one, other))
        there, back = first[other.language], second[one.language]
        if min(there, back) and there + back >= FEWEST_OF_BOTH and not first[one.language] + second[other.language]:
            yield one, other


def _marks_swapped(one: Said, other: Said, speech: Speech) -> bool:
    """Returns whether the letters of one language, in a short text that has no words to tell, all stand in that of the other.

    One that says a part of the other names the same: “Garda”, “An Garda Síochána”.
    """
    return any(not speech.signs(mine.text, mine.language) and speech.signs(theirs.text, mine.language) >= FEWEST_SIGNS
               and not {*heard(mine.text)} <= {*heard(theirs.text)} for mine, theirs in ((one, other), (other, one)))


def _other(text: str, place: Place, language: str, found: Counter[str]) -> Iterator[Finding]:
    other, count = max(found.items(), key=lambda entry: entry[1], default=(language, 0))
    if other != language and count >= max(FEWEST, TIMES * found[language]):
        yield finding(place, "text-language-other", language=language, other=other, count=count, own=found[language],
                      begins=" ".join(text.split()[:6]))


def _of_title(page: Page, speech: Speech) -> Iterator[Finding]:
    """Yields the title of a page in another language; the main heading says the same."""
    own, found = page.text_language, speech.tongues(" ".join(word for word in page.title.split() if word.islower()))
    other, count = max(found.items(), key=lambda entry: entry[1], default=(own, 0))
    if other != own and count >= FEWEST_OF_TITLE and not speech.tongues(page.title)[own]:
        yield finding(page.meta.place_of("title"), "text-language-other", language=own, other=other, count=count, own=0, begins=page.title)


def _of_page(page: Page, speech: Speech, project: Project) -> Iterator[Finding]:
    """Yields the paragraphs of a page in another language; a whole page, and what was only copied, are told by `languages`."""
    strange = [found for passage in page.outline.passages
               for found in _other(passage.text, page.place(passage.line), page.text_language, speech.tongues(passage.text))]
    if strange and len(strange) < len(page.outline.passages) / 2:
        told = {found.place for found in copied(page, project)} if page.language != project.settings.default else set()
        yield from (found for found in strange if found.place not in told)
