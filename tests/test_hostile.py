"""What a hostile contribution can bring along besides words: links, pipes, second names, nested repositories.

These cannot be written down as a case (`cases/source`), and not every system can make them.
"""

import os
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from scripts import cli
from scripts.build import generator
from scripts.checks.report import as_text, in_order
from scripts.checks.source import check_source
from scripts.facts.project import read_project

POSIX_ONLY = pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot make such a file")

LINK, PIPE = "a symbolic link, which shows whatever it leads to", "a pipe (FIFO), which may never end"
ONLY = "only ordinary files and folders are read and published"


def told(root: Path) -> list[str]:
    """Returns the findings of a project, without the mends."""
    text = as_text(in_order(check_source(read_project(root), date(2026, 5, 5))))
    return [line for line in text.splitlines() if not line.startswith(" ")]


@POSIX_ONLY
@pytest.mark.parametrize("where", ["docs/assets/x.png", "docs/_data/more.yml", "docs/.hidden", "overrides/x.html", "LICENSE"])
@pytest.mark.parametrize(("make", "kind"), [(lambda path: path.symlink_to("/etc/passwd"), LINK), (os.mkfifo, PIPE),
                                            (lambda path: path.symlink_to("/etc", target_is_directory=True), LINK)],
                         ids=["a link to a file", "a pipe", "a link to a folder"])
def test_what_is_no_file_is_told(campaign: Path, where: str, make: Callable[[Path], None], kind: str) -> None:
    """A link would publish any file of this computer, and a pipe never ends."""
    (campaign / where).parent.mkdir(parents=True, exist_ok=True)
    make(campaign / where)
    assert f"{where}:1: file-kind-odd: is {kind}; {ONLY}" in told(campaign)


@POSIX_ONLY
@pytest.mark.parametrize("folder", ["docs", "docs/vi", "docs/_data", "overrides"])
def test_a_folder_that_is_a_link_is_told(campaign: Path, tmp_path: Path, folder: str) -> None:
    """The pages would come from outside of what was reviewed."""
    (campaign / folder).mkdir(exist_ok=True)
    (campaign / folder).rename(tmp_path / "elsewhere")
    (campaign / folder).symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    assert f"{folder}:1: file-kind-odd: is {LINK}; {ONLY}" in told(campaign)


@POSIX_ONLY
def test_a_second_name_of_a_file_is_told(campaign: Path, tmp_path: Path) -> None:
    """A hard link looks like any file and shows what the other name holds."""
    (tmp_path / "secret.md").write_text("secret", encoding="utf-8")
    os.link(tmp_path / "secret.md", campaign / "docs/_data/notes.yml")
    assert told(campaign) == ["docs/_data/notes.yml:1: file-linked-twice: has 2 names (hard links), "
                              "so it may be a private file of this computer"]


@POSIX_ONLY
@pytest.mark.parametrize("name", ["aux.md", "COM1", "lpt9.tar.gz", "a:b", "x.", "x ", " x", "what?.txt", "line\nbreak"])
def test_names_that_windows_keeps_for_itself_are_told(campaign: Path, name: str) -> None:
    """On Windows, nobody could even take this project in."""
    (campaign / "docs/vi/.notes").mkdir()
    (campaign / "docs/vi/.notes" / name).write_text("", encoding="utf-8")
    shown = " ".join(part.strip() for part in name.splitlines()) if "\n" in name else name
    assert any(line.endswith(f"file-name-reserved: Windows cannot hold a file named “{shown}”") for line in told(campaign))


@POSIX_ONLY
@pytest.mark.parametrize("name", ["auxiliary.md", "con-voi.md", "nullify", "com.txt", "lpt", "a.b.c"])
def test_names_that_only_begin_alike_are_fine(campaign: Path, name: str) -> None:
    """`com` is no port, and a word may begin with one."""
    (campaign / "docs/vi/.notes").mkdir()
    (campaign / "docs/vi/.notes" / name).write_text("", encoding="utf-8")
    assert told(campaign) == []


