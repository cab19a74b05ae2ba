"""What a page's Markdown asks to dial: followed through tokens, guides, quizzes, stories, and lines out of service."""

from datetime import date
from pathlib import Path

import pytest

from scripts.checks.built.contacts.asked import asked, bar, buttons
from scripts.facts.pages import page_at
from scripts.facts.project import Project, read_project
from tests.browser.built import change

RIVER, BOAT = "tel:119", "tel:+84287300119"
PATH = "docs/en/cuu-giup/index.md"
HEAD = "---\ntitle: T\ndescription: D\ntype: guide\naudience: [everyone]\nsources: []\nreviewed: pending\n{0}---\n\n# T\n\n{1}\n"


def told(project: Project, text: str) -> list[tuple[str, ...]]:
    """Returns what each token of a page asks for in a sentence."""
    (project.root / PATH).write_text(HEAD.format("", text), encoding="utf-8")
    return [entry.inline for entry in asked(project, page_at(project.root, PATH))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Call [[contact:river-rescue-119]] or [[contact:boat-office]].", [(RIVER,), (BOAT,)]),
        ("`[[contact:boat-office]]` [[contact:river-rescue-119]]", [(RIVER,)]),
        ("[[contact:nobody]] [[contact:night-watch]]", []),
        ("[[contacts:rank=primary]]\n\n[[contacts:kind=association]]", [(RIVER,), (BOAT,)]),
        ("[[fact:x]] [[term:x]] [[pages:type=card]] [[timeline]]", []),
        ("[[guide:nobody]] [[quiz:nobody]] [[scenario:nobody]]", []),
        ("[[quiz:river]]", [(RIVER,)]),
        ("[[scenario:old-boat]]", [(RIVER,)]),
    ],
)
def test_what_tokens_ask_for(campaign: Path, text: str, found: list) -> None:
    """In the order of the page; code and unknown ids ask for nothing."""
    assert told(read_project(campaign), text) == found


def test_a_guide_asks_for_the_numbers_at_its_ends(campaign: Path) -> None:
    """As often as its answers name a contact."""
    project = read_project(campaign)
    ends = [choice.contact for question in project.practice.guides["in-the-water"].steps.values() for choice in question.choices
            if choice.contact]
    assert ends and told(project, "[[guide:in-the-water]]") == [(project.contacts[id].call().href,) for id in ends]


def test_lines_out_of_service(campaign: Path) -> None:
    """What stands in is asked for in their place; when the day has passed, both are."""
    change(campaign / "docs/_data/contacts.yml", "rank: primary\n  status: live",
           "rank: primary\n  status: down until 2026-06-01\n  replaced_by: boat-office")
    text = "[[contact:river-rescue-119]] [[contact:boat-office]]"
    assert told(read_project(campaign, date(2026, 6, 1)), text) == [(BOAT,), (BOAT,)]
    assert told(read_project(campaign, date(2026, 6, 2)), text) == [(RIVER, BOAT), (BOAT,)]
    assert told(read_project(campaign, date(2026, 6, 2)), "[[guide:in-the-water]]")[0] == (RIVER,)


def test_bar_and_buttons(campaign: Path) -> None:
    """Whoever cannot be reached comes last, with what stands in; the bar holds numbers only."""
    (campaign / PATH).write_text(HEAD.format("call: [river-rescue-119, boat-office]\n", "x"), encoding="utf-8")
    project = read_project(campaign)
    assert (bar(project), buttons(project, page_at(campaign, PATH))) == ([RIVER], [RIVER, BOAT])
    change(campaign / "docs/_data/contacts.yml", "rank: primary\n  status: live",
           "rank: primary\n  status: down until 2026-06-01\n  replaced_by: boat-office")
    project = read_project(campaign, date(2026, 6, 1))
    assert (bar(project), buttons(project, page_at(campaign, PATH))) == ([BOAT], [BOAT, BOAT])
