"""Tests, line by line, what the look for typed numbers tells of a text and what it lets pass.

The lines stand in `cases/lines/*.yml`, each with exactly what is told of it, those of data files in `cases/lines/data/*.yml`
with the fields that they fill; the registry is a made-up one that has the numbers that every Vietnamese reader knows, so
that the lines can be read aloud.
"""

import shutil
from pathlib import Path

import pytest
import yaml

from scripts.checks.report import in_order
from scripts.checks.source import numbers
from scripts.checks.source.numbers.excerpts import Excerpt
from scripts.checks.source.numbers.hosts import Hosts, hosts
from scripts.checks.source.numbers.permits import Permits, permits
from scripts.facts.finding import Finding
from scripts.facts.place import Place, line_starts
from scripts.facts.project import read_project
from tests.conftest import CAMPAIGN

LINES = Path(__file__).parent / "cases" / "lines"
PAGE = Path("docs/vi/page.md")


@pytest.fixture(scope="module")
def registry(tmp_path_factory) -> tuple[Hosts, Permits]:
    """The campaign, with more contacts, retired numbers and permits."""
    root = tmp_path_factory.mktemp("lines") / "campaign"
    shutil.copytree(CAMPAIGN, root)
    for name in ("contacts", "retired", "allowed"):
        with (root / f"docs/_data/{name}.yml").open("a", encoding="utf-8") as file:
            file.write((LINES / f"registry/{name}.yml").read_text(encoding="utf-8"))
    project = read_project(root)
    assert not project.problems
    return hosts(project), permits(project)


def told(line: str, registry: tuple[Hosts, Permits]) -> list[str]:
    """Returns what is told of a text: line, rule, and the values that its wording says."""
    found = numbers.search(Excerpt(line, Place(PAGE.as_posix()), lines=line_starts(line)), *registry)
    return [f"{one.place.line} {_said(one)}" for one in in_order(found)]


def told_of_data(line: str, field: dict, registry: tuple[Hosts, Permits]) -> list[str]:
    """Returns what is told of a text in a field of a data file, or of a page's front matter: rule and values."""
    place = Place(f"docs/_data/{field['file']}.yml" if "file" in field else PAGE.as_posix())
    return [_said(one) for one in in_order(numbers.search(Excerpt(line, place, **field), *registry))]


def _said(one: Finding) -> str:
    return " ".join((one.rule, *(value or "–" for _, value in one.values)))


@pytest.mark.parametrize("path", sorted(LINES.glob("*.yml")), ids=lambda path: path.stem)
def test_lines(path: Path, registry: tuple[Hosts, Permits]) -> None:
    """Of each line exactly this is told, and of the others nothing."""
    cases = yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    other = {line: now for line, right in cases.items() if (now := told(line, registry)) != (right or [])}
    assert other == {}


@pytest.mark.parametrize("path", sorted((LINES / "data").glob("*.yml")), ids=lambda path: path.stem)
def test_lines_of_data_files(path: Path, registry: tuple[Hosts, Permits]) -> None:
    """The same words are judged by the field that they fill."""
    cases = yaml.safe_load(path.read_text(encoding="utf-8"))
    other = {line: now for case in cases for line, right in case["lines"].items()
             if (now := told_of_data(line, case["in"], registry)) != (right or [])}
    assert other == {}


def test_a_page_of_digits_is_told_once(registry: tuple[Hosts, Permits]) -> None:
    """Thousands of digits without a word are one finding; as many signs, or fewer digits, are looked at like any text."""
    digits = "1 3 " * 1100
    assert told(f"Gọi 113 nhé\n{digits}\nrồi gọi 115", registry) == [
        f"1 number-unregistered {digits[:59]}… … –", "1 page-short-code-typed 113 police", "3 page-short-code-typed 115 ambulance"]
    assert told("= " * 2000 + "11=3 nhé", registry) == ["1 page-short-code-typed 11=3 police"]
    assert told("1 3 " * 900, registry)[0].startswith("1 page-number-typed 1 3 1 3")
    row = "1 3 " * 500
    assert told(row + "1" + ")" * 2000, registry) == [f"1 number-unregistered {digits[:59]}… … –"]
    for less in (row + "1" + ")" * 1999, row + ")" * 2001):  # a sign less, a digit less
        assert told(less, registry)[0].startswith("1 page-number-typed 1 3 1 3")