@pytest.mark.parametrize(("one", "other"), [("map", "MAP"), ("ảnh", "a\u0309nh"), ("straße", "STRASSE")])
def test_names_that_are_one_on_other_systems_are_told(campaign: Path, one: str, other: str) -> None:
    """Git keeps both files; Windows and macOS only one."""
    folder = campaign / "docs/vi/.notes"
    folder.mkdir()
    for name in (one, other):
        (folder / name).write_text("", encoding="utf-8")
    lost = 2 - len(list(folder.iterdir()))  # a disk that keeps only one of the two leaves nothing to tell
    assert len([line for line in told(campaign) if ": file-name-collides: " in line]) == 1 - lost


FRONT = "---\ntitle: X\ndescription: X\ntype: notice\naudience: [everyone]\nsources: []\nreviewed: pending\n---\n\n# X\n\n"
HEAVY = {
    "a page of megabytes": "word " * 300_000,
    "quotes in quotes": ">" * 100_000 + " x",
    "lists in lists on one line": "- " * 100_000 + "x",
    "lists in lists on many lines": "\n".join("    " * level + "- x" for level in range(100)),
    "a hundred thousand links": "[a](index.md) " * 100_000,
    "links line by line": "- [a](index.md)\n" * 2_000,
    "a very long line": "x" * 50_000,
    "a very long paragraph": "word word\n" * 3_000,
    "brackets that never close": "[" * 2_000,
    "brackets inside each other": "[" * 400 + "]" * 400 + "(a)",
    "tags that never close": "<a" * 2_000,
    "braces that never close": " {#" * 1_000,
    "stars": "*a **b " * 700,
    "backticks of every length": "x".join("`" * length for length in range(1, 70)),
    "backslashes": "\\" * 4_000,
    "definitions that Python-Markdown reads inside each other": "word\n:   meaning\n" * 400,
    "headings": "## x\n\n" * 400,
    "an endless title in front matter": FRONT.replace("title: X", f"title: {'1:' * 200_000}x"),
}


@pytest.mark.parametrize("text", HEAVY.values(), ids=HEAVY)
def test_a_page_made_to_be_slow_is_told_once(campaign: Path, text: str) -> None:
    """It is not read any further, so that no pattern and no reader of Markdown works on it."""
    page = campaign / "docs/en/404.md"
    page.write_text(text if text.startswith("---") else FRONT + text + "\n", encoding="utf-8")
    found = [line for line in told(campaign) if line.startswith("docs/en/404.md:")]
    assert len(found) == 1 and (": page-too-much: " in found[0] or ": file-too-large: " in found[0]), found


def test_long_pages_that_are_too_much_together_are_told_once(campaign: Path) -> None:
    """Each keeps within the limits of one page; all of them would be read for minutes."""
    for number in range(3):
        text = FRONT + "\n\n".join(["không " * 200] * 120) + "\n"
        (campaign / f"docs/vi/cuu-giup/trang-{number}.md").write_text(text, encoding="utf-8")
    assert [line.split(": ")[:2] for line in told(campaign)] == [["docs/vi/cuu-giup/trang-2.md:1", "pages-too-much"]]


@pytest.mark.parametrize(("name", "text", "rule"), [
    ("docs/_data/sources.yml", "".join(f"s-{number}: {{}}\n" for number in range(2_000)), "data-mistakes-many"),
    ("docs/_data/glossary.yml", "".join(f"K {number}: x\n" for number in range(2_000)), "data-mistakes-many"),
    ("docs/_data/strings.yml", "".join(f"s{number}: 1\n" for number in range(2_000)), "yaml-number-unquoted"),
    ("docs/_data/synonyms.yml", "".join(f"s-{number}: [{'a,' * 60}]\n" for number in range(1_000)), "yaml-too-many"),
    ("docs/_data/moved.yml", "".join(f"a{number}.md: a{number + 1}.md\n" for number in range(2_001)), "moved-many"),
    ("docs/_data/moved.yml", "".join(f"a{number}.md: a{number + 1}.md\n" for number in range(2_000)), "moved-target-missing"),
    ("docs/_data/moved.yml", "".join(f"a{number}.md: a{(number + 1) % 2_000}.md\n" for number in range(2_000)), "moved-loop"),
    ("docs/_data/retired.yml", "a: " + "[" * 100_000, "yaml-too-deep"),
    ("docs/_data/glossary.yml", f"K: {'1 ' * 400_000}", "yaml-text-long"),
    ("docs/_data/strings.yml", f"k: {{vi: '{'a.b ' * 200_000}'}}", "yaml-text-long"),
    ("mkdocs.yml", "a: " + "{a: " * 100_000, "yaml-too-deep"),
])
def test_a_data_file_made_to_be_slow_is_told_in_a_line_or_two(campaign: Path, name: str, text: str, rule: str) -> None:
    """Whoever sends a thousand mistakes needs to hear of the first."""
    (campaign / name).write_text(text, encoding="utf-8")
    found = [line for line in told(campaign) if line.startswith(f"{name}:")]
    assert len(found) <= 2 and any(f": {rule}: " in line for line in found), found


