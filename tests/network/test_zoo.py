"""Looks at the zoo: every way a server behaves gets the state that an honest check must give it."""

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timezone
from random import Random

import pytest

from scripts.checks.network.client import client
from scripts.checks.network.judge import STATES, Verdict
from scripts.checks.network.limits import LIMITS
from scripts.checks.network.survey import Survey, survey
from tests.network.animals import ANIMALS, ELSEWHERE, Animal
from tests.network.behaviours import decent
from tests.network.certificates import Certificates
from tests.network.server import Behaviour, LoopbackResolver, Visit, Web

TODAY = date(2026, 5, 7)
NOW = datetime(2026, 5, 7, tzinfo=timezone.utc)
AGENT = "zoo-link-check/1.0 (+https://zoo.example/)"
QUICK = replace(LIMITS, pause=0.2, hosts=40, connect=2, read=2.5, total=9, bytes=200_000, unpacked=800_000)
HURRY = 20  # pauses are this many times shorter than the client thinks
SIBLING = 16  # letters of the made-up names beside an address


async def sleep(seconds: float) -> None:
    """Sleeps a little, where the client would sleep long."""
    await asyncio.sleep(seconds / HURRY)


def knowing_only(usual: Behaviour, everywhere: bool = False) -> Behaviour:
    """Returns a behaviour that knows nothing of made-up addresses, as a decent server does, unless it is so `everywhere`."""

    async def behaviour(visit: Visit) -> None:
        name = visit.path.rsplit("/", 1)[-1].split(".")[0]
        made_up = len(name) == SIBLING and not set(name) & set("aeiouy-")
        await (visit.say(404) if made_up and not everywhere else usual(visit))

    return behaviour


@pytest.fixture(scope="module")
def web() -> Iterator[Web]:
    """The zoo, open for visitors from this machine."""
    hosts = {animal.host: knowing_only(animal.behaviour, animal.everywhere) for animal in ANIMALS
             if animal.reason not in ("host-unknown", "host-private", "dns")}
    hosts.update({host: knowing_only(decent) for host in ELSEWHERE})
    certificates = Certificates(hosts)
    with Web(hosts, certificates.by_host) as open_web:
        open_web.trusted = certificates.trusted()
        yield open_web


@pytest.fixture(scope="module")
def looked(web: Web) -> Survey:
    """One walk round the whole zoo."""
    return asyncio.run(walk(web))


async def walk(web: Web) -> Survey:
    """Returns what a survey finds that visits every animal."""
    resolver = LoopbackResolver(web, {"printer-of-the-office.vn": "10.0.0.7"})
    async with client(AGENT, QUICK, Random(7), lambda: NOW, resolver=resolver, trusted=web.trusted, sleep=sleep) as asks:
        memories = {animal.address: animal.memory for animal in ANIMALS}
        return await survey([animal.outside for animal in ANIMALS], memories, asks, TODAY)


@pytest.fixture(scope="module")
def verdicts(looked: Survey) -> dict[str, Verdict]:
    """The verdict on each address."""
    return {verdict.outside.address: verdict for verdict in looked.verdicts}


@pytest.mark.parametrize("animal", ANIMALS, ids=[animal.name for animal in ANIMALS])
def test_every_animal_gets_its_state(animal: Animal, verdicts: dict[str, Verdict]) -> None:
    """The state and its reason are right."""
    verdict = verdicts[animal.address]
    assert (verdict.state, verdict.reason) == (animal.state, animal.reason), verdict


def test_the_zoo_is_large_and_has_every_state() -> None:
    """At least 45 behaviours, and several of each state."""
    assert len(ANIMALS) >= 45
    assert all(sum(animal.state == state for animal in ANIMALS) >= 4 for state in STATES)


def test_nearly_all_of_the_zoo_is_judged_right(verdicts: dict[str, Verdict]) -> None:
    """At least 95 in 100, the promise of the project; each miss has a failing test of its own."""
    right = sum(verdicts[animal.address].state == animal.state for animal in ANIMALS)
    assert right >= 0.95 * len(ANIMALS)


def test_no_host_is_asked_often(web: Web, looked: Survey) -> None:
    """Whatever a server does, a run asks it a few times in all."""
    # Two for each address and two for the made-up one beside it, tries and a chain of redirects on top.
    assert max(web.asked.values()) <= 2 * (QUICK.redirects + 2)


def test_every_request_says_who_asks_and_brings_no_cookie(web: Web, looked: Survey) -> None:
    """The name of the check goes along, and nothing that a server gave us."""
    assert {headers["user-agent"] for headers in web.headers} == {AGENT.lower()}
    assert not any("cookie" in headers or "referer" in headers for headers in web.headers)
