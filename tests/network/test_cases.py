"""Runs the cases below `cases/network`: what addresses answered, what was remembered, and the exact findings.

A case changes the made-up campaign as `tests/test_cases.py` says, and adds:

    history:  {address: {field of Memory: value}}   (optional)
    answers:  {address: {field of Answer: value}}   (others are fine; `text` holds fields of Text, `hops` pairs)
"""

import json
from dataclasses import fields
from datetime import date
from pathlib import Path

import pytest
import yaml

from scripts.checks.network import history, report
from scripts.checks.network.addresses import addresses
from scripts.checks.network.answers import Answer, Hop, Text
from scripts.checks.network.history import Memory
from scripts.checks.network.judge import Case, judge
from scripts.checks.network.survey import Survey
from scripts.checks.report import as_text, in_order
from scripts.facts.project import read_project
from tests.test_cases import cases, changed

FINE = {"status": 200, "kind": "text/html", "size": 5000, "text": {"title": "A page", "words": 300, "language": "en"}}


def answer(address: str, said: dict) -> Answer:
    """Returns the answer that a case describes."""
    told = {**FINE, **said} if "trouble" not in said else said
    text = Text(**{**told.get("text", {}), "anchors": frozenset(told.get("text", {}).get("anchors", ()))})
    plain = {name: value for name, value in told.items() if name in {field.name for field in fields(Answer)}}
    return Answer(**{**plain, "address": address, "final": told.get("final", address), "text": text,
                     "hops": tuple(Hop(*pair) for pair in told.get("hops", ()))})


@pytest.mark.parametrize("path", cases("network"))
def test_network_case(path: Path, campaign: Path) -> None:
    """The answers of a case give exactly its findings."""
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    changed(case, campaign)
    today = case.get("today") or date(2026, 5, 7)
    remembered = case.get("history") or {}
    text = remembered if isinstance(remembered, str) else json.dumps(remembered, default=str)
    memories, wrong = history.load(text)
    verdicts = [judge(Case(outside, answer(outside.address, (case.get("answers") or {}).get(outside.address, {})),
                           memories.get(outside.address, Memory())), today)[0] for outside in addresses(read_project(campaign))]
    left = case.get("unvisited", 0)
    found = [*wrong, *report.findings(Survey(tuple(verdicts[left:]), memories, left))]
    assert as_text(in_order(found)) == (case["findings"] or "")
