"""Finds the addresses in a stylesheet as a browser does (CSS Syntax Level 3, by tinycss2)."""

import re
from collections.abc import Iterator
from functools import lru_cache

import tinycss2

from ..files.page import Body, Front, Reference

SIGNS = ("url", "src(", "@import", "image-set", "\\")  # without one of them there is no address
ADDRESSING = ("url", "src")
SETS = ("image-set", "-webkit-image-set")
PART = re.compile(r"([^{};]*)([{};]|\Z)")
DEEPEST = 4  # conditions around a rule that are told; ours have one or two
Declared = tuple[str, str, str]  # conditions around a rule, one of its selectors, one of its declarations
NAMING = ("namespace", "charset", "document", "layer")  # what stands there is a name, and nothing fetches it


def read(content: bytes) -> tuple[Front, Body]:
    """Returns the addresses of a stylesheet in a file of its own."""
    found = addresses(content.decode("utf-8-sig", "replace"))
    return Front("sheet", links=len(found)), Body(found)


@lru_cache(maxsize=256)  # the style of a page is the longest part of it, and many pages share one
def addresses(css: str) -> tuple[Reference, ...]:
    """Returns the addresses in a stylesheet or in a `style` attribute, places in the same document left out."""
    lower = css.lower()
    if not any(sign in lower for sign in SIGNS):
        return ()
    found = _in_tokens(tinycss2.parse_component_value_list(css, skip_comments=True))
    return tuple(Reference("style", "url", target) for target in dict.fromkeys(found) if not target.startswith("#"))


def _in_tokens(tokens: list) -> Iterator[str]:
    before = ""
    for token in tokens:
        if token.type == "at-keyword":
            before = token.lower_value
        elif token.type == "string" and before == "import":
            yield token.value.strip()
        elif token.type == "url" and before not in NAMING:
            yield token.value.strip()
        elif token.type == "function":
            yield from _in_function(token, before)
        elif token.type.endswith("block"):
            yield from _in_tokens(token.content)
        if token.type != "whitespace" and token.type != "at-keyword" and (token == ";" or before == "import" or token.type == "{} block"):
            before = ""


def _in_function(token, before: str) -> Iterator[str]:
    if token.lower_name in (*ADDRESSING, *SETS):
        if before not in NAMING:
            yield from (part.value.strip() for part in token.arguments if part.type == "string")
    if token.lower_name not in ADDRESSING:
        yield from _in_tokens(token.arguments)


def declared(css: str) -> Iterator[Declared]:
    """Yields what a stylesheet says, without spaces. Commas and signs within brackets or quotes cut it, too, but everywhere alike."""
    around: list[str] = []
    said: set[str] = set()  # in this block
    for text, sign in PART.findall("".join(css.split())):
        if sign == "{":
            around.append(text)
            said = set()
            continue
        if text and around and text not in said:
            said.add(text)
            yield from (("{".join(around[-DEEPEST:-1]), selector, text) for selector in dict.fromkeys(around[-1].split(",")))
        if sign == "}" and around:
            around.pop()
            said = set()
