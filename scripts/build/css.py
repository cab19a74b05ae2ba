"""Parses CSS into rules that know what they need, and writes back only those that can match.

The parsing is tinycss2's (CSS Syntax level 3); what a selector needs is told in `selector`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

import tinycss2
from tinycss2.ast import AtRule, Node, QualifiedRule

from .selector import SPACE, Pages, Selector, selectors

NESTING = {"media", "supports", "layer", "container"}
READ = re.compile(r"var\(\s*(--[\w-]+)")


@dataclass(frozen=True)
class Rule:
    """A style rule: selectors, and declarations as (name, `name:value`)."""

    selectors: tuple[Selector, ...]
    declarations: tuple[tuple[str, str], ...]

    def __str__(self) -> str:
        return f"{','.join(one.text for one in self.selectors)}{{{';'.join(text for _, text in self.declarations)}}}"


@dataclass(frozen=True)
class Group:
    """A conditional group such as @media, with the rules inside."""

    head: str
    rules: tuple

    def __str__(self) -> str:
        return f"{self.head}{{{''.join(map(str, self.rules))}}}"


@dataclass(frozen=True)
class Keyframes:
    """An animation, kept only when a rule names it."""

    name: str
    text: str

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True)
class Sheet:
    """A parsed stylesheet."""

    rules: tuple

    def cut(self, pages: Pages) -> str:
        """Returns the rules that can match, without variables and animations that nobody reads."""
        asked = {one.lasting for one in _selectors(self.rules) if one.possible(pages)}
        rules = tuple(_matching(self.rules, pages, pages.standing(asked)))
        while True:
            css = "".join(map(str, rules))
            shorter = tuple(_read(rules, set(READ.findall(css)), css))
            if shorter == rules:
                return css
            rules = shorter


def parse_sheet(css: str) -> Sheet:
    """Returns the stylesheet of a text; imports and fonts are left out, for pages load nothing."""
    return Sheet(tuple(_rules(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True))))


def _rules(nodes: list[Node]) -> Iterator:
    for node in nodes:
        if isinstance(node, QualifiedRule):
            yield Rule(tuple(selectors(node.prelude)), tuple(_declarations(node.content)))
        elif isinstance(node, AtRule) and node.content is not None:
            yield from _at_rule(node)


def _at_rule(node: AtRule) -> Iterator:
    head = f"@{node.at_keyword}{SPACE.sub(' ', tinycss2.serialize(node.prelude)).rstrip()}"
    if node.lower_at_keyword in NESTING:
        inner = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
        yield Group(head, tuple(_rules(inner)))
    elif node.lower_at_keyword == "keyframes":
        frames = SPACE.sub(" ", tinycss2.serialize(node.content)).strip()
        yield Keyframes(tinycss2.serialize(node.prelude).strip(), f"{head}{{{frames}}}")
    elif node.lower_at_keyword == "page":
        yield Keyframes("", f"{head}{{{SPACE.sub(' ', tinycss2.serialize(node.content)).strip()}}}")


def _declarations(content: list[Node]) -> Iterator[tuple[str, str]]:
    for node in tinycss2.parse_declaration_list(content, skip_comments=True, skip_whitespace=True):
        if node.type == "declaration":
            value = SPACE.sub(" ", tinycss2.serialize(node.value)).strip()
            yield node.name, f"{node.name}:{value}{'!important' if node.important else ''}"


def _selectors(rules: tuple) -> Iterator[Selector]:
    for rule in rules:
        yield from rule.selectors if isinstance(rule, Rule) else _selectors(rule.rules) if isinstance(rule, Group) else ()


def _matching(rules: tuple, pages: Pages, standing: frozenset[str]) -> Iterator:
    for rule in rules:
        if isinstance(rule, Rule):
            kept = tuple(one for one in rule.selectors if one.matches(pages, standing))
            if kept and rule.declarations:
                yield replace(rule, selectors=kept)
        elif isinstance(rule, Group):
            if inner := tuple(_matching(rule.rules, pages, standing)):
                yield replace(rule, rules=inner)
        else:
            yield rule


def _read(rules: tuple, read: set[str], css: str) -> Iterator:
    """Yields the rules without unread variables, and without what is empty then."""
    for rule in rules:
        if isinstance(rule, Rule):
            kept = tuple(one for one in rule.declarations if not one[0].startswith("--") or one[0] in read)
            if kept:
                yield replace(rule, declarations=kept)
        elif isinstance(rule, Group):
            if inner := tuple(_read(rule.rules, read, css)):
                yield replace(rule, rules=inner)
        elif not rule.name or re.search(rf"animation[\w-]*:[^;}}]*\b{re.escape(rule.name)}\b", css):
            yield rule
