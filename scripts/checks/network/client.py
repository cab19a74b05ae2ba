"""Asks outside addresses, politely and safely. This is the only module that speaks to the web.

One request at a time for each host, with a pause; every address is judged before it is followed, every number before it is
connected to; no cookies, no proxies from the environment, certificates always checked, sizes and times bounded.
"""

import asyncio
import ssl
import zlib
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from random import Random
from urllib.parse import urldefrag, urljoin

import aiohttp
from aiohttp.abc import AbstractResolver
from tenacity import AsyncRetrying, RetryCallState, retry_if_result, stop_after_attempt
from yarl import URL

from .answers import Answer, Hop, Text
from .guard import refusal
from .limits import Limits
from .owner import host_of
from .reading import read, unpacked
from .resolver import PublicResolver
from .troubles import MET, trouble
from .waiting import asked_for, growing

REDIRECTS = (301, 302, 303, 307, 308)
# What may be over in a moment: it is tried again. 520 to 524 are what networks in front of a server say for it.
PASSING = ("reset", "answer-empty", "answer-cut", "answer-garbled", "timeout", "dns", "refused", "tls")
BUSY = (408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524)
PAGES = ("", "text/html", "application/xhtml+xml")
BOMB = 100  # times its size: text packs to a fifth, at best to a twentieth
HEADERS = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8", "Accept-Encoding": "gzip, deflate"}


@dataclass(frozen=True)
class _Reply:
    """One request's answer; `wait` is how long the server asks us to stay away."""

    status: int = 0
    trouble: str = ""
    detail: str = ""
    location: str = ""
    kind: str = ""
    size: int = 0
    cut: bool = False
    wait: float = 0.0
    cookie: bool = False
    text: Text = Text()

    @property
    def passing(self) -> bool:
        """Returns whether another try may bring another answer."""
        return self.trouble in PASSING or self.status in BUSY

    @property
    def leads_on(self) -> bool:
        """Returns whether it is a redirect."""
        return not self.trouble and (self.status in REDIRECTS or bool(self.text.refresh))


@dataclass
class _Turn:
    """Whose turn it is at a host, and from when on the next may ask."""

    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    free: float = 0.0


