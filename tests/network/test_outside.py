"""Runs the command as an editor does, on a campaign whose addresses nobody can follow, so that no network is needed."""

import json
import re
from pathlib import Path

import pytest

from scripts.checks.network import history
from scripts.checks.network.addresses import addresses
from scripts.checks.network.guard import refusal
from scripts.checks.network.judge import KEPT_OUT, TROUBLES
from scripts.checks.network.words import words
from scripts.cli import main
from scripts.facts.project import read_project

REASONS = {"permanent", "gone", "status", "says-missing", "to-home", "empty-page", "like-any-other", "needs-scripts", "parked",
           "owner-other", "insecure", "anchor-lost", "kind-other", "hijacked", "title-other", "title-language-other", "shrunken",
           "robots", "abroad", "login", "cookies", "own-network"}


@pytest.fixture
def campaign(campaign: Path) -> Path:
    """The made-up campaign with made-up addresses only: no test may ask the real web."""
    for path in [*campaign.rglob("*.yml"), *campaign.rglob("*.md")]:
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r"(https?://)(?![a-z]+\.example)[a-z0-9.]+", r"\1real.example", text), encoding="utf-8")
    assert all(refusal(outside.address) for outside in addresses(read_project(campaign)))
    return campaign


def run(root: Path, *more: str) -> int:
    """Returns the exit status of `check --network` for a day."""
    return main(["check", "--network", "--root", str(root), "--today", "2026-05-07", *more])


def test_findings_come_in_the_format_of_the_project(campaign: Path, capsys: pytest.CaptureFixture) -> None:
    """JSON on standard output and nothing else; in a pipe no bar is drawn."""
    assert run(campaign, "--format", "json") == 1
    out, err = capsys.readouterr()
    told = json.loads(out)
    assert {found["rule"] for found in told["findings"]} == {"web-address-unsafe"}  # .example is nobody's (RFC 2606)
    assert told["counts"] == {"error": len(told["findings"]), "warning": 0} and err == ""


def test_the_report_is_written_and_the_history_only_when_asked(campaign: Path, tmp_path: Path) -> None:
    """An editor's look leaves the tree as it was."""
    file = campaign / history.PATH
    run(campaign, "--report", str(tmp_path / "report.md"))
    assert not file.exists()
    assert "`https://boats.example/report`" in (tmp_path / "report.md").read_text(encoding="utf-8")
    run(campaign, "--remember")
    first = file.read_bytes()
    run(campaign, "--remember")
    assert file.read_bytes() == first and b"\r" not in first
    assert set(history.load(first.decode())[0]) >= {"https://boats.example/report"}


def test_an_address_that_no_page_has_any_more_is_forgotten(campaign: Path) -> None:
    """So that the file never outgrows the site."""
    file = campaign / history.PATH
    file.write_text('{\n  "https://old.example/": {"trouble": "gone", "since": "2026-01-01"}\n}\n', encoding="utf-8")
    run(campaign, "--remember")
    assert "old.example" not in file.read_text(encoding="utf-8")


def test_a_bent_history_is_told_and_never_written_over(campaign: Path, capsys: pytest.CaptureFixture) -> None:
    """Somebody must look first."""
    file = campaign / history.PATH
    file.write_text("<<<<<<< ours\n", encoding="utf-8")
    assert run(campaign, "--remember") == 1
    assert "link-history-malformed" in capsys.readouterr().out
    assert file.read_text(encoding="utf-8") == "<<<<<<< ours\n"


def test_only_what_was_not_fine_is_looked_at_again(campaign: Path, capsys: pytest.CaptureFixture) -> None:
    """The daily run asks few hosts."""
    (campaign / history.PATH).write_text(
        '{\n"https://boats.example/report": {"trouble": "parked", "since": "2026-05-01"},\n'
        '"https://paper.example/rescue": {"fine": "2026-05-01"}\n}\n', encoding="utf-8")
    run(campaign, "--failing", "--format", "json")
    assert {found["message"].split()[0] for found in json.loads(capsys.readouterr().out)["findings"]} == {"https://boats.example/report"}


def test_what_a_person_has_read_is_learnt_anew(campaign: Path) -> None:
    """It is looked at in this run, and nothing of before is held against it."""
    file = campaign / history.PATH
    file.write_text('{\n"https://boats.example/report": {"fine": "2026-01-01", "trouble": "parked", "since": "2026-02-01"}\n}\n', encoding="utf-8")
    run(campaign, "--failing", "--remember", "--seen", "https://boats.example/report")
    memory = history.load(file.read_text(encoding="utf-8"))[0]["https://boats.example/report"]
    assert (memory.fine, memory.since) == ("", "2026-05-07")


def test_options_of_the_network_alone_are_wrong_usage(campaign: Path, capsys: pytest.CaptureFixture) -> None:
    """Nobody should believe that links were looked at when they were not."""
    assert main(["check", "--root", str(campaign), "--failing"]) == 2
    assert "--network" in capsys.readouterr().err


def test_every_reason_has_words() -> None:
    """And no word stands there for a reason that no longer occurs."""
    known = REASONS | set(TROUBLES) | set(KEPT_OUT.values()) | {f"address-{what}" for what in (
        "long", "characters", "malformed", "scheme", "user", "port", "number", "local", "look-alike")}
    assert set(words()["reasons"]) == known
