"""Runs the cases below `cases/since`: what `check --since` tells about the changes between two versions.

Each case begins with the made-up campaign, committed as the first version by its owner, and then says:

    about: why this matters, in a sentence
    before: {path: {old: new}}            (optional; stands in the first version already)
    earlier: {path: text}                 (optional; a file of the first version)
    author: Name <address>                (optional; who makes the change, by default Sok Dara)
    commit: false                         (optional; the change is not committed)
    files, change: as in test_cases.py
    findings: the whole text of the report
"""

import os
import subprocess
from pathlib import Path

import pytest
import yaml

from scripts.checks.report import as_text, in_order
from scripts.checks.since import check_since
from scripts.checks.since.people import same_person
from scripts.facts.files import past
from scripts.facts.project import read_project
from tests.test_cases import CASES, cases, changed

OWNER = "Chan Thy <thy@river.example>"
EDITOR = "Sok Dara <dara@river.example>"
REGISTRY = "docs/_data/contacts.yml"


def git(root: Path, *words: str, author: str = OWNER) -> None:
    """Runs git in the folder `root` as somebody, whatever this computer's own settings are."""
    name, _, email = author.rstrip(">").partition(" <")
    who = {f"GIT_{role}_{part}": value for role in ("AUTHOR", "COMMITTER") for part, value in (("NAME", name), ("EMAIL", email))}
    subprocess.run(["git", "-C", str(root), *words], check=True, capture_output=True,
                   env={**os.environ, **who, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull})


def commit(root: Path, author: str = OWNER) -> None:
    """Commits everything below `root`."""
    git(root, "add", "-A")
    git(root, "commit", "-q", "--allow-empty", "-m", "x", author=author)


