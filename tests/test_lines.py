"""Tests, line by line, what the look for typed numbers tells of a text and what it lets pass.

The lines stand in `cases/lines/*.yml`, each with exactly what is told of it; the registry is a made-up one that has
the numbers that every Vietnamese reader knows, so that the lines can be read aloud.
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
    return [" ".join((str(one.place.line), one.rule, *(value or "–" for _, value in one.values))) for one in in_order(found)]


@pytest.mark.parametrize("path", sorted(LINES.glob("*.yml")), ids=lambda path: path.stem)
def test_lines(path: Path, registry: tuple[Hosts, Permits]) -> None:
    """Of each line exactly this is told, and of the others nothing."""
    cases = yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    other = {line: now for line, right in cases.items() if (now := told(line, registry)) != (right or [])}
    assert other == {}
