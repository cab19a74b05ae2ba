"""A real browser that is made as slow as a cheap phone on a weak signal."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import Browser, Error, Page, sync_playwright

from .. import browser as installed
from .figures import Unmeasured

SLOWER = 4  # times: what Lighthouse takes for a phone of the middle class
# As root, Chromium has no sandbox; the other flags keep it from calling its maker's servers.
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]


@dataclass(frozen=True)
class Network:
    """A slow network: round trip in milliseconds, and kilobits a second."""

    name: str
    trip: float
    speed: float

    def conditions(self) -> dict:
        """Returns the parameters of CDP's Network.emulateNetworkConditions (bytes a second)."""
        speed = self.speed * 1000 / 8
        return {"offline": False, "latency": self.trip, "downloadThroughput": speed, "uploadThroughput": speed}


# The presets of Chrome's own DevTools (front_end/core/sdk/NetworkManager.ts). "400 ms, 500 kbit/s" and "150 ms, 1.6 Mbit/s"
# stand there with these factors, because the protocol delays a request once and not each of its round trips.
NETWORKS = (Network("Slow 3G", 400 * 5, 500 * 0.8), Network("Slow 4G", 150 * 3.75, 1600 * 0.9))


@contextmanager
def chromium() -> Iterator[Browser]:
    """Gives a browser without a window."""
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=installed.path(), args=FLAGS)
        yield found
        found.close()


@contextmanager
def slow_page(browser: Browser, network: Network | None = None) -> Iterator[Page]:
    """Gives a page that has never been anywhere, on a processor four times slower, and on a slow network if one is named.

    Raises Unmeasured when the browser cannot do what is asked of it there.
    """
    context = browser.new_context(viewport={"width": 360, "height": 640}, device_scale_factor=2)
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    if network:
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", network.conditions())
    try:
        yield page
    except Error as error:
        raise Unmeasured(error.message.splitlines()[0]) from error
    finally:
        context.close()
