"""Prepares guided help, quizzes and scenarios for the templates: plain values, in one language, nothing left to decide.

`tell` knows the page at hand: it turns a text into HTML, a page into a link, a contact into a number.
"""

from typing import Protocol

from markupsafe import Markup

from ..facts.practice.guides import Guide
from ..facts.practice.quizzes import LETTERS, Item
from ..facts.practice.scenarios import Scenario, Scene
from ..facts.practice.steps import Choice, Steps, before


class Teller(Protocol):
    """What a view asks of the page that it is made for."""

    def said(self, words: dict) -> Markup:
        """Returns a text in the page's language, its tokens rendered."""

    def link(self, pair: str) -> dict:
        """Returns the address and the title of a page, as the page at hand links to it."""

    def called(self, id: str) -> dict:
        """Returns a contact in the page's language."""

    def named(self, tactic: str) -> str:
        """Returns the name of a tactic in the page's language."""


def guide_view(guide: Guide, tell: Teller) -> list[dict]:
    """Returns the questions of a guide in order, each with the links that answer it."""
    number = _numbers(guide.steps)
    return [{"id": question.id, "number": number[question.id], "ask": tell.said(question.ask),
             "hint": tell.said(question.hint), "answers": [_choice(choice, number, tell) for choice in question.choices],
             "before": [step.id for step in before(question.id, guide.steps)]}
            for question in guide.steps.values()]


def scenario_view(scenario: Scenario, tell: Teller) -> list[dict]:
    """Returns the scenes of a story in order, each with its choices and a page that helps in earnest."""
    number = _numbers(scenario.steps)
    return [_scene(scene, scenario, number, tell) for scene in scenario.steps.values()]


def _scene(scene: Scene, scenario: Scenario, number: dict[str, int], tell: Teller) -> dict:
    forks = [{"id": step.id, "number": number[step.id], "name": tell.said(step.name)}
             for step in before(scene.id, scenario.steps)] if scene.ending else []
    return {"id": scene.id, "number": number[scene.id], "ending": scene.ending.replace("-", "_"), "forks": forks,
            "name": tell.said(scene.name), "text": tell.said(scene.text), "says": tell.said(scene.says),
            "why": tell.said(scene.why), "do": tell.said(scene.do), "tactic": tell.named(scene.tactic),
            "choices": [_choice(choice, number, tell) for choice in scene.choices],
            "help": tell.link(scene.help or scenario.help)}


def quiz_view(items: list[Item], tell: Teller) -> list[dict]:
    """Returns questions in order, each with its lettered choices and the ids of its neighbours."""
    ids = [item.id for item in items]
    return [{"id": item.id, "number": at + 1, "ask": tell.said(item.ask), "options": _options(item, tell),
             "before": ids[at - 1] if at else "", "next": ids[at + 1] if at + 1 < len(ids) else ""}
            for at, item in enumerate(items)]


def _options(item: Item, tell: Teller) -> list[dict]:
    return [{"letter": letter, "say": tell.said(option.say), "why": tell.said(option.why), "right": option.right}
            for letter, option in zip(LETTERS, item.options)]


def _numbers(steps: Steps) -> dict[str, int]:
    """Returns the number of each step, which the choices on paper point to."""
    return {id: number for number, id in enumerate(steps, 1)}


def _choice(choice: Choice, number: dict[str, int], tell: Teller) -> dict:
    return {"say": tell.said(choice.say), "to": choice.to, "number": number.get(choice.to),
            "page": tell.link(choice.page) if choice.page else None,
            "contact": tell.called(choice.contact) if choice.contact else None}
