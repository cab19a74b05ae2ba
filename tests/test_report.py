"""Tests how findings are told when there are too many to read."""

import json

import pytest

from scripts.checks.report import as_github, as_json, as_text, at_most, in_order
from scripts.facts.finding import finding
from scripts.facts.place import Place, visible


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


def test_what_nobody_sees_is_shown() -> None:
    """Whoever reads a number with a space of no width cannot tell what is wrong with it."""
    found = [finding(Place("docs/_data/contacts.yml"), "contact-number-malformed", number="11\u200b1", type="short_code")]
    assert "“11‹U+200B›1” is not the form" in as_text(found) and "“11‹U+200B›1” is not the form" in as_github(found)


def test_json_writes_out_what_turns_a_line_round() -> None:
    """A program reads the same name, and the terminal of a person shows the line in its order."""
    found = [finding(Place("docs/a\u202eb\u200b.md"), "folder-missing", language="en")]
    told = as_json(found)
    assert "docs/a\\u202eb\\u200b.md" in told and json.loads(told)["findings"][0]["path"] == "docs/a\u202eb\u200b.md"


@pytest.mark.parametrize(("text", "shown"), [
    ("1\u00ad1", "1‹U+00AD›1"), ("1\ufe0f1", "1‹U+FE0F›1"), ("a\U000e0041", "a‹U+E0041›"), ("x\u200b\u200by", "x‹U+200B›‹U+200B›y"),
    ("សង្គ្រោះ\u200bទន្លេ", "សង្គ្រោះ\u200bទន្លេ"), ("👩\u200d💻", "👩\u200d💻"), ("☎\ufe0f", "☎\ufe0f"), ("Gọi số nào", "Gọi số nào"),
])
def test_scripts_and_pictures_keep_what_they_need(text: str, shown: str) -> None:
    """Khmer is written without spaces, and many pictures are put together."""
    assert visible(text) == shown
