"""Tests how findings are told when there are too many to read."""

from scripts.checks.report import as_text, at_most, in_order
from scripts.facts.finding import finding
from scripts.facts.place import Place


def many(rule: str, count: int) -> list:
    """Returns findings of a rule, one on each line of a page."""
    return [finding(Place("docs/vi/index.md", line), rule, language="en") for line in range(1, count + 1)]


def test_the_first_of_each_rule_are_told_and_the_others_counted() -> None:
    """A slip on every page is mended once; another rule is not pushed out by it."""
    told = at_most(in_order([*many("folder-missing", 9), *many("folder-language-unknown", 2)]), most=3)
    assert [(found.rule, found.place.line) for found in told] == [
        ("folder-language-unknown", 1), ("folder-missing", 1), ("folder-language-unknown", 2), ("folder-missing", 2),
        ("folder-missing", 3), ("findings-left-out", 4)]
    assert "findings-left-out (warning): 6 more findings of folder-missing, from here on, are not listed\n" in as_text(told)


def test_what_can_be_read_is_told_as_it_is() -> None:
    """No more and no less."""
    found = in_order(many("folder-missing", 200))
    assert at_most(found) == found
