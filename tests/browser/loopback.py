"""Two servers on this machine, because a test may ask nobody else: one for the site, one for the world outside.

The site's server sends the headers of the built `_headers` file and answers a missing address with the not-found
page of its language, as the real ones do.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread
from urllib.parse import parse_qs, unquote, urlsplit

from .built import BASE, OTHERS

ENTRY = '<!doctype html><html lang="en"><title>elsewhere</title><h1>elsewhere</h1><a href="{to}">{to}</a></html>'
WEATHER = '<!doctype html><html lang="en"><title>weather</title><h1>weather</h1></html>'


class Outside:
    """The world outside: an entry page that links somewhere, and the weather, which may keep readers waiting.

    `asked` holds the path and the headers of each request for the weather.
    """

    def __init__(self) -> None:
        self.address = ""
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.answers = Event()
        self.answers.set()

    def entry(self, to: str) -> str:
        """Returns the address of a page outside with a link to `to`."""
        return f"{self.address}/entry?to={to}"

    @contextmanager
    def hanging(self) -> Iterator[None]:
        """Lets the weather hang: it takes the request and does not answer before the end."""
        self.answers.clear()
        try:
            yield
        finally:
            self.answers.set()


@contextmanager
def serving(handler: type[BaseHTTPRequestHandler]) -> Iterator[str]:
    """Runs a server on a free port of this machine; gives its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads, server.block_on_close = True, False
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def outside() -> Iterator[Outside]:
    """Runs the world outside."""
    world = Outside()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            if parts.path == "/entry":
                answer(self, ENTRY.format(to=parse_qs(parts.query)["to"][0]))
            elif parts.path.startswith("/weather"):
                world.asked.append((self.path, dict(self.headers)))
                world.answers.wait(60)
                answer(self, WEATHER)
            else:
                self.send_error(404)

        def log_message(self, *told) -> None:
            """Says nothing."""

    with serving(Handler) as world.address:
        yield world


def answer(handler: BaseHTTPRequestHandler, html: str) -> None:
    """Sends a page; a reader who left before is no fault."""
    try:
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html; charset=utf-8")
        handler.end_headers()
        handler.wfile.write(html.encode())
    except ConnectionError:
        pass


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serves a built site below BASE; gives the address of its home page."""
    headers = sent_headers((site / "_headers").read_text(encoding="utf-8"))

    class Handler(SimpleHTTPRequestHandler):
        def __init__(self, *given) -> None:
            super().__init__(*given, directory=str(site))

        def translate_path(self, path: str) -> str:
            path = unquote(urlsplit(path).path)
            return super().translate_path(path[len(BASE) - 1:] if path.startswith(BASE) else "/nothing-here")

        def end_headers(self) -> None:
            for name, value in headers.items():
                self.send_header(name, value)
            super().end_headers()

        def send_error(self, code: int, *told) -> None:
            language = urlsplit(self.path).path.removeprefix(BASE).partition("/")[0]
            page = site / (language if language in OTHERS else "") / "404.html"
            self.send_response(code)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(page.read_bytes())

        def log_message(self, *told) -> None:
            """Says nothing."""

    with serving(Handler) as address:
        yield address + BASE


def sent_headers(text: str) -> dict[str, str]:
    """Returns the headers that a `_headers` file (Netlify, Cloudflare) sets for all pages."""
    rows = [line.strip().partition(": ") for line in text.splitlines() if line.startswith(" ")]
    return {name: value for name, _, value in rows}
