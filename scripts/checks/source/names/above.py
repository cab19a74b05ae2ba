"""Finds the names that stand above a token: in the label or question over it, or alone in the line, item or quote over it.

A label is a heading, the title of a box, a bold line, or a line that ends with a colon or as a question. It speaks of the line
below it where that holds a token and nothing but words of calling: “Call [[…]].”
"""

import re
from collections.abc import Iterator

from ....facts.pages.tokens import TOKEN
from ....facts.words import words
from .beside import NEAR, Beside, apart, beside, named_first
from .labels import ALONE, LISTING, SAYING, Name, name_of, only
from .named import ONE_LINE, Names, ending, surely

LABEL = re.compile(r"[ \t>]*(?:[-*+][ \t]+|[0-9]+[.)][ \t]+)?(?:#{1,6}[ \t]+(?P<heading>[^\n{]*)(?:\{[^}\n]*\})?|"
                   r"[!?]{3}\+?[ \t]+[\w -]+\"(?P<title>[^\n]*)\"|(?P<mark>\*\*|__)(?P<bold>[^\n]*)(?P=mark)[:.]?|(?P<line>[^\n|]*[:?][*_]*))[ \t]*\Z")
MARKS = re.compile(r"(?P<indent>[ \t>]*)(?P<item>[-*+][ \t]+|[0-9]+[.)][ \t]+)?")
SECTION = re.compile(r"^#{1,6}[ \t]", re.MULTILINE)
LONGEST, SCOPE = 400, 5_000  # characters above a token, of a section


def above(text: str, known: tuple[Names, ...]) -> Iterator[tuple[re.Match, Beside]]:
    """Yields the tokens of a text that have a name above them, each with that name."""
    for match in TOKEN.finditer(text):
        first = text.rfind("\n", max(0, match.start() - NEAR), match.start()) + 1
        if first and _alone(text, first, match):
            yield from ((match, one) for one in _label(text, first, match.end(), known))
        elif first and _called_first(text, first, match):
            yield from ((match, one) for one in _title(text, first, match.end(), known))


def _alone(text: str, first: int, match: re.Match) -> bool:
    """Returns whether a token is a whole line, but for words of calling."""
    end = text.find("\n", match.end())
    lead = text[MARKS.match(text, first, match.start()).end():match.start()]
    return ALONE.match(text, match.end(), match.end() + NEAR if end < 0 else end) is not None and only(lead, SAYING)


def _called_first(text: str, first: int, match: re.Match) -> bool:
    """Returns whether a line begins with words of calling and a token, and goes on to say nothing that tells of somebody else."""
    lead = text[MARKS.match(text, first, match.start()).end():match.start()]
    rest = text[match.end():match.end() + NEAR].partition("\n\n")[0]
    return only(lead, SAYING) and bool(words(lead)) and TOKEN.search(rest) is None and not apart([word for word in words(rest) if word.text not in LISTING])


def _label(text: str, first: int, end: int, known: tuple[Names, ...]) -> Iterator[Beside]:
    """Yields the name in the label above a line; a token of its own in that section excuses it."""
    match = LABEL.match(_line_above(text, first))
    label = next(filter(None, match.group("heading", "title", "bold", "line")), "") if match else ""
    one = name_of(label, known) if label else _named_alone(text, first, known)
    if one:
        yield beside(*one, excuse=_section(text, end))


def _named_alone(text: str, first: int, known: tuple[Names, ...]) -> Name | None:
    """Returns the name that is all of the line above a line, unless both are items of one list."""
    line = _line_above(text, first)
    over, under = MARKS.match(line), MARKS.match(text, first)
    heard = named_first(words(line[over.end():]))
    beneath = not under["item"] or len(under["indent"]) > len(over["indent"])
    tables = known[:2] if len(heard) >= ONE_LINE else known[:1]
    named = heard and any(heard == ending(heard, names) for names in tables)
    return (heard, line[over.end():].strip(" \t*_")) if beneath and named else None


def _title(text: str, first: int, end: int, known: tuple[Names, ...]) -> Iterator[Beside]:
    """Yields the full name, or the label that says what line it is, that is the whole heading or title of a box above a line."""
    match = LABEL.match(_line_above(text, first))
    title = (match["heading"] or match["title"] or "") if match else ""
    heard = words(title)
    called = (some for some in (heard, named_first(heard)) if some)
    name = next((some for some in called if surely(some, known)), [])
    if name:
        yield beside(name, title.strip(), excuse=_section(text, end))


def _line_above(text: str, first: int) -> str:
    return text[max(0, first - LONGEST):first].rstrip("\n\t >").rpartition("\n")[2]


def _section(text: str, start: int) -> str:
    """Returns the rest of a section from a place on."""
    ends = SECTION.search(text, start, start + SCOPE)
    return text[start:ends.start() if ends else start + SCOPE]
