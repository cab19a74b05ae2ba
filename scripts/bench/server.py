"""A small web server on this machine that sends files as a good one does: compressed, over a connection kept open."""

import gzip
import mimetypes
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import unquote, urlsplit

COMPRESSED = ("text/", "application/json", "application/xml", "image/svg+xml")


@contextmanager
def served(folder: Path, extra: dict[str, bytes] | None = None) -> Iterator[str]:
    """Serves the files below `folder`, and `extra` pages by their address; gives the address of the root."""
    handler = type("Handler", (_Handler,), {"folder": folder.resolve(), "extra": extra or {}})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"  # keeps connections open
    disable_nagle_algorithm = True  # else the body waits 40 ms for the other side to thank for the headers
    folder: Path
    extra: dict[str, bytes]

    def do_GET(self) -> None:
        """Sends a file, compressed when the browser takes that."""
        address = unquote(urlsplit(self.path).path).lstrip("/")
        content, kind = self._content(address), mimetypes.guess_type(address)[0] or "application/octet-stream"
        compressed = kind.startswith(COMPRESSED) and "gzip" in self.headers.get("Accept-Encoding", "")
        body = _compressed(content or b"") if compressed else content or b""
        self.send_response(200 if content is not None else 404)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        self.send_header("Content-Length", str(len(body)))
        if compressed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)

    def _content(self, address: str) -> bytes | None:
        path = (self.folder / address).resolve()
        if address in self.extra:
            return self.extra[address]
        return path.read_bytes() if path.is_relative_to(self.folder) and path.is_file() else None

    def log_message(self, *_: object) -> None:
        """Keeps quiet."""


@lru_cache(maxsize=64)
def _compressed(content: bytes) -> bytes:
    return gzip.compress(content, 9, mtime=0)
