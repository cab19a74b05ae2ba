"""Says when a page is too much to read: too long, too deep, too many links.

Patterns and the Markdown reader itself take far longer on a page that was made to be slow than on one that
somebody wrote, and a build that hangs publishes nothing, not even a corrected number. Such a page is told
once and not read any further. Every limit is several times what the longest honest page needs. Pages that keep
within their own limits can still be too much together: then none is read.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

BLANK = re.compile(r"[ \t]*\Z")
EMPTY = re.compile(r"\n[ \t]*(?=\n)")
DEEP = re.compile(r"^[ \t>*+.)0-9-]{12}", re.MULTILINE)  # what opens a dozen quotes and lists has as many signs
NESTING = re.compile(r"(?:[ \t]*(?:>|[-*+](?=[ \t])|[0-9]{1,9}[.)](?=[ \t])))*[ \t]*")
MARKER = re.compile(r">|[-*+]|[0-9]+[.)]")
BRACKETS, SIGNS = ("[", "<", "{", "!["), ("*", "_", "`", "&", "\\")


@dataclass(frozen=True)
class Excess:
    """The first line on which a page goes beyond a limit, what there is too much of, and the limit."""

    line: int
    what: str
    count: int
    most: int


MOST = {"characters": 300_000, "lines": 6_000, "headings": 300, "opening brackets": 1_500,
        "characters in one line": 5_000, "characters without an empty line": 20_000,
        "opening brackets without an empty line": 300, "signs without an empty line": 1_500,
        "definitions without an empty line": 60,  # Python-Markdown goes one step deeper with each
        "quotes and lists inside each other": 12, "spaces before the text of a line": 60}
MOST_FILES = 20_000  # below docs/ or overrides/
LONG, MOST_BEYOND = 20_000, 300_000  # characters of a page, and those of all pages that stand beyond that


def excess(markdown: str, first_line: int = 1) -> Excess | None:
    """Returns the first thing that a page has too much of, or None; reads each character a fixed number of times."""
    for line, what, count in () if _modest(markdown) else _counted(markdown):
        if count > MOST[what]:
            return Excess(first_line + line, what, count, MOST[what])
    return None


def _modest(markdown: str) -> bool:
    """Returns whether nothing on a page comes near a limit, as on every page that somebody wrote; far quicker than to count line by line."""
    return (len(markdown) < MOST["characters"] and markdown.count("\n") < MOST["lines"] and _count(markdown, BRACKETS) < MOST["opening brackets"]
            and markdown.count("\n#") < MOST["headings"] and not DEEP.search(markdown) and all(map(_short, EMPTY.split(markdown))))


def _short(block: str) -> bool:
    """Returns whether lines without an empty one between them keep within their limits, each of them taken for the longest."""
    return (len(block) < MOST["characters in one line"] and block.count(":") < MOST["definitions without an empty line"]
            and _count(block, BRACKETS) < MOST["opening brackets without an empty line"] and _count(block, SIGNS) < MOST["signs without an empty line"])


def _counted(markdown: str) -> Iterator[tuple[int, str, int]]:
    yield 0, "characters", len(markdown)
    yield 0, "lines", markdown.count("\n")
    yield 0, "opening brackets", _count(markdown, BRACKETS)
    block = {"characters": 0, "opening brackets": 0, "signs": 0, "definitions": 0}
    headings = 0
    for number, line in enumerate(markdown.split("\n")):
        yield number, "characters in one line", len(line)
        headings += line.startswith("#")
        yield number, "headings", headings
        yield from ((number, what, count) for what, count in _nested(line))
        if BLANK.match(line):
            block = dict.fromkeys(block, 0)
            continue
        block["characters"] += len(line)
        block["opening brackets"] += _count(line, BRACKETS)
        block["signs"] += _count(line, SIGNS)
        block["definitions"] += line.lstrip().startswith(":")
        yield from ((number, f"{what} without an empty line", count) for what, count in block.items())


def _count(text: str, signs: tuple[str, ...]) -> int:
    return sum(text.count(sign) for sign in signs)


def _nested(line: str) -> Iterator[tuple[str, int]]:
    """Yields how deep a line stands: the quotes and list items it opens, and the spaces before them."""
    before = NESTING.match(line)[0]
    if not before:
        return
    yield "quotes and lists inside each other", len(MARKER.findall(before))
    yield "spaces before the text of a line", len(before.expandtabs(4)) - len(MARKER.findall(before))
