"""Checks that a page is written in the language of its folder: no whole page, and no whole paragraph, of another language.

Which words belong to a language the project itself tells: its data files say everything in every language. Words that
several languages have (names, “online”) tell nothing, and short pages are left alone.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise

from ....facts.finding import Finding, finding
from ....facts.once import once
from ....facts.pages import Page
from ....facts.pages.tokens import TOKEN
from ....facts.project import Project
from ....facts.words.said import Said, said
from ....facts.words.sentences import plain, spoken
from ..names.clauses import SILENT

UNHEARD = re.compile(SILENT.pattern + r"|`[^`\n]*`|\{[^{}\s]*\}|%\([^()\s]*\)s")  # also code, and gaps of templates
WORD = re.compile(r"[^\W\d_]+")
FEWEST, TIMES = 8, 4  # words that tell the language of a page; how many times as many of another language as of its own
PARAGRAPH = 12  # words; a shorter one may be a name, a title or what somebody says
SENTENCE = re.compile(r"[.!?…។][\"”’)]*\s*\Z")  # its end; names of months have none
NOT_PROSE = ("#", "|")
Words = dict[str, set[str]]
Counts = dict[str, Counter[str]]


def check(project: Project, today: date) -> Iterator[Finding]:
    """Yields pages, paragraphs of pages, and texts of data files that were never translated."""
    own = _own_words(project)
    for page in project.pages:
        if found := _other_language(page, own):
            yield found
        elif page.language != project.settings.default:
            yield from copied(page, project)
    yield from copied_data(project)


def _own_words(project: Project) -> Words:
    """Returns the words of each language that no other language of the data files has."""
    every = counted_data(project)
    return {code: some.keys() - set().union(*(words for other, words in every.items() if other != code)) for code, some in every.items()}


@once
def counted_data(project: Project) -> Counts:
    """Returns how often the texts of the data files say each word, by their languages."""
    return counted((piece for piece in said(project) if piece.page is None and piece.language), project.settings.codes)


def counted(pieces: Iterable[Said], codes: Iterable[str]) -> Counts:
    """Returns how often texts say each word, by their languages."""
    counts: Counts = {code: Counter() for code in codes}
    for piece in pieces:
        counts[piece.language].update(heard(piece.text))
    return counts


def heard(text: str) -> list[str]:
    """Returns the words of a text in lower case, without tokens, addresses, code and the gaps of templates."""
    return WORD.findall(UNHEARD.sub(" ", text).lower())


def _other_language(page: Page, own: Words) -> Finding | None:
    spelt = heard(page.markdown)
    counts = {code: sum(word in some for word in spelt) for code, some in own.items()}
    other = max(counts, key=counts.__getitem__)
    if other == page.language or counts[other] < FEWEST or counts[other] < TIMES * counts[page.language]:
        return None
    return finding(page.place(page.body_line), "page-language-other", language=page.language, other=other,
                   count=counts[other], own=counts[page.language])


@once
def copied_data(project: Project) -> list[Finding]:
    """Returns the texts of data files that say word for word what another language says; the texts of an entry in its languages follow one another."""
    return [*_copied_data(project)]


def _copied_data(project: Project) -> Iterator[Finding]:
    for before, piece in pairwise(piece for piece in said(project) if piece.page is None and piece.language):
        alike = piece.text == before.text and piece.language != before.language and SENTENCE.search(piece.text)
        if alike and (count := spoken(plain(TOKEN.sub(" ", piece.text)))) >= PARAGRAPH:
            yield finding(piece.place, "data-text-copied", begins=" ".join(piece.text.split()[:6]), count=count,
                          language=piece.language, other=before.language)


def copied(page: Page, project: Project) -> Iterator[Finding]:
    """Yields the paragraphs of a page that stand word for word in that of the first language."""
    original = project.page(page.pair, project.settings.default)
    theirs = {passage.text.strip() for passage in original.outline.passages} if original else set()
    for passage in page.outline.passages:
        text = passage.text.strip()
        if text in theirs and not text.startswith(NOT_PROSE) and (count := spoken(plain(TOKEN.sub(" ", text)))) >= PARAGRAPH:
            yield finding(page.place(passage.line), "page-paragraph-copied", begins=" ".join(text.split()[:6]), count=count, pair=original.path)
