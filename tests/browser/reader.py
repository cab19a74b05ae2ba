"""Somebody with a browser: opens pages, and remembers what the browser complained about and asked for."""

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


def glance(page, expression: str):
    """Returns the value of an expression in the page as it stands, also while the next page keeps it waiting.

    Playwright's own questions wait for a navigation that has begun; a reader's eye does not.
    """
    browser = page.context.new_cdp_session(page)
    try:
        return browser.send("Runtime.evaluate", {"expression": expression, "returnByValue": True})["result"].get("value")
    finally:
        browser.detach()


def until(page, expression: str, patience: float = 10) -> None:
    """Waits until an expression is true in the page as it stands; raises AssertionError when it never is."""
    end = monotonic() + patience
    while not glance(page, expression):
        assert monotonic() < end, f"never true: {expression}"
