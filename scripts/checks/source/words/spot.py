"""Says what stands around a phrase: its sentence and clause, the quote around it and the words behind, the headings above."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from ....facts.words import Word, words

QUOTE = re.compile(r"[“”\"«»]")
OPENING = "“«"
REACH = 60  # words of a sentence, before and behind
QUOTED = 200  # characters from a phrase to the ends of its quote
CLAUSE = re.compile(r"[,;:–—]")
OTHER_CLAUSE = re.compile(r"[,;–—]")  # what is denied before it is denied there only: “don't worry, …”
HEADING = re.compile(r"^#{1,6} .*|^!!! .*", re.MULTILINE)
CELL = re.compile(r"(?<!\\)\|")


@dataclass(frozen=True)
class Spot:
    """A phrase in the words found in a text, from the word `at` to the one before `end`."""

    text: str
    found: list[Word]
    at: int
    end: int

    @cached_property
    def start(self) -> int:
        """Returns the first word of its sentence."""
        return next((back + 1 for back in range(self.at - 1, max(-1, self.at - REACH), -1) if self.found[back].ends), max(0, self.at - REACH))

    @cached_property
    def stop(self) -> int:
        """Returns the word behind its sentence."""
        return self._end_of(self.end)

    @property
    def sentence(self) -> list[str]:
        """Returns the words of its sentence."""
        return heard(self.found[self.start:self.stop])

    @cached_property
    def clause(self) -> int:
        """Returns the first word of its clause."""
        return next((on for on in range(self.at, self.start, -1)
                     if OTHER_CLAUSE.search(self.text, self.found[on - 1].start, self.found[on].start)), self.start)

    def just_before(self, most: int) -> list[str]:
        """Returns the last words of its clause before it."""
        return heard(self.found[max(self.clause, self.at - most):self.at])

    @cached_property
    def quote(self) -> int:
        """Returns where the quote begins in which it stands, or -1."""
        begin = self.found[self.at].start
        marks = list(QUOTE.finditer(self.text, max(0, begin - QUOTED), begin))
        inside = marks and (marks[-1][0] in OPENING or marks[-1][0] == '"' and len(marks) % 2 == 1)
        return marks[-1].start() if inside else -1

    def before_quote(self, most: int) -> list[str]:
        """Returns the last words before its quote, which may be of other sentences."""
        return heard([word for word in self.found[max(0, self.at - most - 10):self.at] if word.end <= self.quote][-most:])

    @cached_property
    def behind_quote(self) -> int:
        """Returns the first word behind its quote; without a closing mark the one behind everything."""
        last = self.found[self.end - 1].end
        closing = QUOTE.search(self.text, last, last + QUOTED)
        return next((on for on in range(self.end, min(len(self.found), self.end + REACH)) if closing and self.found[on].start >= closing.end()),
                    len(self.found))

    def rest(self, first: int) -> list[str]:
        """Returns the words from one on to the end of its sentence."""
        return heard(self.found[first:self._end_of(first)])

    def next_sentence(self, first: int) -> list[str]:
        """Returns the words of the sentence behind that of a word, in the same paragraph."""
        stop = self._end_of(first)
        goes_on = stop < len(self.found) and self.found[stop].text != "|" and not self.found[stop].text.startswith("\n")
        return self.rest(stop + 1) if goes_on else []

    def begins(self, on: int) -> bool:
        """Returns whether a clause begins at a word of its sentence: it is the first one, or a comma stands before it."""
        return on == self.start or CLAUSE.search(self.text[self.found[on - 1].end - 1:self.found[on].start]) is not None

    def _end_of(self, first: int) -> int:
        return next((on for on in range(first, min(len(self.found), first + REACH)) if self.found[on].ends), min(len(self.found), first + REACH))

    @cached_property
    def heading(self) -> list[str]:
        """Returns the words of the heading above it, or in which it stands."""
        return heard(words(self._heads[-1][0])) if self._heads else []

    @property
    def in_heading(self) -> bool:
        """Returns whether it stands in a heading."""
        return bool(self._heads) and self._heads[-1].end() == self.found[self.at].start

    @cached_property
    def _heads(self) -> list[re.Match[str]]:
        return list(HEADING.finditer(self.text, 0, self.found[self.at].start))

    @cached_property
    def lead(self) -> list[str]:
        """Returns the words of the head of its column, or of the line ending in a colon above its list."""
        return heard(words(next(self._leads(), "")))

    def _leads(self) -> Iterator[str]:
        offset = self.found[self.at].start
        line_start = self.text.rfind("\n", 0, offset) + 1
        if self.text.startswith("|", line_start):
            column = len(CELL.findall(self.text, line_start, offset)) - 1
            table = self.text[:line_start].rsplit("\n\n", 1)[-1].strip()
            yield from CELL.split(table.split("\n")[0])[1:][column:column + 1] if table else ()
        else:
            led = self.text[:line_start].rstrip().split("\n")[-20:]
            above = next((line for line in reversed(led) if line.strip() and line.lstrip()[0] not in "-*+0123456789"), "")
            yield from (above,) if above.rstrip(" *").endswith(":") else ()


def heard(found: list[Word]) -> list[str]:
    """Returns the words as they are heard."""
    return [word.text for word in found]

