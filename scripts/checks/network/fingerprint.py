"""Compares a page with what it was when it last worked: did somebody else move in, or did the page lose its words?

A domain that was let go is bought by others within weeks; the certificate is fine, the status is 200, and the line
for children leads to a casino.
"""

import re
from dataclasses import replace
from datetime import date

from ...facts.address import address_parts
from ...facts.pages.slug import slug
from .answers import Answer, Text
from .history import Memory, stale
from .limits import Limits
from .phrases import spoken

SUFFIXES = {"pdf": "application/pdf", "jpg": "image/", "jpeg": "image/", "png": "image/", "mp4": "video/"}
VAGUE = ("application/octet-stream", "binary/octet-stream", "application/force-download", "application/download", "")
LONGEST_TITLE = 120  # characters that are remembered


def difference(answer: Answer, memory: Memory, trusted: bool, limits: Limits) -> tuple[str, str]:
    """Returns why an answer is not the page that was linked to, and a detail; two empty strings when it may well be.

    `trusted` addresses (the registry, crisis pages) are compared more strictly: there a new title is worth a look.
    """
    if other := _other_kind(answer, memory):
        return "kind-other", other
    if spam := _hijacked(answer, memory, trusted):
        return "hijacked", spam
    if not memory.known or not answer.page:
        return "", ""
    title_new = bool(memory.title) and resemblance(memory.title, answer.text.title) < limits.title
    language_new = bool(memory.language and answer.text.language) and memory.language != answer.text.language
    if title_new and (trusted or language_new):
        return ("title-language-other" if language_new else "title-other"), answer.text.title or "—"
    if memory.words > limits.short and answer.text.words < memory.words * limits.shrunken:
        return "shrunken", f"{memory.words} → {answer.text.words}"
    return "", ""


def _other_kind(answer: Answer, memory: Memory) -> str:
    suffix = address_parts(answer.address).path.rsplit(".", 1)[-1].lower()
    expected = memory.kind or SUFFIXES.get(suffix, "")
    fits = answer.kind.startswith(expected) or answer.kind in VAGUE or expected in VAGUE
    return "" if fits or answer.page and expected == "application/xhtml+xml" else f"{expected} → {answer.kind}"


def _hijacked(answer: Answer, memory: Memory, trusted: bool) -> str:
    """Returns the word that gives an intruder away; where nothing is known yet, only trusted addresses are accused."""
    if not (memory.known or trusted):
        return ""
    found = spoken(answer.text, "hijacked", share=0)
    return "" if found and found in spoken(Text(title=memory.title), "hijacked", share=0) else found


def resemblance(first: str, second: str) -> float:
    """Returns which part of the words of two texts they share, from 0 to 1 (Jaccard).

    >>> resemblance("Tổng đài 111", "Tổng đài 111 – Trang chủ"), resemblance("a", "")
    (0.6, 0.0)
    """
    one, two = (set(slug(text, " ").split()) for text in (first, second))
    return len(one & two) / len(one | two) if one | two else 1.0


def same_page(answer: Answer, sibling: Answer, limits: Limits) -> bool:
    """Returns whether a random address beside ours was answered with the same page."""
    if sibling.status != 200 or sibling.trouble or not sibling.page:
        return False
    first, second = (re.sub(r"[0-9]+", " ", one.text.sample) for one in (answer, sibling))
    return resemblance(answer.text.title, sibling.text.title) >= limits.alike and resemblance(first, second) >= limits.alike


def new_to_us(answer: Answer, memory: Memory, limits: Limits) -> bool:
    """Returns whether a page is worth a second look: never seen, renamed, or much shorter than before."""
    return not memory.known or memory.doubtful or _title(answer) != memory.title \
        or answer.text.words < memory.words * limits.shrunken


def remembered(answer: Answer, memory: Memory, today: date, limits: Limits) -> Memory:
    """Returns the memory of an address that works today, left as it is when nothing new is worth a changed line."""
    text = answer.text
    if not memory.doubtful and not stale(memory, answer.address, today, limits.renew) \
            and (memory.kind, memory.title, memory.language) == (answer.kind, _title(answer), text.language) \
            and abs(text.words - memory.words) <= 0.5 * max(memory.words, limits.short):
        return replace(memory, trouble="", since="")
    return Memory(fine=today.isoformat(), kind=answer.kind, title=_title(answer), language=text.language, words=text.words)


def _title(answer: Answer) -> str:
    return answer.text.title[:LONGEST_TITLE]


