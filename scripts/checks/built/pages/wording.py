"""Checks that a finished page says what its Markdown says, word for word and in the same order.

"Send no money" may become "send money" in no step that leads from the Markdown to the reader. Where a token stands, what
it prints is compared by other checks; between two tokens, no letter may be missing, and none may be new. Line by line is
quick and right for most that people write; where a page seems to differ, its Markdown is rendered to be sure (`rendered`).
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from html import unescape

from ....facts.pages import Page
from ....facts.pages.tokens import TOKEN, parse_token
from ..files.page import BuiltPage, Fault, fault
from ..reading.article import letters
from ..world import World
from .rendered import alone, begin, printed, rendered

FENCE = ("```", "~~~")
# What of a line is no text: an anchor at its end, the target of a link.
UNSAID = re.compile(r"\{[:#][^{}\n]*\}\s*\Z|\]\((?P<target>[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?:\s+\"[^\"]*\")?\)")
CODE = "\0"  # stands for a character of code
ADDING = ("data",)  # types of pages whose templates say more behind the text
LONGEST = 80  # characters that are told
ENOUGH = 12  # letters of a line that are hardly the same by chance
Piece = tuple[str, int, str]  # letters, their line, and the line as written


def judge(page: BuiltPage, world: World) -> Iterator[Fault]:
    """Yields the first line of the Markdown that the page does not say in its place, and what it says behind the last."""
    source = world.source(page.address) if page.front.kind == "page" and world.ours else None
    if source is None or page.front.source != source.path or not page.heard.article:
        return
    at, said, pieces = 0, letters(page.heard.article), []
    for pieces in _runs(source, world):
        whole = "".join(text for text, _, _ in pieces)
        found = said.find(whole, at)
        if found < 0:
            if not _in_order(rendered(source, world), said):
                yield _differs(pieces, said, at, page.heard.article)
            return
        at = found + len(whole)
    if pieces and pieces[-1][0] and at < len(said) and source.type not in ADDING:
        yield fault("built-text-added", here=_from(page.heard.article, at))


def _in_order(runs: Iterable[str], said: str) -> bool:
    """Returns whether all texts stand in one, each behind the other."""
    at = 0
    for run in map(letters, runs):
        if (found := said.find(run, at)) < 0:
            return False
        at = found + len(run)
    return True


def _differs(pieces: list[Piece], said: str, at: int, text: str) -> Fault:
    """Returns the first piece with which what stands together is no more found."""
    whole, here = "", ""
    for letters_, line, written in pieces:
        whole += letters_
        if (found := said.find(whole, at)) < 0:
            break
        here = _from(text, found + len(whole))
    here = here or _begun(whole, next((text for text, *_ in pieces[1:] if len(text) > ENOUGH), ""), said, at, text)
    return fault("built-text-differs", here=here, written=" ".join(written.split())[:LONGEST]).at(line)


def _begun(wanted: str, following: str, said: str, at: int, text: str) -> str:
    """Returns what a page says in the place of a line of which it has no more than a beginning, or an end, or neither;
    then it is what stands before the line that follows."""
    begins = _longest(len(wanted), lambda size: said.find(wanted[:size], at) >= 0)
    ends = _longest(len(wanted), lambda size: said.find(wanted[-size:], at) >= 0)
    enough = min(len(wanted) // 3, ENOUGH)
    if begins >= enough:
        return _from(text, said.find(wanted[:begins], at))
    behind = said.find(wanted[-ends:], at) + ends if ends >= enough else said.find(following, at) if following else -1
    if behind - len(wanted) <= at:
        return _from(text, at)
    return _from(text, behind - len(wanted)).partition(" ")[2]  # about there, so the first may be half a word


def _longest(most: int, there: Callable[[int], bool]) -> int:
    """Returns the greatest size up to which something is there."""
    return bisect_left(range(1, most + 1), True, key=lambda size: not there(size))


def _from(text: str, number: int) -> str:
    """Returns what stands in a text behind so many of its letters."""
    at = 0
    while number > 0 and at < len(text):
        number -= len(letters(text[at]))
        at += 1
    return text[at:].lstrip(" .,;:!?")[:LONGEST].strip() or "nothing"


def _runs(source: Page, world: World) -> Iterator[list[Piece]]:
    """Yields what stands together: from token to token, and the title, behind which templates put their own.

    What a number or a word of the glossary prints within a sentence is known, and stands together with it.
    """
    def within(token: str, by_itself: bool) -> str:
        return "" if by_itself else printed(parse_token(token), source.text_language, world.project)

    run: list[Piece] = []
    for raw, text, line in _lines(source):
        for number, part in enumerate(_parts(raw, text, world.tree.carried, within)):
            if number:
                yield run
                run = []
            run.append((letters(unescape(part)), line, raw))
        if raw.startswith("# "):
            yield run
            run = []
    yield run


def _lines(source: Page) -> Iterator[tuple[str, str, int]]:
    """Yields each line as written, the same without its code, and its number; fenced code is all of it code."""
    outside = {line: (raw, text) for passage in source.outline.passages for raw, text, line in passage.lines()}
    for line, raw in enumerate(source.markdown.split("\n"), source.body_line):
        if line in outside:
            raw, text = outside[line]
            yield raw, "".join(there if there == here else CODE for there, here in zip(text, raw)), line
        elif raw.strip() and not raw.startswith(FENCE):
            yield raw, CODE * len(raw), line


def _parts(raw: str, text: str, carried: bool, within: Callable[[str, bool], str]) -> Iterator[str]:
    """Yields the text of a line between its tokens; copies say beside a link to elsewhere what it needs."""
    part, at, by_itself = "", begin(text), alone(text)
    for found in sorted((*UNSAID.finditer(text, at), *TOKEN.finditer(text, at)), key=lambda found: found.start()):
        part += raw[at:found.start()]
        at = max(at, found.end())
        if found.re is not TOKEN:
            known = not (carried and "//" in (found["target"] or ""))
        elif known := within(found[1], by_itself):
            part += known
        if not known:
            yield part
            part = ""
    yield part + raw[at:]
