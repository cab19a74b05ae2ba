"""Tests how findings are told when what they speak of was named to do harm to a terminal or to a machine that reads logs."""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from scripts.checks.report import as_github, as_json, as_text
from scripts.checks.status import status
from scripts.facts.finding import finding
from scripts.facts.place import Place
from scripts.facts.project import read_project
from tests.test_cases import TODAY

EVIL = "a\n::error file=x::PWN\r\x1b]0;pwn\x07\x9b2J\u202e\u2066\u2028b\t.md"
SHOWN = r"a\n::error file=x::PWN\r\x1b]0;pwn\x07\x9b2J\u202e\u2066\u2028b\t.md"


@pytest.mark.parametrize("path", [EVIL, "a.md"])
@pytest.mark.parametrize("target", [EVIL.replace("\n", "").replace("\r", ""), "b.md"])
def test_a_terminal_shows_what_it_would_obey(path: str, target: str) -> None:
    """Three lines for each finding, whatever it speaks of, and no sign that is a command."""
    told = as_text([finding(Place(path, 3), "link-target-missing", target=target, guess=target)])
    lines = told.split("\n")
    assert len(lines) == 4 and lines[0].startswith(f"{SHOWN if path == EVIL else path}:3: link-target-missing: ")
    assert all(char.isprintable() or char == "\n" for char in told)


def test_a_machine_that_reads_logs_gets_one_command() -> None:
    """GitHub decodes the path again, which must stay the one of the file."""
    told = as_github([finding(Place(EVIL, 3), "link-target-missing", target=EVIL, guess="")])
    assert told.count("\n") == 1 and told.startswith("::error file=a%0A%3A%3Aerror file=x%3A%3APWN%0D\x1b]0;pwn\x07")
    assert "\x1b" not in told.split("::", 2)[2]


def test_a_program_gets_what_there_is() -> None:
    """Byte for byte; JSON escapes it by itself."""
    told = as_json([finding(Place(EVIL, 3), "link-target-missing", target="b", guess="")])
    assert json.loads(told)["findings"][0]["path"] == EVIL


def test_the_status_shows_what_a_terminal_would_obey(campaign: Path) -> None:
    """Names of pages stand there, too; not every system has such names, so the page gets its name afterwards."""
    page, text = campaign / "docs/en/a.md", (campaign / "docs/en/index.md").read_text(encoding="utf-8")
    page.write_text(text.replace("---\n", "---\ntranslation: pending\n", 1), encoding="utf-8")
    project = read_project(campaign)
    pages = tuple(replace(page, path="docs/en/a\x1b[2J.md") if page.path == "docs/en/a.md" else page for page in project.pages)
    told = status(replace(project, pages=pages), TODAY)
    assert "\x1b" not in told and r"a\x1b[2J.md" in told


def test_whoever_reads_only_the_beginning_gets_no_traceback() -> None:
    """`head` closes the pipe after ten lines."""
    with subprocess.Popen([sys.executable, "-X", "utf8", "-m", "scripts", "check", "--rules"], cwd=Path(__file__).parents[1],
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        assert run.stdout.readline()
        run.stdout.close()
        assert run.stderr.read() == b"" and run.wait() == 141
