"""Cuts Markdown into passages: lines that belong together, with code blanked out.

What stands in code is an example, never a link or a token. The rules are Python-Markdown's, which
makes the pages: a fence begins at the margin and counts only when the same fence closes it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

FENCE = re.compile(r"(`{3,}|~{3,}) *(?:\{[^\n]*\}|[\w#.+-]* *(?:hl_lines=.*)?)\Z")
# A heading, an item of a list and a row of a table each stand for themselves: no link or code runs on from them.
BEGINS = re.compile(r"\s*(?:#|[-*+] |[0-9]+\. |:  |\|)")
BACKTICKS = re.compile("`+")


@dataclass(frozen=True)
class Passage:
    """Lines that Markdown reads together; `line` is the first, `text` has code blanked out."""

    raw: str
    text: str
    line: int

    def line_at(self, offset: int) -> int:
        """Returns the line of the file on which a character of the passage stands."""
        return self.line + self.text.count("\n", 0, offset)

    def lines(self) -> Iterator[tuple[str, str, int]]:
        """Yields each line as written, the same with code blanked out, and its number."""
        pairs = zip(self.raw.split("\n"), self.text.split("\n"))
        return ((raw, text, number) for number, (raw, text) in enumerate(pairs, self.line))


def passages(lines: Iterable[str], first_line: int) -> Iterator[Passage]:
    """Yields the passages of lines without fenced code, of which the first is `first_line` of its file."""
    together: list[str] = []
    number = first_line - 1
    for number, line in enumerate(lines, first_line):
        if together and (not line.strip() or BEGINS.match(line) or together[-1].startswith("#")):
            yield _passage(together, number - len(together))
            together = []
        if line.strip():
            together.append(line)
    if together:
        yield _passage(together, number - len(together) + 1)


def _passage(lines: list[str], first: int) -> Passage:
    raw = "\n".join(lines)
    kept, done = [], 0
    for start, end in _code_spans(raw):
        kept += [raw[done:start], re.sub(r"[^\n]", " ", raw[start:end])]
        done = end
    return Passage(raw, "".join([*kept, raw[done:]]), first)


def _code_spans(raw: str) -> Iterator[tuple[int, int]]:
    """Yields where code begins and ends: between two runs of the same number of backticks."""
    runs = list(BACKTICKS.finditer(raw))
    partners, at = _partners(runs), 0
    while at < len(runs):
        end = 0 if _escaped(raw, runs[at].start()) else partners[at]
        if end:
            yield runs[at].start(), runs[end].end()
        at = (end or at) + 1


def _escaped(raw: str, at: int) -> bool:
    """Returns whether an odd number of backslashes stands before a character."""
    first = at
    while first and raw[first - 1] == "\\":
        first -= 1
    return (at - first) % 2 == 1


def _partners(runs: list[re.Match]) -> list[int]:
    """Returns for each run of backticks the next one of the same length, or 0 when there is none."""
    partners, seen = [0] * len(runs), {}
    for at in reversed(range(len(runs))):
        length = len(runs[at][0])
        partners[at], seen[length] = seen.get(length, 0), at
    return partners


def without_fences(markdown: str) -> list[str]:
    """Returns the lines of a page, with an empty one for each line of fenced code."""
    lines = markdown.split("\n")
    kept, at, closing = [], 0, _last_lines(lines)
    while at < len(lines):
        opened = FENCE.match(lines[at])
        end = _closed(lines, at + 1, opened[1], closing) if opened else None
        kept += [""] * (end + 1 - at) if end else [lines[at]]
        at = end + 1 if end else at + 1
    return kept


def _last_lines(lines: list[str]) -> dict[str, int]:
    """Returns the last line on which each text stands, so that no fence is searched for in vain."""
    return {line.rstrip(" "): number for number, line in enumerate(lines)}


def _closed(lines: list[str], start: int, fence: str, last: dict[str, int]) -> int | None:
    """Returns the line that closes a fence, or None when nothing does."""
    if last.get(fence, -1) < start:
        return None
    return next(number for number in range(start, len(lines)) if lines[number].rstrip(" ") == fence)
