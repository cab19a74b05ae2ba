"""Shows how sure the judge is before it calls an address broken, on a simulated clock."""

from datetime import date, timedelta
from random import Random

import pytest

from scripts.checks.network.addresses import Harm, Outside
from scripts.checks.network.answers import Answer, Hop, Text
from scripts.checks.network.history import Memory, load, written
from scripts.checks.network.judge import BROKEN, CHANGED, MOVED, OK, UNSURE, Case, judge, wants_sibling
from scripts.checks.network.limits import LIMITS
from tests.network.pages import words

START = date(2026, 1, 1)
ADDRESS = "https://line.vn/help"
PAGE = Answer(ADDRESS, ADDRESS, status=200, kind="text/html", size=900,
              text=Text("Đường dây trẻ em", "Đường dây", "vi", 120, words(120)))
DEAD = [Answer(ADDRESS, ADDRESS, status=404), Answer(ADDRESS, ADDRESS, status=500), Answer(ADDRESS, ADDRESS, trouble="host-unknown"),
        Answer(ADDRESS, ADDRESS, trouble="refused"), Answer(ADDRESS, ADDRESS, trouble="certificate-expired")]


def outside(address: str = ADDRESS, harm: Harm = Harm.CITED, registry: bool = False) -> Outside:
    """Returns an address that nothing in particular wrote."""
    return Outside(address, harm, (), registry=registry)


def days(answers: list[Answer]) -> list[str]:
    """Returns the states of an address that gives these answers, one a day; the history goes through its file each day."""
    memory, states = Memory(), []
    for number, answer in enumerate(answers):
        verdict, memory = judge(Case(outside(), answer, memory), START + timedelta(days=number))
        states.append(verdict.state)
    return states


@pytest.mark.parametrize("dead", DEAD, ids=lambda answer: answer.trouble or str(answer.status))
def test_a_dead_address_is_reported_within_eight_days(dead: Answer) -> None:
    """Never on the first day, and at the latest on the eighth daily run."""
    states = days([PAGE] * 5 + [dead] * 10)
    first = states.index(BROKEN) - 4
    assert 3 <= first <= 8
    assert set(states[5:4 + first]) == {UNSURE} and set(states[4 + first:]) == {BROKEN}


def test_a_thousand_flaky_hosts_are_hardly_ever_called_broken() -> None:
    """Each fails one day in five, all tries of that day together, for sixty daily runs: at most 1 % ever gets called broken."""
    random = Random(2026)
    wrong = sum(BROKEN in days([random.choice(DEAD) if random.random() < 0.2 else PAGE for _ in range(60)]) for _ in range(1000))
    assert wrong <= 10


def test_a_thousand_hosts_that_drop_requests_are_hardly_ever_called_broken() -> None:
    """Each request fails one time in five, and a run tries three times."""
    random = Random(2027)

    def answer() -> Answer:
        return DEAD[3] if all(random.random() < 0.2 for _ in range(LIMITS.tries)) else PAGE

    assert sum(BROKEN in days([answer() for _ in range(30)]) for _ in range(1000)) <= 10


def test_many_looks_on_one_day_count_once() -> None:
    """Somebody who runs the check all afternoon proves nothing about the week."""
    memory = Memory()
    for _ in range(30):
        verdict, memory = judge(Case(outside(), DEAD[0], memory), START)
    assert (verdict.state, verdict.waiting, memory.failures) == (UNSURE, True, 1)


def test_one_success_ends_the_count() -> None:
    """A week of trouble with one good day in it is not a dead address."""
    assert BROKEN not in days(([DEAD[1]] * 6 + [PAGE]) * 4)


def test_being_kept_out_neither_ends_the_count_nor_adds_to_it() -> None:
    """A wall for robots says nothing about the page behind it."""
    wall = Answer(ADDRESS, ADDRESS, status=403)
    assert days([DEAD[0]] * 6 + [wall] * 3 + [DEAD[0]]) == [UNSURE] * 9 + [BROKEN]
    assert set(days([wall] * 60)) == {UNSURE}


def test_slow_is_never_called_broken() -> None:
    """A block for visitors from abroad looks just like this from outside."""
    assert set(days([Answer(ADDRESS, ADDRESS, trouble="timeout")] * 60)) == {UNSURE}


def test_the_history_lives_through_its_file() -> None:
    """What is written and read again each day leads to the same verdict."""
    memories = {ADDRESS: Memory()}
    for number in range(7):
        verdict, memory = judge(Case(outside(), DEAD[0], memories[ADDRESS]), START + timedelta(days=number))
        memories, wrong = load(written({ADDRESS: memory}))
        assert not wrong
    assert (verdict.state, verdict.since, verdict.failures) == (BROKEN, START, 7)


def test_a_move_is_told_until_somebody_writes_the_new_address() -> None:
    """It stays fine to read meanwhile, and the day on which it began is kept."""
    there = "https://line.vn/new"
    moved = Answer(ADDRESS, there, (Hop(ADDRESS, 301),), 200, kind="text/html", size=9, text=PAGE.text)
    first, memory = judge(Case(outside(), moved), START)
    later, memory = judge(Case(outside(), moved, memory), START + timedelta(days=7))
    assert (first.state, later.state, later.target, later.since) == (MOVED, MOVED, there, START)
    assert not memory.doubtful
    fine, memory = judge(Case(outside(), PAGE, memory), START + timedelta(days=14))
    assert (fine.state, memory.trouble, memory.since) == (OK, "", "")


def test_a_change_stays_until_a_person_has_looked() -> None:
    """The page before is remembered, so that the new one isn't taken for granted next week."""
    _, memory = judge(Case(outside(registry=True), PAGE), START)
    other = Answer(ADDRESS, ADDRESS, status=200, kind="text/html", size=9, text=Text("Cheap shoes", "", "en", 120, words(120, "en")))
    for week in range(1, 9):
        verdict, memory = judge(Case(outside(registry=True), other, memory), START + timedelta(weeks=week))
        assert (verdict.state, verdict.reason) == (CHANGED, "title-language-other")
    assert judge(Case(outside(registry=True), other, Memory()), START)[0].state == OK  # looked at, and forgotten


def test_a_made_up_address_is_asked_only_when_there_is_something_to_learn() -> None:
    """A page that is as it was costs its host no second visit."""
    _, memory = judge(Case(outside(), PAGE), START)
    assert wants_sibling(Case(outside(), PAGE))
    assert not wants_sibling(Case(outside(), PAGE, memory))
    assert not wants_sibling(Case(outside(), DEAD[0]))
