"""Shows that the history is small, steady and strict."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from scripts.checks.network.answers import Answer
from scripts.checks.network.history import Memory, load, written
from scripts.checks.network.judge import Case, judge
from tests.network.test_judge import PAGE, START, outside

SAMPLE = {"https://b.vn/": Memory(fine="2026-01-01", title="Trang “B”", language="vi", words=80, kind="text/html"),
          "https://a.vn/": Memory(trouble="gone", since="2026-01-02", last="2026-01-03", failures=2)}


def test_what_is_written_is_what_is_read() -> None:
    """In order of the addresses, one a line, and without what is not known."""
    text = written(SAMPLE)
    assert load(text) == (SAMPLE, [])
    assert text == written(dict(reversed(SAMPLE.items())))
    assert text.splitlines()[1] == ('  "https://a.vn/": {"trouble": "gone", "since": "2026-01-02", "last": "2026-01-03", "failures": 2},')
    assert text.count("\n") == 4
    assert load(written({})) == ({}, [])


@pytest.mark.parametrize("text, line, reason", [
    ("[]", 1, "the file is not a mapping"),
    ('{\n  "https://a.vn/": []\n}', 2, "an address has no mapping"),
    ('{\n"https://a.vn/": {"trouble": "gone"},\n"https://b.vn/": {"mood": "bad"}\n}', 3, "no field is called mood"),
    ('{\n"https://a.vn/": {"failures": "2"}\n}', 2, "failures is not a number"),
    ('{\n"https://a.vn/": {"failures": true}\n}', 2, "failures is not a number"),
    ('{\n"https://a.vn/": {"failures": -1}\n}', 2, "failures is less than nothing"),
    ('{\n"https://a.vn/": {"title": null}\n}', 2, "title is not a text"),
    ('{\n"https://a.vn/": {"since": "yesterday"}\n}', 2, "since is not a day (YYYY-MM-DD)"),
    ('{"a": {}, "a": {}}', 1, "a stands there twice"),
    ('{"a": {},\n}', 1, None),
    ("<<<<<<< HEAD\n{}", 1, None),
    ("", 1, None),
    ("[" * 100_000, 1, None),
])
def test_a_history_that_was_bent_is_told_and_not_used(text: str, line: int, reason: str | None) -> None:
    """A merge gone wrong must not make a dead address young again, unseen."""
    memories, findings = load(text)
    assert memories == {} and [found.rule for found in findings] == ["link-history-malformed"]
    assert abs(findings[0].place.line - line) <= 1
    if reason:
        assert dict(findings[0].values)["reason"] == reason and findings[0].place.line == line


def test_a_quiet_week_changes_few_lines() -> None:
    """Of 150 addresses that all work, a weekly run writes down about one in eleven again, and none of them early."""
    every = [f"https://host{number}.vn/page" for number in range(150)]
    memories, changed = {address: Memory() for address in every}, []
    for week in range(53):
        before, today = written(memories).splitlines(), START + timedelta(weeks=week)
        memories = {address: judge(Case(outside(address), _page(address), memory), today)[1] for address, memory in memories.items()}
        changed.append(sum(one != two for one, two in zip(before, written(memories).splitlines())))
    assert changed[:9] == [150] + [0] * 8
    assert sum(changed[1:]) / 52 < 18
    assert all(START + timedelta(weeks=52) - date.fromisoformat(memory.fine) <= timedelta(days=98) for memory in memories.values())


def test_a_page_that_breathes_changes_no_line() -> None:
    """A few words more or less are what pages do."""
    _, memory = judge(Case(outside(), PAGE), START)
    for words in (100, 140, 120):
        longer = replace(PAGE, text=replace(PAGE.text, words=words))
        assert judge(Case(outside(), longer, memory), START + timedelta(days=7))[1] == memory


def _page(address: str) -> Answer:
    return replace(PAGE, address=address, final=address)
