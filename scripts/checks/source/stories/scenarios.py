"""Checks scenarios: each story goes on to an end, has all three kinds of endings, and always offers real help."""

from collections.abc import Iterator
from datetime import date

from ....facts.finding import Finding, finding
from ....facts.practice.scenarios import ENDINGS, Scenario
from ....facts.project import Project
from ....facts.words.nearest import nearest
from .steps import faults_of, help_page

HELPING = ("help", "guided")  # the questions of a guide lead to help, too


def check(project: Project, today: date) -> Iterator[Finding]:
    """Yields scenes that lead nowhere, endings and help that are missing, and tactics that nobody named."""
    for scenario in project.practice.scenarios.values():
        yield from faults_of(scenario.steps)
        yield from _ended(scenario)
        yield from _tactics(scenario, project)
        for pair in scenario.helps():
            yield from help_page(pair, project, HELPING)


def _ended(scenario: Scenario) -> Iterator[Finding]:
    for scene in scenario.steps.values():
        if not scene.ending and not scene.choices:
            yield finding(scene.place, "step-choices-missing", step=scene.id)
    there = {scene.ending for scene in scenario.steps.values()}
    for kind in ENDINGS:
        if kind not in there:
            yield finding(scenario.place, "scenario-ending-missing", scenario=scenario.id, kind=kind)


def _tactics(scenario: Scenario, project: Project) -> Iterator[Finding]:
    if "campaign" not in project.data:
        return  # told once, as a file
    known = project.entries("tactics")
    for scene in scenario.steps.values():
        if known and scene.tactic and scene.tactic not in known:
            yield finding(scene.tactic.place, "scenario-tactic-unknown", tactic=scene.tactic, guess=nearest(scene.tactic, known))
