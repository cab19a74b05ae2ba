"""Finds the names that stand above a token: in the label, question or head of a column over it, or in the sentence before.

A label is a heading, the title of a box, a bold line, or a line that ends with a colon or as a question. It speaks of the line
below it where that holds a token and nothing but words of calling: “Call [[…]].” Which words those are stands in
`numbers/words.yml`: `question`, `asking`, `asked`, `replying`, `here`, `negating`.
"""

import re
from collections.abc import Iterator

from ....facts.pages.tokens import TOKEN
from ....facts.words import Word, words
from ..numbers import vocabulary
from .beside import CALLERS, LEADS, NEAR, Beside, beside
from .named import ARTICLES, CALLS, Names, ending, texts_of

Name = tuple[list[Word], str]
LABEL = re.compile(r"[ \t>]*(?:[-*+][ \t]+|[0-9]+[.)][ \t]+)?(?:#{1,6}[ \t]+(?P<heading>[^\n{]*)(?:\{[^}\n]*\})?|"
                   r"[!?]{3}\+?[ \t]+[\w -]+\"(?P<title>[^\n]*)\"|(?P<mark>\*\*|__)(?P<bold>[^\n]*)(?P=mark)[:.]?|(?P<line>[^\n|]*[:?][*_]*))[ \t]*\Z")
MARKS = re.compile(r"[ \t>]*(?:[-*+][ \t]+|[0-9]+[.)][ \t]+)?")
ALONE = re.compile(r"[\s.!*_)”\"]*\Z")
SECTION = re.compile(r"^#{1,6}[ \t]", re.MULTILINE)
RULED = re.compile(r"^[ \t]*+\|?[ \t]*+:?-++:?[ \t]*+(?:\|[ \t]*+:?-++:?[ \t]*+)*+\|?[ \t]*+$", re.MULTILINE)
STOPPED = re.compile(r"([.!?…])(?=\s)")
LONGEST, SCOPE, SHORT, FEW = 400, 5_000, 60, 12  # characters above a token, of a section, of “The number:”; words of a label


def _each(some: frozenset[str]) -> frozenset[str]:
    """Returns the single words of phrases."""
    return frozenset(word for one in some for word in one.split())


SAYING = _each(LEADS | CALLERS | vocabulary.PRESSING) | vocabulary.plain("replying")
AHEAD, ASKED = _each(CALLS | ARTICLES) | vocabulary.plain("asking"), vocabulary.plain("asked")
QUESTION = vocabulary.plain("question")
HERE, NEGATING = _each(vocabulary.LINES) | vocabulary.plain("here"), vocabulary.plain("negating")


def above(text: str, known: tuple[Names, ...]) -> Iterator[tuple[re.Match, Beside]]:
    """Yields the tokens of a text that have a name above them, each with that name."""
    for match in TOKEN.finditer(text):
        first = text.rfind("\n", max(0, match.start() - NEAR), match.start()) + 1
        if STOPPED.search(text, max(0, match.start() - SHORT), match.start()):
            yield from ((match, one) for one in _sentence_before(text[max(0, match.start() - NEAR):match.start()], known))
        if first and _alone(text, first, match):
            yield from ((match, one) for one in _label(text, first, match.end(), known))
    yield from _tables(text, known)


def _alone(text: str, first: int, match: re.Match) -> bool:
    """Returns whether a token is a whole line, but for words of calling."""
    end = text.find("\n", match.end())
    lead = text[MARKS.match(text, first, match.start()).end():match.start()]
    return ALONE.match(text, match.end(), match.end() + NEAR if end < 0 else end) is not None and _only(lead, SAYING)


def _only(said: str, some: frozenset[str]) -> bool:
    return "|" not in said and "[" not in said and all(word.text in some for word in words(said) if word.text != ":")


def _label(text: str, first: int, end: int, known: tuple[Names, ...]) -> Iterator[Beside]:
    """Yields the name in the label above a line; a token of its own in that section excuses it."""
    line = text[max(0, first - LONGEST):first].rstrip("\n\t >").rpartition("\n")[2]
    match = LABEL.match(line)
    label = next(filter(None, match.group("heading", "title", "bold", "line")), "") if match else ""
    if label and (one := _name_of(label, known)):
        ends = SECTION.search(text, end, end + SCOPE)
        yield beside(*one, excuse=text[end:ends.start() if ends else end + SCOPE])


