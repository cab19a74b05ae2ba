"""Finds the names that stand above a token: in the label, question or head of a column over it, or in the sentence before.

A label is a heading, the title of a box, a bold line, or a line that ends with a colon or as a question. It speaks of the line
below it where that holds a token and nothing but words of calling: “Call [[…]].” Which words those are stands in
`numbers/words.yml`: `question`, `asking`, `asked`, `replying`, `here`, `back`, `negating`.
"""

import re
from collections.abc import Iterator

from ....facts.pages.tokens import TOKEN, parse_token
from ....facts.words import Word, words
from ..numbers import vocabulary
from .beside import CALLERS, LEADS, NEAR, Beside, apart, around, beside, named_first
from .named import ARTICLES, CALLS, Names, ending, speaks_of, texts_of

Name = tuple[list[Word], str]
LABEL = re.compile(r"[ \t>]*(?:[-*+][ \t]+|[0-9]+[.)][ \t]+)?(?:#{1,6}[ \t]+(?P<heading>[^\n{]*)(?:\{[^}\n]*\})?|"
                   r"[!?]{3}\+?[ \t]+[\w -]+\"(?P<title>[^\n]*)\"|(?P<mark>\*\*|__)(?P<bold>[^\n]*)(?P=mark)[:.]?|(?P<line>[^\n|]*[:?][*_]*))[ \t]*\Z")
MARKS = re.compile(r"[ \t>]*(?:[-*+][ \t]+|[0-9]+[.)][ \t]+)?")
ALONE = re.compile(r"[\s.!*_)”\"]*\Z")
SECTION = re.compile(r"^#{1,6}[ \t]", re.MULTILINE)
RULED = re.compile(r"^[ \t]*+\|?[ \t]*+:?-++:?[ \t]*+(?:\|[ \t]*+:?-++:?[ \t]*+)*+\|?[ \t]*+$", re.MULTILINE)
DONE = re.compile(r"[*_]*\s*(?:[.!;)]|\Z|\n)")
STOPPED = re.compile(r"([.!?…])(?=\s)")
LONGEST, SCOPE, SHORT, FEW = 400, 5_000, 60, 12  # characters above a token, of a section, of “The number:”; words of a label


def _each(some: frozenset[str]) -> frozenset[str]:
    """Returns the single words of phrases."""
    return frozenset(word for one in some for word in one.split())


SAYING = _each(LEADS | CALLERS | vocabulary.PRESSING) | vocabulary.plain("replying")
AHEAD, ASKED = _each(CALLS | ARTICLES) | vocabulary.plain("asking"), vocabulary.plain("asked")
QUESTION = vocabulary.plain("question")
HERE, NEGATING = _each(vocabulary.LINES) | vocabulary.plain("here"), vocabulary.plain("negating")
LISTING = vocabulary.plain("listing")
BACK = vocabulary.plain("back")


def above(text: str, known: tuple[Names, ...]) -> Iterator[tuple[re.Match, Beside]]:
    """Yields the tokens of a text that have a name above them, each with that name."""
    for match in TOKEN.finditer(text):
        first = text.rfind("\n", max(0, match.start() - NEAR), match.start()) + 1
        if STOPPED.search(text, max(0, match.start() - SHORT), match.start()):
            yield from ((match, one) for one in _sentence_before(text, match, known))
        if first and _alone(text, first, match):
            yield from ((match, one) for one in _label(text, first, match.end(), known))
        elif first and _called_first(text, first, match):
            yield from ((match, one) for one in _title(text, first, match.end(), known))
    yield from _tables(text, known)


def _alone(text: str, first: int, match: re.Match) -> bool:
    """Returns whether a token is a whole line, but for words of calling."""
    end = text.find("\n", match.end())
    lead = text[MARKS.match(text, first, match.start()).end():match.start()]
    return ALONE.match(text, match.end(), match.end() + NEAR if end < 0 else end) is not None and _only(lead, SAYING)


def _called_first(text: str, first: int, match: re.Match) -> bool:
    """Returns whether a line begins with words of calling and a token, and goes on to say nothing that tells of somebody else."""
    lead = text[MARKS.match(text, first, match.start()).end():match.start()]
    rest = text[match.end():match.end() + NEAR].partition("\n\n")[0]
    return _only(lead, SAYING) and bool(words(lead)) and TOKEN.search(rest) is None and not apart([word for word in words(rest) if word.text not in LISTING])


def _only(said: str, some: frozenset[str]) -> bool:
    return "|" not in said and "[" not in said and all(word.text in some for word in words(said) if word.text != ":")


def _label(text: str, first: int, end: int, known: tuple[Names, ...]) -> Iterator[Beside]:
    """Yields the name in the label above a line; a token of its own in that section excuses it."""
    match = LABEL.match(_line_above(text, first))
    label = next(filter(None, match.group("heading", "title", "bold", "line")), "") if match else ""
    if label and (one := _name_of(label, known)):
        yield beside(*one, excuse=_section(text, end))


def _title(text: str, first: int, end: int, known: tuple[Names, ...]) -> Iterator[Beside]:
    """Yields the full name that is the whole heading or title of a box above a line."""
    match = LABEL.match(_line_above(text, first))
    title = (match["heading"] or match["title"] or "") if match else ""
    heard = words(title)
    name = next((some for some in (heard, named_first(heard)) if some and some == ending(some, known[0])), [])
    if name:
        yield beside(name, title.strip(), excuse=_section(text, end))


def _line_above(text: str, first: int) -> str:
    return text[max(0, first - LONGEST):first].rstrip("\n\t >").rpartition("\n")[2]


def _section(text: str, start: int) -> str:
    """Returns the rest of a section from a place on."""
    ends = SECTION.search(text, start, start + SCOPE)
    return text[start:ends.start() if ends else start + SCOPE]


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


def _sentence_before(text: str, match: re.Match, known: tuple[Names, ...]) -> Iterator[Beside]:
    """Yields the name with which a sentence begins, where the next one says only that this is the number: “… The number: [[…]]”,
    or only to call it: “… Call [[…]].”"""
    paragraph = text[max(0, match.start() - NEAR):match.start()].rpartition("\n\n")[2]
    before, stop, said = STOPPED.split(f" . {paragraph}")[-3:]
    heard = {word.text for word in words(said) if word.text != ":"}
    called = not heard <= HERE and heard <= SAYING and DONE.match(text, match.end()) is not None
    if stop and heard and (heard <= HERE or called):
        sentence = words(before)
        start = 1 if sentence and sentence[0].text in ARTICLES else 0
        tables = known[:1] if heard.isdisjoint(BACK) else known[:2]
        name = next((some for first in {0, start} for size in range(len(sentence), first, -1) for names in tables
                     if (some := sentence[first:size]) == ending(some, names)), [])
        rest = sentence[sentence.index(name[-1]) + 1:] if name else []
        parted = apart(rest) or speaks_of(rest, parse_token(match[1]).id, known[:2]) if called else not NEGATING.isdisjoint(texts_of(rest))
        if name and not parted:
            yield beside(name, before[name[0].start:name[-1].end], excuse=around(text, match))


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
