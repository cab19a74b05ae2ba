"""A small web of this machine's own: one loopback server with many names, each misbehaving in its own way.

It speaks raw bytes, because most of what is tried here no decent server would say.
"""

import asyncio
import socket
import ssl
import struct
import threading
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from aiohttp.abc import AbstractResolver, ResolveResult

from scripts.checks.network.resolver import judged

LOOPBACK = "127.0.0.1"


@dataclass
class Visit:
    """One request: what was asked, how often this host was asked before, and where to answer."""

    method: str
    path: str
    headers: dict[str, str]
    before: int
    writer: asyncio.StreamWriter

    async def say(self, status: int, body: bytes | str = b"", kind: str = "text/html; charset=utf-8", **headers: str) -> None:
        """Answers decently; `content_length=…` and the like change or add headers."""
        content = body.encode() if isinstance(body, str) else body
        lines = {"Content-Type": kind, "Content-Length": str(len(content)), "Connection": "close",
                 **{name.replace("_", "-").title(): value for name, value in headers.items()}}
        head = "".join(f"{name}: {value}\r\n" for name, value in lines.items() if value)
        self.writer.write(f"HTTP/1.1 {status} X\r\n{head}\r\n".encode() + (b"" if self.method == "HEAD" else content))
        await self.writer.drain()

    async def raw(self, content: bytes) -> None:
        """Sends bytes as they are."""
        self.writer.write(content)
        await self.writer.drain()

    def cut(self) -> None:
        """Breaks the connection off the rude way (RST)."""
        self.writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.writer.transport.abort()


Behaviour = Callable[[Visit], Awaitable[None]]


@dataclass
class Web:
    """The server and its names. `asked` counts requests by host, `most` is how many ever ran at once at one host."""

    behaviours: dict[str, Behaviour]
    certificates: dict[str, ssl.SSLContext] = field(default_factory=dict)
    asked: Counter = field(default_factory=Counter)
    running: Counter = field(default_factory=Counter)
    most: Counter = field(default_factory=Counter)
    headers: list[dict[str, str]] = field(default_factory=list)
    ports: dict[int, int] = field(default_factory=dict)
    closed: int = 0

    def __enter__(self) -> "Web":
        ready = threading.Event()
        self.loop = asyncio.new_event_loop()
        self.thread = threading.Thread(target=self._run, args=(ready,), daemon=True)
        self.thread.start()
        assert ready.wait(10)
        return self

    def __exit__(self, *_) -> None:
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join(10)

    def _run(self, ready: threading.Event) -> None:
        asyncio.set_event_loop(self.loop)
        self.loop.run_until_complete(self._open())
        ready.set()
        self.loop.run_forever()
        for task in asyncio.all_tasks(self.loop):
            task.cancel()
        self.loop.run_until_complete(asyncio.sleep(0))

    async def _open(self) -> None:
        plain = await asyncio.start_server(self._serve, LOOPBACK, 0)
        self.ports[80] = plain.sockets[0].getsockname()[1]
        if self.certificates:
            secure = await asyncio.start_server(self._serve, LOOPBACK, 0, ssl=self._by_name())
            self.ports[443] = secure.sockets[0].getsockname()[1]
        with socket.socket() as unused:
            unused.bind((LOOPBACK, 0))
            self.closed = unused.getsockname()[1]

    def _by_name(self) -> ssl.SSLContext:
        """Returns a context that shows each name its own certificate (SNI)."""
        first = next(iter(self.certificates.values()))

        def choose(connection: ssl.SSLObject, name: str, _: ssl.SSLContext) -> None:
            connection.context = self.certificates.get(name, first)

        first.sni_callback = choose
        return first

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            first = await reader.readexactly(1)
            if first == b"\x16":  # the beginning of a TLS handshake, at a port that knows no TLS
                writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")
                return
            head = (first + await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
            method, path, _ = head[0].split(" ", 2)
            headers = dict(line.lower().split(": ", 1) for line in head[1:] if ": " in line)
            await self._answer(headers["host"], Visit(method, path, headers, 0, writer), reader)
        except (ConnectionError, asyncio.IncompleteReadError, ssl.SSLError):
            pass
        finally:
            writer.close()

    async def _answer(self, host: str, visit: Visit, reader: asyncio.StreamReader) -> None:
        visit.before = self.asked[host]
        self.asked[host] += 1
        self.headers.append(visit.headers)
        self.running[host] += 1
        self.most[host] = max(self.most[host], self.running[host])
        try:
            answering = asyncio.ensure_future(self.behaviours[host](visit))
            leaving = asyncio.ensure_future(reader.read(1))  # a visitor who hangs up is no longer being served
            await asyncio.wait({answering, leaving}, return_when=asyncio.FIRST_COMPLETED)
            leaving.cancel()
            answering.cancel() if leaving.done() and not answering.done() else None
            await asyncio.gather(answering, return_exceptions=True)
        finally:
            self.running[host] -= 1


class LoopbackResolver(AbstractResolver):
    """Knows only the names of a Web. It is handed to the client by tests; users have no way to do so."""

    def __init__(self, web: Web, private: dict[str, str] | None = None):
        self.web, self.private = web, private or {}

    async def resolve(self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET) -> list[ResolveResult]:
        """Returns the loopback port that stands for a port of the web."""
        if host in self.private:
            return judged(host, port, [(socket.AF_INET, self.private[host])])
        if host.startswith("silent-dns"):
            raise socket.gaierror(socket.EAI_AGAIN, "try again")
        if host not in self.web.behaviours:
            raise socket.gaierror(socket.EAI_NONAME, "unknown")
        real = self.web.ports[80 if host.startswith("no-encryption") else port]
        if host.startswith("refuses"):
            real = self.web.closed
        return [ResolveResult(hostname=host, host=LOOPBACK, port=real, family=socket.AF_INET, proto=0, flags=0)]

    async def close(self) -> None:
        """Nothing is held open."""
