"""Says whether a selector of a stylesheet can ever match something on a set of pages.

Asked in two steps: first whether the pages have the words at all, which is quick, and only then
whether an element stands where the selector wants it, which is exact.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import tinycss2
from selectolax.lexbor import LexborHTMLParser, SelectolaxError
from tinycss2.ast import Node

# Where an element stands does not change while a page is read. What else follows a colon may, or stands inside :not().
LASTING = {"root", "first-child", "last-child", "only-child", "first-of-type", "last-of-type", "only-of-type",
           "nth-child", "nth-last-child", "nth-of-type", "nth-last-of-type"}
CHANGING = re.compile(r"aria-|(hidden|open|checked|disabled|lang)$")  # attributes that a reader, a script or a notice changes
SPACE = re.compile(r"\s+")
TIGHT = re.compile(r"\s*([,>~])\s*")
NOTHING = re.compile(r"^(?=[>+~]|$)|(?<=[>+~])\s*(?=[>+~]|$)")


@dataclass(frozen=True)
class Pages:
    """What a set of pages has: `words` are tags, classes, ids and attribute names; `pairs` attribute values.

    `by_script` are the classes that scripts set or make, of which the built pages know nothing. The pages are held
    as text: parsed they take many times the room, and a large site has thousands of one type.
    """

    texts: Sequence[str]
    words: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    by_script: frozenset[str] = frozenset()

    @cached_property
    def known(self) -> frozenset[str]:
        """Returns every word that may stand on the pages, sooner or later."""
        return self.words | self.by_script

    def standing(self, selectors: Iterable[str]) -> frozenset[str]:
        """Returns those of the selectors for which an element stands on a page."""
        missed = set(selectors)
        wanted = frozenset(missed)
        for text in self.texts if missed else ():
            tree = LexborHTMLParser(text)
            missed = {one for one in missed if not _stands(one, tree)}
        return wanted - missed


@dataclass(frozen=True)
class Selector:
    """One selector of a list; `lasting` is what is left of it without hover, focus, open and other passing states."""

    text: str
    words: frozenset[str] = field(compare=False)
    pairs: frozenset[tuple[str, str]] = field(compare=False)
    lasting: str = field(compare=False)

    def possible(self, pages: Pages) -> bool:
        """Returns whether the pages have every word of the selector, sooner or later."""
        return self.words <= pages.known and self.pairs <= pages.pairs

    def matches(self, pages: Pages, standing: frozenset[str]) -> bool:
        """Returns whether a possible selector matches an element of a page, or may do so when a script has run."""
        return self.possible(pages) and (bool(self.words & pages.by_script) or self.lasting in standing)


def _stands(selector: str, tree: LexborHTMLParser) -> bool:
    try:
        return tree.css_first(selector) is not None
    except SelectolaxError:  # newer than the parser: kept, for a rule too many harms less than one too few
        return True


def selectors(prelude: list[Node]) -> Iterator[Selector]:
    """Yields the selectors of a list, in order."""
    part: list[Node] = []
    for token in [*prelude, None]:
        if token is None or token.type == "literal" and token.value == ",":
            if part:
                yield _selector(part)
            part = []
        else:
            part.append(token)


def tidy(text: str) -> str:
    """Returns a prelude without spaces that mean nothing."""
    return TIGHT.sub(r"\1", SPACE.sub(" ", text).strip())


def _selector(tokens: list[Node]) -> Selector:
    kept = list(_kept(tokens))
    words, pairs = set(), set()
    for before, token in zip(["", *kept], kept):
        if isinstance(token, str):
            continue
        if token.type == "ident":
            words.add(token.value if before == "." else token.lower_value)
        elif token.type == "hash":
            words.add(token.value)
        elif token.type == "[] block":
            _attribute(token.content, words, pairs)
    return Selector(tidy(tinycss2.serialize(tokens)), frozenset(words), frozenset(pairs), _text(kept))


def _kept(tokens: list[Node]) -> Iterator[Node | str]:
    """Yields the tokens without passing states; plain text for colons, dots and what joins two parts."""
    colons = ""
    for token in tokens:
        if token.type == "literal" and token.value == ":":
            colons += ":"
        elif colons:
            if colons == ":" and _name(token) in LASTING:
                yield ":" + token.serialize()
            colons = ""
        elif token.type == "[] block" and CHANGING.match(_parts(token.content)[0].lower_value):
            continue
        else:
            yield token.value if token.type in ("literal", "whitespace") else token


def _name(token: Node) -> str:
    return token.lower_value if token.type == "ident" else getattr(token, "lower_name", "")


def _text(kept: Iterable[Node | str]) -> str:
    """Returns a selector as text; a part of which nothing is left stands for any element."""
    text = tidy("".join(token if isinstance(token, str) else token.serialize() for token in kept))
    return NOTHING.sub("*", text)


def _parts(content: list[Node]) -> list[Node]:
    return [token for token in content if token.type != "whitespace"]


def _attribute(content: list[Node], words: set[str], pairs: set[tuple[str, str]]) -> None:
    parts = _parts(content)
    words.add(parts[0].lower_value)
    if len(parts) == 3 and parts[1].type == "literal" and parts[1].value == "=":
        pairs.add((parts[0].lower_value, parts[2].value))