@pytest.fixture
def repository(campaign: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The campaign as a repository with one commit, on a computer where git knows nobody's name."""
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "EMAIL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(campaign.parent))
    git(campaign, "init", "-q", "-b", "main")
    commit(campaign)
    return campaign


def told(root: Path, rev: str = "HEAD", release: bool = False) -> str:
    """Returns the report of what changed since a commit."""
    return as_text(in_order(check_since(read_project(root), rev, release)))


@pytest.mark.parametrize("path", cases("since"))
def test_since_case(path: Path, repository: Path) -> None:
    """The changes of a case give exactly its findings."""
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    changed({"change": case.get("before"), "files": case.get("earlier")}, repository)
    commit(repository)
    git(repository, "tag", "first")
    changed(case, repository)
    author = case.get("author", EDITOR)
    if case.get("commit", True):
        commit(repository, author)
    name, _, email = author.rstrip(">").partition(" <")
    git(repository, "config", "user.name", name)
    git(repository, "config", "user.email", email)
    assert told(repository, "first", case.get("release", False)) == (case["findings"] or "")


def test_nothing_changed_gives_no_findings(repository: Path) -> None:
    """The campaign agrees with itself."""
    assert told(repository) == ""


def test_a_commit_that_is_not_there_is_told(repository: Path) -> None:
    """A shallow clone, or a slip."""
    assert told(repository, "nowhere").startswith(
        ".git:1: history-unreadable: the version “nowhere” cannot be read: there is no such commit here\n")


def test_an_option_in_place_of_a_commit_is_no_option(repository: Path) -> None:
    """Whatever follows --since is a name of a commit and nothing else."""
    assert "history-unreadable" in told(repository, "--all")


def test_a_folder_without_repository_is_told(campaign: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A project that was unpacked from a zip has no past."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(campaign.parent))
    assert "cannot be read: not a git repository" in told(campaign)


def test_a_computer_without_git_is_told(campaign: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A finding, not a traceback."""
    monkeypatch.setenv("PATH", "")
    assert "cannot be read: git is not installed on this computer\n" in told(campaign)


def test_a_project_in_a_folder_of_a_repository(campaign: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Paths are those below the project, wherever the repository begins."""
    top = campaign.parent
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(top.parent))
    git(top, "init", "-q", "-b", "main")
    commit(top)
    (campaign / "docs/km/cuu-giup/index.md").unlink()
    assert told(campaign) == ""
    for code in ("vi", "en"):
        (campaign / f"docs/{code}/cuu-giup/index.md").unlink()
    assert "docs/vi/cuu-giup/index.md:1: page-removed-untold" in told(campaign)


def test_a_merge_is_not_blamed_for_what_it_brings(repository: Path) -> None:
    """Whoever merges may well be the one who verified; the author of the change may not."""
    registry = repository / REGISTRY
    git(repository, "tag", "first")
    git(repository, "checkout", "-q", "-b", "change")
    text = registry.read_text(encoding="utf-8").replace('"+84287300119"', '"+84287300129"').replace(
        "how: called\n    by: the editors", "how: called\n    by: Chan Thy").replace("on: 2026-05-04\n    how: called", "on: 2026-05-05\n    how: called")
    registry.write_text(text, encoding="utf-8")
    commit(repository, EDITOR)
    git(repository, "checkout", "-q", "main")
    (repository / "README.md").write_text("x")
    commit(repository)
    git(repository, "merge", "-q", "--no-ff", "-m", "m", "change", author=OWNER)
    assert "contact-changed-alone" not in told(repository, "first")
    registry.write_text(text.replace("by: Chan Thy", "by: Dara Sok (read aloud)"), encoding="utf-8")
    assert "was changed (+84287300119 → +84287300129) by Sok Dara" in told(repository, "first")


def test_a_change_does_not_hide_behind_a_broken_version(repository: Path) -> None:
    """First the file is broken, then it is mended with another number in it."""
    registry = repository / REGISTRY
    git(repository, "tag", "first")
    text = registry.read_text(encoding="utf-8")
    registry.write_text("{", encoding="utf-8")
    commit(repository, EDITOR)
    git(repository, "tag", "broken")
    registry.write_text(text.replace('"+84287300119"', '"+84287300129"').replace("by: the editors", "by: Sok Dara"), encoding="utf-8")
    commit(repository, EDITOR)
    assert "boat-office was changed (+84287300119 → +84287300129) by Sok Dara" in told(repository, "first")
    assert "cannot be read: its docs/_data/contacts.yml is broken\n" in told(repository, "broken")


def test_a_co_author_is_an_author(repository: Path) -> None:
    """Who wrote the change together cannot be the second pair of eyes."""
    registry = repository / REGISTRY
    git(repository, "tag", "first")
    text = registry.read_text(encoding="utf-8").replace('"+84287300119"', '"+84287300129"')
    registry.write_text(text.replace("how: called\n    by: the editors", "how: called\n    by: Chan Thy"), encoding="utf-8")
    git(repository, "add", "-A")
    git(repository, "commit", "-q", "-m", "x\n\nCo-authored-by: Lê Bình <b@river.example>\nCo-authored-by: Thy Chan <c@river.example>", author=EDITOR)
    assert "(+84287300119 → +84287300129) by Thy Chan, who is also named" in told(repository, "first")


@pytest.mark.parametrize("by, same", [
    ("Nguyễn Văn An", True), ("An Nguyen Van", True), ("NGUYEN VAN AN (so với văn bản)", True), ("An", True),
    ("nva@river.example", True), ("Lê Bình", False), ("Đội biên tập", False), ("Lê Bình (with Tổ An toàn)", False), ("", False),
])
def test_the_same_person_is_known_in_any_order_and_without_marks(by: str, same: bool) -> None:
    """People write their names in many ways."""
    assert same_person([by], "Nguyễn Văn An", "nva@river.example") is same


def test_an_author_without_name_is_nobody() -> None:
    """Where git knows nobody, nothing can be said."""
    assert not same_person(["the editors"], "", "")


def test_every_case_names_its_rule() -> None:
    """The folder says which rule a case is about."""
    from scripts.checks.rules import rules
    assert {path.name for path in (CASES / "since").iterdir()} <= set(rules())


def test_the_past_is_read_without_a_work_tree(repository: Path) -> None:
    """What stands in the folder now does not reach back."""
    (repository / REGISTRY).write_text("{}", encoding="utf-8")
    found = past.read_past(read_project(repository), "HEAD")
    assert list(found.contacts) == ["river-rescue-119", "boat-office", "night-watch"] and "index.md" in found.pairs
