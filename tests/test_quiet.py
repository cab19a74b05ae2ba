"""What `check` remembers of pages of which nothing was told may save time, and may never change what is said."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from types import ModuleType

import pytest

from scripts.checks import source
from scripts.checks.report import as_text, in_order
from scripts.checks.source import check_source, quiet
from scripts.checks.source.numbers import echoes
from scripts.checks.source.quiet import Quiet
from scripts.facts.project import read_project

TODAY = date(2026, 5, 5)
HOME, BOATS = "docs/en/index.md", "docs/en/cuu-giup/nguoi-roi-xuong-nuoc.md"
TYPED = "\n\nCall 0241 555 019 at once. Who waits is careless.\n"
QUAY = """
quay:
  term: {{vi: Cầu tàu, en: Quay, km: ផែ}}
  means: {{vi: "Gọi {0}.", en: "Call {0}.", km: "ហៅ {0}។"}}
"""


@pytest.fixture
def memory(tmp_path: Path, monkeypatch) -> Path:
    """Where something is remembered, of a campaign that counts as a large one."""
    monkeypatch.setattr(source, "MANY", 1)
    return tmp_path / "memory" / "quiet.sqlite3"


def told(root: Path, memory: Path | None, today: date = TODAY) -> str:
    """Returns the report of a check that may remember what an earlier one told."""
    return as_text(in_order(check_source(read_project(root, today), today, memory=memory)))


def looked_at(root: Path, memory: Path, today: date = TODAY) -> set[str]:
    """Returns the pairs of the pages that are looked at."""
    return {page.pair for page in Quiet(read_project(root, today), today, memory).loud.pages}


def append(root: Path, path: str, text: str) -> None:
    """Adds a text to a file."""
    with (root / path).open("a", encoding="utf-8") as file:
        file.write(text)


def test_pages_that_did_not_change_are_not_looked_at_again(campaign: Path, memory: Path) -> None:
    """Not here, and not in another copy of them; a changed page is looked at with its translations."""
    everything = looked_at(campaign, memory)
    assert told(campaign, memory) == "" and len(everything) == 4
    assert looked_at(campaign, memory) == set() == looked_at(campaign.rename(campaign.with_name("copy")), memory)
    append(campaign.with_name("copy"), HOME, "\n\nNobody is alone on the river.\n")
    assert looked_at(campaign.with_name("copy"), memory) == {"index.md"}


def test_a_fault_is_told_each_time_and_mended_once(campaign: Path, memory: Path) -> None:
    """Somebody who runs the check again has not mended anything."""
    assert told(campaign, memory) == ""
    before = (campaign / BOATS).read_text(encoding="utf-8")
    append(campaign, BOATS, TYPED)
    afresh = told(campaign, None)
    assert "page-number-typed" in afresh and "wording-" in afresh
    assert told(campaign, memory) == told(campaign, memory) == afresh
    assert looked_at(campaign, memory) == {"cuu-giup/nguoi-roi-xuong-nuoc.md"}
    (campaign / BOATS).write_text(before, encoding="utf-8")
    assert looked_at(campaign, memory) == set() and told(campaign, memory) == ""


@pytest.mark.parametrize("path, text", [
    ("docs/_data/contacts.yml", "\n# Nothing but a note.\n"), ("docs/_data/glossary.yml", QUAY.format("the bank")),
    ("mkdocs.yml", "\nrepo_url: https://code.example/river\n")], ids=["a note", "a word", "a setting"])
def test_whatever_the_checks_may_know_belongs_to_it(campaign: Path, memory: Path, path: str, text: str) -> None:
    """A number that was right yesterday may be somebody else's since the registry changed; only a note changes nothing."""
    assert told(campaign, memory) == ""
    append(campaign, path, text)
    assert len(looked_at(campaign, memory)) == (0 if text.startswith("\n#") else 4)


def test_another_day_or_other_checks_know_nothing(campaign: Path, memory: Path, monkeypatch) -> None:
    """A line that is out of service tomorrow was right today."""
    assert told(campaign, memory) == ""
    assert len(looked_at(campaign, memory, TODAY + timedelta(days=1))) == 4
    monkeypatch.setattr(quiet, "made_by", lambda places: "other checks")
    assert len(looked_at(campaign, memory)) == 4


def test_nothing_is_remembered_while_data_files_are_wrong(campaign: Path, memory: Path) -> None:
    """Nobody knows then what the pages were held against."""
    append(campaign, "docs/_data/glossary.yml", "\nquay:\n  term: Quay\n  term: Pier\n")
    assert "yaml-key-repeated" in told(campaign, memory) and not memory.exists()


def test_a_text_of_the_data_files_that_is_told_is_told_again(campaign: Path, memory: Path) -> None:
    """It may be the fault of any page, so all of them are looked at."""
    append(campaign, "docs/_data/glossary.yml", QUAY.format("0241 555 019"))
    assert "number-unregistered" in told(campaign, memory)
    assert told(campaign, memory) == told(campaign, None) and len(looked_at(campaign, memory)) == 4


def test_what_is_remembered_may_be_broken(campaign: Path, memory: Path) -> None:
    """A file that is none of ours is begun again."""
    memory.parent.mkdir()
    memory.write_bytes(b"garbage" * 1000)
    append(campaign, BOATS, TYPED)
    assert told(campaign, memory) == told(campaign, memory) == told(campaign, None) != ""


def test_a_small_project_leaves_nothing_behind(campaign: Path, tmp_path: Path) -> None:
    """It is checked sooner than anything is remembered."""
    assert told(campaign, tmp_path / "memory") == "" and not (tmp_path / "memory").exists()


@pytest.mark.parametrize("module", sorted(source.APART, key=lambda module: module.__name__), ids=lambda module: module.__name__.rpartition(".")[2])
def test_these_checks_look_at_no_other_page(campaign: Path, module: ModuleType) -> None:
    """What they tell of all is what they tell of each page alone, with its translations, and of the data files without any."""
    for path in (campaign / "docs/en").rglob("*.md"):
        append(campaign, path.relative_to(campaign).as_posix(), TYPED + "\nEm Lan, lớp 8A trường THCS Bến Nước, bị tống tiền 20 triệu đồng lúc 9:30.\n")
    append(campaign, "docs/_data/glossary.yml", QUAY.format("0241 555 019"))
    project = read_project(campaign, TODAY)
    data, *alone = [replace(project, pages=tuple(page for page in project.pages if page.pair == pair), data_quiet=bool(pair))
                    for pair in sorted({"", *(page.pair for page in project.pages)})]
    of_data = set(module.check(data, TODAY))
    assert set(module.check(project, TODAY)) == of_data | {found for one in alone for found in module.check(one, TODAY)}
    assert not any(found in of_data for one in alone for found in module.check(one, TODAY))


def test_typed_numbers_are_told_of_each_page_alone(campaign: Path) -> None:
    """The test above compares something."""
    append(campaign, BOATS, TYPED)
    assert {found.place.path for found in echoes.check(read_project(campaign, TODAY), TODAY)} == {BOATS}


def test_one_check_looks_at_data_files_alone(campaign: Path) -> None:
    """It is left out where nothing was told of them before."""
    append(campaign, "docs/_data/glossary.yml", """
quay:
  term: {vi: Cầu tàu, en: Quay, km: ផែ}
  means: {vi: Có 30 thuyền., en: It has 300 boats., km: "ទូក 30"}
""")
    project = read_project(campaign, TODAY)
    for module in source.OF_DATA:
        assert list(module.check(project, TODAY)) == list(module.check(replace(project, pages=()), TODAY)) != []