@dataclass
class Client:
    """Asks addresses one after the other at each host; made by `client`."""

    session: aiohttp.ClientSession
    limits: Limits
    random: Random
    now: Callable[[], datetime]
    sleep: Callable[[float], Awaitable[None]]
    turns: dict[str, _Turn] = field(default_factory=dict)

    async def ask(self, address: str, anchors: frozenset[str] = frozenset()) -> Answer:
        """Returns what an address answers in the end; never raises for what a server or a network does."""
        try:
            async with asyncio.timeout(self.limits.total):
                return await self._follow(address, anchors)
        except TimeoutError:
            return Answer(address, final=address, trouble="timeout", detail=f"{self.limits.total:g} s")

    async def _follow(self, address: str, anchors: frozenset[str]) -> Answer:
        hops: list[Hop] = []
        here = address
        while True:
            if refused := refusal(here):
                return Answer(address, here, tuple(hops), trouble="redirect-unsafe" if hops else refused, detail=here)
            reply = await self._reply(here, anchors)
            if not reply.leads_on:
                return Answer(address, here, tuple(hops), reply.status, reply.trouble, reply.detail, reply.kind,
                              reply.size, reply.cut, reply.text)
            hops.append(Hop(here, reply.status))
            here, wrong = self._next(here, reply, hops)
            if wrong:
                return Answer(address, here, tuple(hops), reply.status, wrong, reply.location)

    def _next(self, here: str, reply: _Reply, hops: list[Hop]) -> tuple[str, str]:
        """Returns where a redirect leads, and what is wrong with it."""
        try:
            there = urldefrag(urljoin(here, reply.location)).url if reply.location else ""
        except ValueError:
            there = ""
        if not there:
            return here, "redirect-nowhere"
        if any(hop.address == there for hop in hops):
            return there, "cookies" if reply.cookie else "redirect-loop"
        return there, "redirect-many" if len(hops) > self.limits.redirects else ""

    async def _reply(self, address: str, anchors: frozenset[str]) -> _Reply:
        """Asks for the head first: a film or a thick file is never fetched, and a redirect has no more to say."""
        head = await self._request("HEAD", address, anchors)
        if head.leads_on or head.status == 200 and head.kind not in PAGES or head.wait > self.limits.patience:
            return head
        await self.sleep(head.wait)
        tries = AsyncRetrying(stop=self._enough, wait=self._pause, sleep=self.sleep, retry_error_callback=_last,
                              retry=retry_if_result(lambda reply: reply.passing))
        return await tries(self._request, "GET", address, anchors)

    def _enough(self, state: RetryCallState) -> bool:
        return stop_after_attempt(self.limits.tries)(state) or _last(state).wait > self.limits.patience

    def _pause(self, state: RetryCallState) -> float:
        return max(_last(state).wait, growing(state.attempt_number, self.limits, self.random))

    async def _request(self, method: str, address: str, anchors: frozenset[str]) -> _Reply:
        turn = self.turns.setdefault(host_of(address), _Turn())
        clock = asyncio.get_running_loop().time
        async with turn.lock:
            await self.sleep(max(0.0, turn.free - clock()))
            try:
                async with self.session.request(method, URL(address), allow_redirects=False) as response:
                    return await self._read(method, response, anchors)
            except MET as error:
                return _Reply(trouble=trouble(error))
            finally:
                turn.free = clock() + self.limits.pause

    async def _read(self, method: str, response: aiohttp.ClientResponse, anchors: frozenset[str]) -> _Reply:
        headers = response.headers
        reply = _Reply(response.status, location=headers.get("Location", ""), kind=_kind(headers.get("Content-Type", "")),
                       cookie="Set-Cookie" in headers,
                       wait=asked_for(headers.get("Retry-After", ""), self.now()) if response.status in BUSY else 0.0)
        if method == "HEAD" or reply.leads_on:
            return reply
        packed, cut, wrong = await self._body(response)
        try:
            content, growth = unpacked(packed, headers.get("Content-Encoding", "").strip().lower(), self.limits.unpacked)
        except zlib.error:
            return replace(reply, trouble="answer-garbled", detail="gzip")
        if len(content) >= self.limits.unpacked and growth > BOMB:
            return replace(reply, trouble="answer-bomb", size=len(packed))
        text = read(content, response.charset or "", anchors) if reply.kind in PAGES else Text()
        if urljoin(str(response.url), text.refresh) == str(response.url):
            text = replace(text, refresh="")  # a page that only shows itself again
        return replace(reply, trouble=wrong, size=len(content), cut=cut, text=text, kind=reply.kind or "text/html",
                       location=text.refresh)

    async def _body(self, response: aiohttp.ClientResponse) -> tuple[bytes, bool, str]:
        """Returns the first bytes of a body, whether there is more, and what cut it off."""
        parts, size = [], 0
        try:
            async for part in response.content.iter_chunked(65536):
                parts.append(part)
                size += len(part)
                if size >= self.limits.bytes:
                    return b"".join(parts)[:self.limits.bytes], True, ""
        except (aiohttp.ClientPayloadError, ConnectionError) as error:
            return b"".join(parts), True, "answer-cut" if isinstance(error, aiohttp.ClientPayloadError) else trouble(error)
        return b"".join(parts), False, ""


def _last(state: RetryCallState) -> _Reply:
    return state.outcome.result()


def _kind(content_type: str) -> str:
    return content_type.partition(";")[0].strip().lower()


@asynccontextmanager
async def client(agent: str, limits: Limits, random: Random, now: Callable[[], datetime], *,
                 resolver: AbstractResolver | None = None, trusted: ssl.SSLContext | None = None,
                 sleep: Callable[[float], Awaitable[None]] = asyncio.sleep) -> AsyncIterator[Client]:
    """Yields a client. `resolver` and `trusted` are for tests, which have a web of their own; no command can set them."""
    connector = aiohttp.TCPConnector(resolver=resolver or PublicResolver(), ssl=trusted or ssl.create_default_context(),
                                     limit=limits.hosts, limit_per_host=1, force_close=True, use_dns_cache=False)
    timeout = aiohttp.ClientTimeout(total=limits.read * 2, sock_connect=limits.connect, sock_read=limits.read)
    async with aiohttp.ClientSession(connector=connector, cookie_jar=aiohttp.DummyCookieJar(), trust_env=False,
                                     auto_decompress=False, timeout=timeout, requote_redirect_url=False,
                                     headers={"User-Agent": agent, **HEADERS}) as session:
        yield Client(session, limits, random, now, sleep)
