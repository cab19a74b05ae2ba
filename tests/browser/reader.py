"""Somebody with a browser: opens pages, and remembers what the browser complained about and asked for."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic
from urllib.parse import urlsplit

PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
NARROW = {"viewport": {"width": 320, "height": 640}}
ZOOMED = {"viewport": {"width": 320, "height": 256}}  # 1280 × 1024 at 400 % (WCAG 1.4.10)
WIDE = {"viewport": {"width": 1280, "height": 800}}

# Content-Security-Policy tells the page what it stopped; the page remembers it for us.
REMEMBER_STOPPED = """
  window.stopped = [];
  addEventListener("securitypolicyviolation", event => window.stopped.push(
    `${event.violatedDirective} ${event.blockedURI} ${event.sourceFile || ""}:${event.lineNumber}`));
"""


@dataclass
class Reader:
    """A tab of a browser; `complaints` are its console's, `asked` every address that it requested."""

    page: object
    complaints: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def open(self, address: str):
        """Opens a page and waits until it and its scripts are there."""
        self.page.goto(address, wait_until="load")
        return self.page

    def start_afresh(self, viewport: dict[str, int]) -> None:
        """Forgets what was, and gives the tab its size and its colours back; its history stays."""
        self.complaints.clear()
        self.asked.clear()
        if self.page.viewport_size != viewport:
            self.page.set_viewport_size(viewport)
        self.page.emulate_media(media="null", color_scheme="light")

    def stopped(self) -> list[str]:
        """Returns what the page's security policy has stopped."""
        return self.page.evaluate("window.stopped")

    def strangers(self, *own: str) -> list[str]:
        """Returns the requested addresses that are neither in `own` hosts nor in this machine's files."""
        return [address for address in self.asked
                if urlsplit(address).scheme not in ("file", "data", "blob") and urlsplit(address).netloc not in own]


def sit_down(context) -> Reader:
    """Opens a tab in a browser context."""
    page = context.new_page()
    reader = Reader(page)
    page.on("console", lambda message: message.type in ("error", "warning") and reader.complaints.append(message.text))
    page.on("pageerror", lambda error: reader.complaints.append(str(error)))
    page.on("request", lambda request: reader.asked.append(request.url))
    return reader


# Chromium answers no question about a page while the next one keeps it waiting; so the page tells by itself.
TELL = """setInterval(() => console.debug("seen:" + JSON.stringify({
  title: document.title.trim(), text: document.body.innerText.trim(), address: location.href,
  alerts: document.querySelectorAll("[role=alert]").length, nodes: document.querySelectorAll("body *").length})), 20)"""


class Eye:
    """What can be seen of a page, moment by moment, also while its reader waits for the next page."""

    def __init__(self, page):
        self.page = page
        self.seen: list[dict] = []
        page.on("console", self._notice)
        page.evaluate(TELL)

    def _notice(self, message) -> None:
        if message.text.startswith("seen:"):
            self.seen.append(json.loads(message.text.removeprefix("seen:")))

    def waits_for(self, sight: Callable[[dict], bool], patience: float = 10) -> dict:
        """Returns the first sight of the kind from now on; raises AssertionError when there is none."""
        self.seen.clear()
        end = monotonic() + patience
        while monotonic() < end:
            if found := next(filter(sight, self.seen), None):
                return found
            self.page.wait_for_timeout(20)
        raise AssertionError(f"not seen; the last was {self.seen[-1:]}")
