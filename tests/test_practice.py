"""What guided help, quizzes and scenarios promise: steps are told as they hang together, and none of the files must be there."""

import shutil
from datetime import date
from pathlib import Path

from scripts.build.tokens.renderer import TokenRenderer
from scripts.checks.report import as_text
from scripts.checks.source import check_source
from scripts.facts.place import Place
from scripts.facts.project import Project, read_project
from scripts.facts.practice.steps import Choice, Step, before, longest, reached, returning
from scripts.facts.pages.tokens import parse_token

OVERRIDES = Path(__file__).parents[1] / "overrides"
HERE = Place("x.yml")


def way(**leads: str) -> dict[str, Step]:
    """Returns steps: `way(a="b c")` has a step `a` with choices that lead to b and c."""
    return {id: Step(id, HERE, tuple(Choice({}, HERE, to=to) for to in ends.split())) for id, ends in leads.items()}


def renderer(project: Project, path: str) -> TokenRenderer:
    """Returns a renderer that is at work on a page."""
    made = TokenRenderer(project, OVERRIDES)
    made.page = project.by_path[path]
    return made


def test_steps_are_told_as_they_hang_together() -> None:
    """What is reached, the longest way, and which steps are right before another."""
    steps = way(a="b c", b="d", c="d", d="e", e="", alone="e")
    assert reached(steps) == {"a", "b", "c", "d", "e"}
    assert [longest(steps)[0], *longest(steps)[2:]] == ["a", "d", "e"]
    assert [step.id for step in before("d", steps)] == ["b", "c"]
    assert returning(steps) == []


def test_a_circle_is_told_where_it_closes() -> None:
    """Also one of a single step; a choice that leads nowhere closes none."""
    assert returning(way(a="b nowhere", b="c", c="b")) == [("c", "b")]
    assert returning(way(a="a")) == [("a", "a")]
    assert reached({}) == set() and longest({}) == []


def test_a_long_way_takes_no_long_time_and_no_deep_memory() -> None:
    """Ten thousand steps in a row, as somebody could send in."""
    steps = way(**{f"s{at}": f"s{at + 1} s{at + 2}" for at in range(10_000)})
    assert len(reached(steps)) == len(longest(steps)) == 10_000


def test_a_campaign_needs_none_of_it(campaign: Path) -> None:
    """Without the files, and with folders that are empty, nothing is missing."""
    (campaign / "docs/_data/guided-help.yml").unlink()
    shutil.rmtree(campaign / "docs/_data/quizzes")
    (campaign / "docs/_data/scenarios/old-boat.yml").unlink()
    project = read_project(campaign)
    assert as_text(check_source(project, date(2026, 5, 5))) == ""
    assert project.practice.core_items() == []


def test_what_does_not_fit_is_left_out_and_told_once(campaign: Path) -> None:
    """A story with a fault is not half shown; the rest is there."""
    (campaign / "docs/_data/scenarios/old-boat.yml").write_text("help: []\n", encoding="utf-8")
    (campaign / "docs/_data/guided-help.yml").write_text("in-the-water: {questions: {}}\n", encoding="utf-8")
    project = read_project(campaign)
    assert project.practice.scenarios == {} and list(project.practice.quizzes) == ["river"]
    assert [found.rule for found in check_source(project, date(2026, 5, 5))] == ["field-missing", "field-mistyped", "guide-danger-late"]


def test_a_token_alone_becomes_the_practice_and_in_a_sentence_stays(campaign: Path) -> None:
    """Every text in the page's language, numbers from the registry, links from the page at hand."""
    found = renderer(read_project(campaign), "docs/en/cuu-giup/index.md")
    guide = found.html(parse_token("guide:in-the-water"), True)
    assert 'href="tel:119"' in guide and 'href="nguoi-roi-xuong-nuoc.html"' in guide and "Is anybody in the water?" in guide
    assert 'href="tel:119"' in found.html(parse_token("scenario:old-boat"), True)
    assert found.html(parse_token("quizzes:core=true"), True).count("<details") == 2
    assert found.html(parse_token("quiz:river"), True).count("<details") == 4
    assert [found.html(parse_token(token), False) for token in ("guide:in-the-water", "quiz:river", "scenario:old-boat")] == [None] * 3


def test_texts_of_the_files_are_words_and_never_markup(campaign: Path) -> None:
    """A contributor writes words; an angle bracket is an angle bracket."""
    quiz = campaign / "docs/_data/quizzes/river.yml"
    quiz.write_text(quiz.read_text(encoding="utf-8").replace("en: A raincoat\n", 'en: "<script>x</script>"\n'), encoding="utf-8")
    shown = renderer(read_project(campaign), "docs/en/index.md").html(parse_token("quiz:river"), True)
    assert "<script>" not in shown and "&lt;script&gt;" in shown


def test_a_page_knows_the_contacts_inside_what_it_shows(campaign: Path) -> None:
    """So that it says since when these numbers are known to be right."""
    page = campaign / "docs/en/cuu-giup/index.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n[[guide:in-the-water]]\n\n[[quizzes:core=true]]\n", encoding="utf-8")
    project = read_project(campaign)
    shown = project.contacts_on(project.by_path["docs/en/cuu-giup/index.md"])
    assert set(shown) == {"river-rescue-119", "boat-office"}
