"""Warns where a page is hard to read: long sentences, long pages, two actions in one line, hard or loud words.

Under stress people read less and remember less, so pages of help are the shortest. Limits and words are data
(`docs/_data/reading.yml`) by type of page; a project without that file hears nothing of this.
"""

import re
from collections.abc import Iterator
from datetime import date

from ....facts.finding import Finding, finding
from ....facts.pages import Page
from ....facts.place import mapping, texts
from ....facts.project import Project
from ....facts.words import phrase, words
from ....facts.words.said import said_on
from ....facts.words.sentences import Paragraph, page_words, paragraphs

LOUD = re.compile(r"(?<![^\W_])[^\W_]++[^\w\s]*!(?=[\s”\"’)\]]|\Z)")
SHOUTED = re.compile(r"(?:\b[^\W\d_a-z]{2,}\b[ ,]*){4,}")
PICTURE_SIGN = re.compile("[\u2600-\u27bf\U0001f300-\U0001faff]")
FEWEST = 5  # sentences; the average of fewer says nothing


def check(project: Project, today: date) -> Iterator[Finding]:
    """Yields what goes beyond the limits of a page's type, and words that have an easier one."""
    limits, hard = mapping(project.entries("reading").get("limits")), mapping(project.entries("reading").get("words"))
    spoken = texts(project.entries("reading").get("spoken"))
    for page in project.pages:
        most = {name: int(value) for name, value in mapping(limits.get(page.type)).items() if str(value).isdigit()}
        if most:
            yield from _long(page, most)
            yield from _loud(page) if page.type not in spoken else ()
        if hard:
            yield from _hard(page, list(hard.values()))


def _long(page: Page, most: dict[str, int]) -> Iterator[Finding]:
    found = list(paragraphs(page.outline))
    for one in found:
        yield from _paragraph(page, one, most)
    counts = [sentence.words for one in found for sentence in one.sentences]
    average = sum(counts) / len(counts) if counts else 0
    if len(counts) >= FEWEST and average > most.get("average", average):
        yield finding(page.place(), "reading-sentences-long", average=f"{average:.0f}", most=most["average"], type=page.type)
    most_words = most.get("page", len(page.markdown))
    if len(page.markdown.split()) > most_words and (length := page_words(page.outline)) > most_words:
        yield finding(page.place(), "reading-page-long", count=length, most=most["page"], type=page.type)


def _paragraph(page: Page, one: Paragraph, most: dict[str, int]) -> Iterator[Finding]:
    for sentence in one.sentences:
        if sentence.words > most.get("sentence", sentence.words):
            yield finding(page.place(sentence.line), "reading-sentence-long", count=sentence.words, most=most["sentence"],
                          type=page.type, begins=" ".join(sentence.text.split()[:6]))
    count, kind = sum(sentence.words for sentence in one.sentences), "item" if one.item else "paragraph"
    if count > most.get(kind, count):
        yield finding(page.place(one.line), f"reading-{kind}-long", count=count, most=most[kind], type=page.type)


def _loud(page: Page) -> Iterator[Finding]:
    patterns = [pattern for pattern in (LOUD, SHOUTED, PICTURE_SIGN) if pattern.search(page.markdown)]
    for passage in page.outline.passages if patterns else ():
        for raw, text, number in passage.lines():
            if raw.lstrip().startswith("!!!"):
                continue
            for pattern in patterns:
                if (pattern is not PICTURE_SIGN or page.type == "help") and (match := pattern.search(text)):
                    yield finding(page.place(number), "reading-loud", written=match[0].strip())


def _hard(page: Page, entries: list) -> Iterator[Finding]:
    meant = [(phrase(text), mapping(entry.get("better"))) for entry in map(mapping, entries)
             if page.type in texts(entry.get("types")) and entry.get("language") == page.text_language
             for text in texts(entry.get("words"))]
    for piece in said_on(page) if meant else ():
        low = piece.text.lower()
        for sought, better in meant:
            if not all(word in low for word in sought):
                continue
            heard = words(piece.text)
            for at in range(len(heard) - len(sought) + 1):
                if tuple(word.text for word in heard[at:at + len(sought)]) == sought:
                    yield finding(piece.place_at(heard[at].start), "reading-word-hard", written=" ".join(sought),
                                  better_en=better.get("en", ""), better_vi=better.get("vi", ""))
