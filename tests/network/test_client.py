"""Shows that the client is polite, bounded and the same on every machine."""

import asyncio
import time
from dataclasses import replace
from datetime import datetime, timezone
from pathlib import Path
from random import Random

import pytest

from scripts.checks.network.agent import user_agent
from scripts.checks.network.answers import Answer
from scripts.checks.network.client import client
from scripts.checks.network.waiting import asked_for, growing
from scripts.facts.project import read_project
from tests.network.pages import page
from tests.network.server import Behaviour, LoopbackResolver, Visit, Web
from tests.network.test_zoo import QUICK

NOW = datetime(2026, 5, 7, tzinfo=timezone.utc)


class Sleeper:
    """Notes every pause and makes it short."""

    def __init__(self):
        self.slept: list[float] = []

    async def __call__(self, seconds: float) -> None:
        if seconds > 0:
            self.slept.append(seconds)
        await asyncio.sleep(seconds / 20)


def asked(behaviour: Behaviour, *paths: str, limits=QUICK, sleeper=asyncio.sleep) -> tuple[list[Answer], Web]:
    """Returns the answers to paths of one host, all asked at the same time."""

    async def ask() -> list[Answer]:
        async with client("test", limits, Random(1), lambda: NOW, resolver=LoopbackResolver(web), sleep=sleeper) as asks:
            return await asyncio.gather(*(asks.ask(f"http://polite.vn{path}") for path in paths))

    with Web({"polite.vn": behaviour}) as web:
        return asyncio.run(ask()), web


def test_one_request_at_a_time_with_a_pause() -> None:
    """Six links to one host asked at once come one after the other, each after a pause."""
    moments = []

    async def slow(visit: Visit) -> None:
        moments.append(time.monotonic())
        await asyncio.sleep(0.02)
        await visit.say(200, page("Một trang"))
        moments.append(time.monotonic())

    answers, web = asked(slow, *(f"/{number}" for number in range(6)), limits=replace(QUICK, pause=0.04))
    assert [answer.status for answer in answers] == [200] * 6
    assert web.most == {"polite.vn": 1} and web.asked == {"polite.vn": 12}
    assert all(later - earlier >= 0.03 for earlier, later in zip(moments[1:-1:2], moments[2::2]))


def test_pauses_between_tries_grow() -> None:
    """A server in trouble is asked less and less, and three times at most."""
    sleeper = Sleeper()

    async def ill(visit: Visit) -> None:
        await visit.say(502)

    (answer,), web = asked(ill, "/", limits=replace(QUICK, pause=1), sleeper=sleeper)
    assert answer.status == 502 and web.asked["polite.vn"] == 1 + QUICK.tries
    between_tries = [seconds for seconds in sleeper.slept if seconds >= 1]
    assert len(between_tries) == 2 and between_tries[1] > 1.8 * between_tries[0]


@pytest.mark.parametrize("value", ["3", "Thu, 07 May 2026 00:00:03 GMT"])
def test_what_the_server_asks_for_comes_first(value: str) -> None:
    """Retry-After is kept, in seconds and as a date, before the GET as well as between tries."""
    sleeper = Sleeper()

    async def busy(visit: Visit) -> None:
        await (visit.say(503, retry_after=value) if visit.before < 2 else visit.say(200, page("Vào được")))

    (answer,), _ = asked(busy, "/", sleeper=sleeper)
    assert answer.status == 200 and sleeper.slept.count(3.0) == 2


@pytest.mark.parametrize("value, seconds", [
    ("0", 0), (" 7 ", 7), ("Thu, 07 May 2026 00:01:00 GMT", 60), ("Thursday, 07-May-26 00:01:00 GMT", 60),
    ("Wed, 06 May 2026 00:00:00 GMT", 0), ("", 0), ("-1", 0), ("1.5", 0), ("٣", 0), ("99999999999999999999", 999999999)])
def test_how_long_a_server_asks_to_wait(value: str, seconds: float) -> None:
    """Seconds and dates are understood, everything else asks for nothing."""
    assert asked_for(value, NOW) == seconds


def test_growing_pauses_differ_a_little() -> None:
    """Two programs that failed together don't come back together."""
    pauses = {growing(2, QUICK, Random(seed)) for seed in range(20)}
    assert len(pauses) == 20
    assert all(QUICK.pause * QUICK.growth <= pause <= 1.5 * QUICK.pause * QUICK.growth for pause in pauses)


def test_the_head_comes_first_and_no_body_is_fetched_for_files() -> None:
    """A film of a gigabyte costs one small request."""
    methods = []

    async def film(visit: Visit) -> None:
        methods.append(visit.method)
        await visit.say(200, kind="video/mp4", content_length="1000000000")

    (answer,), _ = asked(film, "/")
    assert methods == ["HEAD"] and answer.kind == "video/mp4" and answer.size == 0


def test_no_proxy_and_no_password_of_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The check sees the web the same way on every machine, and sends nothing it finds there."""
    (tmp_path / ".netrc").write_text("machine polite.vn login a password b\n")
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    monkeypatch.setenv("NETRC", str(tmp_path / ".netrc"))

    async def fine(visit: Visit) -> None:
        assert "authorization" not in visit.headers
        await visit.say(200, page("Một trang"))

    (answer,), _ = asked(fine, "/")
    assert answer.status == 200


def test_nothing_is_read_beyond_the_bounds() -> None:
    """An endless page ends with what a page may weigh."""

    async def endless(visit: Visit) -> None:
        await visit.say(200, "<title>Không dứt</title>", content_length="99999999999")
        while visit.method == "GET":
            await visit.raw(b"chu " * 10_000)

    (answer,), _ = asked(endless, "/", limits=replace(QUICK, bytes=50_000))
    assert answer.size == 50_000 and answer.cut and answer.text.title == "Không dứt"


def test_who_asks_is_told_by_the_settings(campaign: Path) -> None:
    """The name, the address and where to complain come from mkdocs.yml, in letters that a header may hold."""
    settings = read_project(campaign).settings
    agent = user_agent(settings)
    assert agent.isascii() and settings.address in agent
    named = replace(settings, name="Đêm Yên\r\nX: 1", repository="https://code.example/a/b", address="https://dem.example/")
    assert user_agent(named) == ("dem-yen-x-1-link-check/1.0 (+https://dem.example/; looks at each link about once a week; "
                                 "complaints: https://code.example/a/b/issues)")
    assert user_agent(replace(named, name="ភ្លៀង", repository="", address="", security_contact="mailto:a@b.example")) == (
        "site-link-check/1.0 (looks at each link about once a week; complaints: mailto:a@b.example)")
