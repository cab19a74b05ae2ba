"""Shows that a survey fails as a whole only for a reason of its own, and then blames nobody."""

import asyncio
from dataclasses import replace
from datetime import date, datetime, timezone
from random import Random

import pytest

from scripts.checks.network.addresses import Harm, Outside
from scripts.checks.network.client import client
from scripts.checks.network.history import Memory
from scripts.checks.network.judge import OK, UNSURE
from scripts.checks.network.limits import Limits
from scripts.checks.network.survey import Survey, survey
from tests.network.pages import page
from tests.network.server import LoopbackResolver, Visit, Web
from tests.network.test_zoo import QUICK, sleep

TODAY = date(2026, 5, 7)


def surveyed(web: Web, addresses: list[str], memories: dict[str, Memory] | None = None, limits: Limits = QUICK, progress=None) -> Survey:
    """Returns the survey of a few addresses."""
    wanted = [Outside(address, Harm.CITED, ()) for address in addresses]

    async def walk() -> Survey:
        async with client("test", limits, Random(1), lambda: datetime(2026, 5, 7, tzinfo=timezone.utc),
                          resolver=LoopbackResolver(web), sleep=sleep) as asks:
            return await survey(wanted, memories or {}, asks, TODAY, progress or (lambda done, of: None))

    return asyncio.run(walk())


async def fine(visit: Visit) -> None:
    """A page at its address, and nothing elsewhere."""
    await (visit.say(200, page("Một trang")) if visit.path.startswith("/a") else visit.say(404))


def test_without_a_network_nobody_is_blamed() -> None:
    """When not one host answers, it is our own cable: nothing is remembered of that day."""
    before = {"http://b.vn/": Memory(trouble="gone", since="2026-05-01", last="2026-05-06", failures=6)}
    with Web({}) as web:
        found = surveyed(web, ["http://a.vn/", "http://b.vn/", "http://c.vn/", "http://10.0.0.1/"], before)
    assert [(verdict.state, verdict.reason) for verdict in found.verdicts[:3]] == [(UNSURE, "own-network")] * 3
    assert found.verdicts[3].reason == "address-number"
    assert found.memories["http://b.vn/"] == before["http://b.vn/"] and not found.memories["http://a.vn/"].trouble


def test_one_answer_shows_that_the_network_is_there() -> None:
    """Then the others are judged as they are."""
    with Web({"a.vn": fine}) as web:
        found = surveyed(web, ["http://a.vn/a.html", "http://b.vn/", "http://c.vn/"])
    assert [verdict.reason for verdict in found.verdicts] == ["", "host-unknown", "host-unknown"]


def test_what_there_was_no_time_for_is_counted_and_keeps_its_memory() -> None:
    """A run that is cut off brings back what it has."""
    async def hangs(visit: Visit) -> None:
        await asyncio.sleep(30)

    before = {"http://slow.vn/": Memory(fine="2026-05-01")}
    with Web({"a.vn": fine, "slow.vn": hangs}) as web:
        found = surveyed(web, ["http://a.vn/a.html", "http://slow.vn/"], before, replace(QUICK, run=1.0, read=20, total=30))
    assert [verdict.state for verdict in found.verdicts] == [OK]
    assert found.unvisited == 1 and found.memories["http://slow.vn/"] == before["http://slow.vn/"]


def test_progress_is_told_address_by_address() -> None:
    """So that somebody at a terminal sees that it goes on."""
    seen = []
    with Web({"a.vn": fine}) as web:
        surveyed(web, [f"http://a.vn/a{number}.html" for number in range(3)], progress=lambda done, of: seen.append((done, of)))
    assert seen == [(1, 3), (2, 3), (3, 3)]


@pytest.mark.parametrize("seed", range(3))
def test_no_server_ends_the_survey(seed: int) -> None:
    """Twenty hosts that send whatever comes to mind: each gets a verdict, none an exception."""
    random = Random(seed)
    pieces = [b"HTTP/1.1 ", b"200 OK", b"\r\n", b"\r\n\r\n", b"Content-Length: ", b"-1", b"9", b"Content-Encoding: gzip", b"Location: ",
              b"http://[", b"//\x00", b"Transfer-Encoding: chunked", b"zz\r\n", b"\xff\xfe", b": ", b"Content-Type: text/html; charset=\x01",
              b"HTTP/1.1 302 F\r\n", b"Set-Cookie: a", b"<title>", b"HTTP/9.9 200\r\n", b"Retry-After: 9" + b"9" * 400, b"HTTP/1.1 200 OK\r\n"]

    def odd(content: bytes):
        async def behaviour(visit: Visit) -> None:
            await visit.raw(content)

        return behaviour

    hosts = {f"odd{number}.vn": odd(b"".join(random.choice(pieces) for _ in range(random.randrange(1, 9)))) for number in range(20)}
    with Web({**hosts, "a.vn": fine}) as web:
        found = surveyed(web, [*(f"http://{host}/" for host in hosts), "http://a.vn/a.html"], limits=replace(QUICK, tries=1))
    assert len(found.verdicts) == 21 and found.verdicts[-1].state == OK
