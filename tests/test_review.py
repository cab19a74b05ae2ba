"""Who has read a page, who still must, and what `status` and the reader are told of it."""

from datetime import date
from pathlib import Path

from scripts.build.views import sheet_view
from scripts.checks.status import status
from scripts.facts.project import Project, read_project

TABLE = """needed:
  low: []
  medium: [language]
  high: [language, child-protection, law]
risk_of_type: {help: high, notice: low}
again_after_days: {low: "365", medium: "180", high: "90"}
"""
PAGE = "docs/en/cuu-giup/nguoi-roi-xuong-nuoc.md"


def reviewed(campaign: Path, written: str) -> Project:
    """Returns the campaign with a table of roles, and a help page that says so of its reviews."""
    (campaign / "docs/_data/review.yml").write_text(TABLE, encoding="utf-8")
    page = campaign / PAGE
    page.write_text(page.read_text(encoding="utf-8").replace("reviewed: pending", written), encoding="utf-8")
    return read_project(campaign)


def test_status_lists_what_waits_for_whom(campaign: Path) -> None:
    """The gravest first; a page that asks for less waits for fewer."""
    project = reviewed(campaign, "reviewed: {on: 2026-05-01, by: Lan, role: language}")
    told = status(project, date(2026, 5, 5)).split("en: ")[1].split("km: ")[0]
    assert "3 pages, 3 wait" not in told
    assert "    high risk, child-protection: 1 wait: cuu-giup/nguoi-roi-xuong-nuoc.md\n" in told
    assert "    high risk, law: 1 wait: cuu-giup/nguoi-roi-xuong-nuoc.md\n" in told
    assert "high risk, language" not in told


def test_a_risk_in_front_matter_comes_before_that_of_the_type(campaign: Path) -> None:
    """An editor knows the page better than the table does."""
    told = status(reviewed(campaign, "reviewed: pending\nrisk: medium"), date(2026, 5, 5)).split("en: ")[1]
    assert "    medium risk, language: 1 wait: cuu-giup/nguoi-roi-xuong-nuoc.md\n" in told
    assert "high risk" not in told.split("km: ")[0]


def test_an_old_review_is_told(campaign: Path) -> None:
    """Scams change; what was right in spring may mislead in autumn."""
    project = reviewed(campaign, "reviewed: {on: 2026-05-01, by: Lan, role: law}")
    assert f"    {PAGE}: read by law 91 days ago; have it read again" in status(project, date(2026, 7, 31))
    assert "have it read again" not in status(project, date(2026, 7, 30))


def test_readers_learn_who_has_read_the_page_and_who_has_not(campaign: Path) -> None:
    """The templates get the reviews and the roles that are missing."""
    project = reviewed(campaign, "reviewed:\n  - {on: 2026-05-01, by: Lan, role: language}\n  - {on: 2026-05-02, by: Minh, role: law}")
    sheet = sheet_view(project, project.by_path[PAGE], date(2026, 5, 5))
    assert [(review["by"], review["role"]) for review in sheet["reviews"]] == [("Lan", "language"), ("Minh", "law")]
    assert sheet["waiting"] == ("child-protection",)


def test_a_project_without_the_table_waits_for_nobody(campaign: Path) -> None:
    """Then only the word pending is counted."""
    told = status(read_project(campaign), date(2026, 5, 5))
    assert "wait for a first review" in told and "risk" not in told


def test_a_page_says_that_nobody_called_only_where_nobody_did(campaign: Path) -> None:
    """The registry knows of each number how it was compared."""
    project = read_project(campaign)
    sheets = [sheet_view(project, project.by_path[path], date(2026, 5, 5)) for path in ("docs/en/404.md", PAGE)]
    assert [sheet["number_called"] for sheet in sheets] == [False, True]
