"""Checks that no page draws a picture with squares: rows of them are a code that phones open, and nobody can read what it says."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import groupby

from ....facts.finding import Finding, finding
from ....facts.project import Project

SQUARES = re.compile("[\u2580-\u259f\u25a0\u25a1\u25fb-\u25fe\u2b1b\u2b1c\u2800-\u28ff\U0001f7e5-\U0001f7eb]")
WORDS = re.compile(r"\w")
LINES, FEWEST = 8, 4  # lines that follow each other; squares of each: the smallest code has 21 rows, two of which one line may hold


def check(project: Project, today: date) -> Iterator[Finding]:
    """Yields drawings of squares, each with its first line."""
    for page in project.pages:
        if SQUARES.search(page.markdown):
            lines = enumerate(page.markdown.split("\n"), page.body_line)
            for drawn, some in groupby(lines, key=lambda line: _drawn(line[1])):
                rows = [number for number, _ in some]
                if drawn and len(rows) >= LINES:
                    yield finding(page.place(rows[0]), "page-code-drawn", count=len(rows))


def _drawn(line: str) -> bool:
    return len(SQUARES.findall(line)) >= FEWEST and not WORDS.search(line)
