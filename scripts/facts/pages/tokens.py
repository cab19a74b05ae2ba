"""The grammar of tokens: how a page points at a fact instead of repeating it.

A fixed grammar, not a template language: a contributor gets no power to run code, and a token
that is not understood stays visible.

    [[contact:id]]            one entry
    [[contacts:kind=platform]]        all entries that fit every filter
    [[pages:type=card,tactic=fear]]   links to all pages that fit every filter
    [[quizzes:core=true]]             the questions that come back every month
    [[timeline]]              a whole list
"""

import re
from dataclasses import dataclass

KINDS = ("contact", "contacts", "fact", "guide", "pages", "quiz", "quizzes", "scenario", "tactic", "term", "treaty")
FILTERS = {"contacts": ("kind", "rank"), "pages": ("type", "audience", "tactic", "age"), "quizzes": ("core",)}  # a list each
LISTS = ("partners", "terms", "timeline")  # printed whole, so they name nothing
ALONE = ("guide", "pages", "quiz", "quizzes", "scenario")  # too large for a sentence
TOKEN = re.compile(r"\[\[([^\[\]\n]*)\]\]")
BODY = re.compile(r"(?P<kind>[a-z]+):(?P<id>[a-z0-9]+(?:-[a-z0-9]+)*)\Z")
QUERY = re.compile(r"(?P<kind>[a-z]+):(?P<filters>[a-z]+=[a-z0-9-]+(?:,[a-z]+=[a-z0-9-]+)*)\Z")
# A bracket too few, or a line end in the middle: readers would get the brackets instead of the number.
BROKEN = re.compile(r"\[\[[^\[\]\n]*\]?|\[(?:{0}):[^\[\]\n]*\]+(?!\()|\b(?:{0}):[^\s\[\]]*\]\]".format("|".join(KINDS)))


@dataclass(frozen=True)
class Token:
    """One token as written, brackets and all: its kind, and the id it names or the filters it sets.

    `kind` is empty when the text does not fit the grammar.
    """

    written: str
    kind: str = ""
    id: str = ""
    filters: tuple[tuple[str, str], ...] = ()


def parse_token(inside: str) -> Token:
    """Returns the token of the text between the double brackets."""
    written = f"[[{inside}]]"
    if inside in LISTS:
        return Token(written, inside)
    if match := BODY.match(inside):
        return Token(written, match["kind"], id=match["id"])
    if match := QUERY.match(inside):
        filters = tuple(tuple(pair.split("=")) for pair in match["filters"].split(","))
        return Token(written, match["kind"], filters=filters)
    return Token(written)


def tokens_in(text: str) -> list[Token]:
    """Returns the tokens of a text in order, and among them what was meant as one and lacks a bracket."""
    if "[" not in text and "]" not in text:
        return []
    whole = [(match.start(), parse_token(match[1])) for match in TOKEN.finditer(text)]
    rest = TOKEN.sub(lambda match: " " * len(match[0]), text)
    broken = [(match.start(), Token(match[0].strip())) for match in BROKEN.finditer(rest)]
    return [token for _, token in sorted(whole + broken, key=lambda found: found[0])]
