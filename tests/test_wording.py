"""Tests, sentence by sentence, what the list of words that comes with this program finds and what it lets pass.

The sentences stand in `cases/wording/found.yml`, below the rule that is told of them, and in `cases/wording/passed.yml`.
A project without a list of its own is checked with this one.
"""

from datetime import date
from pathlib import Path

import pytest
import yaml

from scripts.checks.source.words import people, private, wording
from scripts.checks.source.words.spot import REACH
from scripts.facts.place import Place, Record, Text
from scripts.facts.project import Project
from scripts.facts.settings import Language, Settings

TABLES = Path(__file__).parent / "cases" / "wording"
SETTINGS = Settings("", "", "", (Language("vi", "Tiếng Việt"), Language("en", "English")), "vi", (), frozenset())


def table(name: str) -> dict:
    """Returns a table of sentences."""
    return yaml.safe_load((TABLES / name).read_text(encoding="utf-8"))


def told(lines: list[str], language: str) -> dict[str, list[str]]:
    """Returns the rules that are told of each sentence of a language."""
    strings = Record(Place("strings.yml"))
    for number, line in enumerate(lines):
        place = Place("strings.yml", number)
        strings[str(number)] = entry = Record(place)
        entry[language], entry.places[language] = Text(line, place), place
    project = Project(Path("."), SETTINGS, {"strings": strings})
    found = [one for check in (wording, private, people) for one in check.check(project, date(2026, 5, 5))]
    return {line: [one.rule for one in found if one.place.line == number] for number, line in enumerate(lines)}


@pytest.mark.parametrize("rule, language", [(rule, language) for rule, languages in table("found.yml").items() for language in languages])
def test_sentences_that_hurt_are_found(rule: str, language: str) -> None:
    """Each of them is told first under the rule of its kind."""
    found = told(table("found.yml")[rule][language], language)
    assert {line: rules[:1] for line, rules in found.items()} == {line: [rule] for line in found}


@pytest.mark.parametrize("language", table("passed.yml"))
def test_sentences_near_to_them_pass(language: str) -> None:
    """Warnings against them, what offenders say, and notes about former times."""
    assert {line: rules for line, rules in told(table("passed.yml")[language], language).items() if rules} == {}


def test_words_far_away_excuse_nothing() -> None:
    """A sentence without an end does not reach over the whole page."""
    words = " ".join(["and"] * REACH)
    found = told([f"Formerly {words} the district police {words} formerly.", "Formerly and the district police."], "en")
    assert list(found.values()) == [["wording-outdated"], []]