def _name_of(label: str, known: tuple[Names, ...]) -> Name | None:
    """Returns the name that a label says, and as it is written there, if it says nothing but to call it, or asks for its number."""
    heard = [word for word in words(label) if not word.ends]
    asked = next((at for at, word in enumerate(heard) if word.text == ":" and QUESTION.issuperset(texts_of(heard[:at]))), -1)
    heard = [word for word in heard[asked + 1:] if word.text != ":"]
    for end in range(len(heard) if len(heard) <= FEW else 0, 0, -1):
        if name := next(filter(None, (ending(heard[:end], names) for names in known)), []):
            ahead, after = texts_of(heard[:end - len(name)]), texts_of(heard[end:])
            sought = "?" not in label or not ASKED.isdisjoint((*ahead, *after))
            return (name, label[name[0].start:name[-1].end]) if sought and AHEAD.issuperset(ahead) else None
        if heard[end - 1].text not in ASKED:
            return None
    return None


def _sentence_before(text: str, known: tuple[Names, ...]) -> Iterator[Beside]:
    """Yields the name with which a sentence begins, where the next one says only that this is the number: “… The number: [[…]]”."""
    paragraph = text.rpartition("\n\n")[2]
    before, stop, said = STOPPED.split(f" . {paragraph}")[-3:]
    heard = [word for word in words(said) if word.text != ":"]
    if stop and heard and HERE.issuperset(texts_of(heard)):
        sentence = words(before)
        start = 1 if sentence and sentence[0].text in ARTICLES else 0
        name = next((some for size in range(len(sentence), start, -1) if (some := sentence[start:size]) == ending(some, known[0])), [])
        if name and NEGATING.isdisjoint(texts_of(sentence)):
            yield beside(name, before[name[0].start:name[-1].end])


def _tables(text: str, known: tuple[Names, ...]) -> Iterator[tuple[re.Match, Beside]]:
    """Yields the tokens below a name in the head of a table, and those of a row that begins with a name, in a column of numbers."""
    done = 0
    for ruled in RULED.finditer(text) if "|" in text else ():
        head = text[max(0, ruled.start() - LONGEST):max(0, ruled.start() - 1)].rpartition("\n")[2]
        rows = [*_rows(text, ruled.end() + 1)] if "|" in head and ruled.start() >= done else []
        done = max([done, *(row[-1][0] for row in rows[-1:])])
        for at, (_, title) in enumerate(_cells(head, 0)):
            yield from _column(text, _name_of(title, known), [row[at] for row in rows if at < len(row)])
            if at > 1 and words(title) and _only(title, HERE):
                for row in rows:
                    yield from _column(text, _name_of(row[0][1], known), row[at:at + 1])


def _rows(text: str, start: int) -> Iterator[list[tuple[int, str]]]:
    """Yields the rows of a table from a place on, each as its cells."""
    while "|" in (line := text[start:start + LONGEST * 5].partition("\n")[0]):
        yield [*_cells(line, start)]
        start += len(line) + 1


def _cells(line: str, start: int) -> Iterator[tuple[int, str]]:
    """Yields the cells of a row, each with its place."""
    body = line.lstrip(" \t").removeprefix("|")
    start += len(line) - len(body)
    for cell in body.split("|"):
        yield start, cell
        start += len(cell) + 1


def _column(text: str, name: Name | None, cells: list[tuple[int, str]]) -> Iterator[tuple[re.Match, Beside]]:
    """Yields the tokens that are all of their cell; a token of its own in any of the cells excuses the name."""
    excuse = "".join(cell for _, cell in cells)[:SCOPE]
    for start, cell in cells if name else ():
        match = TOKEN.search(text, start, start + len(cell))
        if match and ALONE.match(text, match.end(), start + len(cell)) and _only(text[start:match.start()], SAYING):
            yield match, beside(*name, excuse=excuse)
