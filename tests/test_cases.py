"""Runs the cases below `cases/source`, `cases/built` and `cases/finished`: one file is a small project and its exact findings.

A case changes the made-up campaign (`tests/campaign`) and says, word for word, what the checks
must then tell. Adding a case needs no Python:

    about: why this matters, in a sentence
    today: 2026-11-22                     (optional)
    release: true                         (optional; what has grown old is an error then)
    files:   {path: new text}             (optional; `null` removes the file)
    change:  {path: {old: new}}           (optional; `old` must stand in the file)
    bytes:   {path: hexadecimal}          (optional; for files that are not text)
    built:   {address: {old: new}}        (only below cases/built and cases/finished; changes the built pages)
    whole:   true                         (optional, below cases/built; tells of files that the build does not make, too)
    findings: the whole text of the report
"""

import shutil
import unicodedata
import zipfile
from datetime import date
from pathlib import Path

import pytest
import yaml

from scripts.build.headers import with_policy
from scripts.checks.built import check_built
from scripts.checks.built.site import made
from scripts.checks.built.files.tree import read_tree
from scripts.checks.finished import check_finished
from scripts.checks.report import as_text, in_order
from scripts.checks.rules import rules
from scripts.checks.source import check_source
from scripts.facts.served import POLICY
from scripts.facts.project import Project, read_project
from tests.plain_site import write_plain_site

CASES = Path(__file__).parent / "cases"
CAMPAIGN = Path(__file__).parent / "campaign"
TODAY = date(2026, 5, 5)


def cases(stage: str) -> list:
    """Returns the case files of a stage as test parameters."""
    paths = sorted((CASES / stage).rglob("*.yml"))
    return [pytest.param(path, id=path.relative_to(CASES).with_suffix("").as_posix()) for path in paths]


def changed(case: dict, root: Path) -> None:
    """Applies a case to a copy of the campaign."""
    for name, text in (case.get("files") or {}).items():
        _write(root / name, text)
    for name, swaps in (case.get("change") or {}).items():
        _change(root / name, swaps)
    for name, digits in (case.get("bytes") or {}).items():
        (root / name).write_bytes(bytes.fromhex(digits))


def _write(path: Path, text: str | None) -> None:
    if text is None:
        shutil.rmtree(path) if path.is_dir() else path.unlink()
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")


def _change(path: Path, swaps: dict[str, str]) -> None:
    path.write_text(_swapped(path.name, path.read_text(encoding="utf-8"), swaps), encoding="utf-8", newline="")


def _swapped(name: str, text: str, swaps: dict[str, str]) -> str:
    for old, new in swaps.items():
        assert old in text, f"the case changes “{old}”, which {name} does not hold"
        text = text.replace(old, new, 1)
    return text


def built(case: dict, project: Project, site: Path) -> Path:
    """Returns the plain site with what a case builds otherwise: a folder, or a zip for names that some disks take for one."""
    write_plain_site(project, site, policed=False)
    files = {path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in site.rglob("*") if path.is_file()}
    for address, swaps in (case.get("built") or {}).items():
        if swaps is None:
            files = {name: text for name, text in files.items() if name != address and not name.startswith(f"{address}/")}
        else:
            files[address] = swaps if isinstance(swaps, str) else _swapped(address, files[address], swaps)
    files = {name: text if POLICY in text else with_policy(text) for name, text in files.items()}
    alike = len({unicodedata.normalize("NFC", name).casefold() for name in files}) < len(files)
    return (_packed if alike else _laid_out)(files, site)


def _packed(files: dict[str, str], site: Path) -> Path:
    with zipfile.ZipFile(site.with_suffix(".zip"), "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return site.with_suffix(".zip")


def _laid_out(files: dict[str, str], site: Path) -> Path:
    shutil.rmtree(site)
    for name, text in files.items():
        _write(site / name, text)
    return site


@pytest.mark.parametrize("path", cases("source"))
def test_source_case(path: Path, campaign: Path) -> None:
    """The sources of a case give exactly its findings."""
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    changed(case, campaign)
    today = case.get("today") or TODAY
    found = in_order(check_source(read_project(campaign, today), today, case.get("release", False)))
    assert as_text(found) == (case["findings"] or "")


@pytest.mark.parametrize("path", cases("built"))
def test_built_case(path: Path, campaign: Path) -> None:
    """The built pages of a case give exactly its findings."""
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    changed(case, campaign)
    project = read_project(campaign, case.get("today") or TODAY)
    tree = read_tree(built(case, project, campaign / "site"))
    more = made.check(project, tree) if case.get("whole") else ()
    assert as_text(in_order([*check_built(project, tree), *more])) == (case["findings"] or "")


@pytest.mark.parametrize("path", cases("finished"))
def test_finished_case(path: Path, campaign: Path) -> None:
    """The finished files of a case give exactly its findings."""
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    place = built(case, read_project(campaign), campaign / "site")
    assert as_text(in_order(check_finished(campaign, place))) == (case["findings"] or "")


def test_the_campaign_itself_has_no_findings() -> None:
    """What the cases change is clean to begin with."""
    project = read_project(CAMPAIGN)
    assert as_text(in_order(check_source(project, TODAY))) == ""


def test_every_rule_has_a_case() -> None:
    """A rule that nothing proves could be dead, or say something else than it means."""
    shown = "".join(path.read_text(encoding="utf-8") for path in CASES.rglob("*.yml"))
    proved_elsewhere = {"file-too-large", "generator-warning", "build-running", "build-not-written", "page-exists", "file-unreadable",
                        "copy-checksums-missing", "copy-zim-unmade", "copy-file-unlisted", "picture-code-unread", "finished-program-missing", "copy-checksum-malformed", "copy-file-missing", "copy-file-changed",
                        "file-linked-twice", "file-name-collides", "file-name-reserved", "folder-crowded", "pages-too-much",
                        "data-mistakes-many", "findings-left-out", "settings-nav-long", "moved-many", "yaml-too-many", "picture-large", "history-unreadable",
                        "yaml-text-long", "file-kind-odd", "copy-damaged", "copy-name-outside", "copy-name-repeated", "copy-entry-odd",
                        "copy-entry-closed", "copy-comment-hidden", "copy-too-large", "finished-file-garbled",
                        "built-frame-differs", "copy-label-differs"}  # test_unopened, test_remaking, test_zim
    missing = [rule for rule in rules() if f": {rule}" not in shown and rule not in proved_elsewhere]
    assert missing == []