@pytest.mark.parametrize(("name", "text", "rule"), [
    ("overrides/assets/a.css", "\n" * 900_000 + "@import 'a.css';", "theme-code-refused"),
    ("overrides/assets/a.js", "/*\n" * 300_000 + "eval('')", "theme-code-refused"),
    ("overrides/a.html", "<!--\n" * 180_000 + "<iframe>", "theme-code-refused"),
    ("overrides/b.html", "{#\n" * 300_000 + "<iframe>", "theme-code-refused"),
    ("requirements.txt", "a==1" + " " * 900_000 + "b\n-r c", "requirement-unpinned"),
])
def test_a_file_made_to_be_slow_is_read_to_its_end(campaign: Path, name: str, text: str, rule: str) -> None:
    """Blank lines and comments that nobody ends are read once, and hide nothing behind them."""
    (campaign / name).parent.mkdir(parents=True, exist_ok=True)
    (campaign / name).write_text(text, encoding="utf-8", newline="")
    assert [line.split(": ")[1] for line in told(campaign) if line.startswith(f"{name}:")] == [rule]


def test_a_tree_of_folders_without_end_is_told_at_its_top(campaign: Path) -> None:
    """What lies in a folder that is too deep has the same fault."""
    folder = campaign / "docs/vi" / "/".join(["aa"] * 60)
    folder.mkdir(parents=True)
    (folder / "x.md").write_text("x", encoding="utf-8")
    assert [line.split(":")[0].count("/aa") for line in told(campaign) if ": file-path-long: " in line] == [48]


def test_a_list_of_pages_without_end_is_told_once(campaign: Path) -> None:
    """For each page of nav, the nearest name is looked for."""
    settings = campaign / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8").replace("  - index.md\n", "  - index.md\n" + "  - x.md\n" * 10_001)
    settings.write_text(text, encoding="utf-8")
    assert told(campaign) == ["mkdocs.yml:9: settings-nav-long: nav lists more than 10000 pages"]


def test_a_folder_without_end_is_told_and_nothing_else_is_looked_at(campaign: Path) -> None:
    """Nobody wrote that many files; each further check would go through all of them."""
    (campaign / "docs/vi/bao-cao").mkdir(exist_ok=True)
    for number in range(20_000):
        (campaign / f"docs/vi/bao-cao/{number}.txt").write_bytes(b"")
    rules = [finding.rule for finding in check_source(read_project(campaign), date(2026, 5, 5))]
    assert rules == ["folder-crowded"]


@pytest.mark.parametrize("line", ["hooks: [docs/assets/x.py]", "INHERIT: ../other.yml", "site_author: !!python/name:os.system"])
def test_a_preview_does_not_begin_with_settings_that_were_refused(campaign: Path, monkeypatch, capsys, line: str) -> None:
    """MkDocs would run what they name as soon as it reads them."""
    settings = campaign / "mkdocs.yml"
    settings.write_text(f"{line}\n{settings.read_text(encoding='utf-8')}", encoding="utf-8")
    monkeypatch.setattr(generator, "preview", lambda *_: pytest.fail("MkDocs was started"))
    assert cli.main(["preview", "--root", str(campaign)]) == 1
    assert capsys.readouterr().out.startswith("mkdocs.yml:1: ")
