"""Finds the browser for the tests that need a real one, and installs one where nobody has to be asked.

Playwright's own download fails on closed networks, so an installed Chromium, Chrome or Edge comes first. Standard
library only. The tests get the program's path in the environment variable BROWSER_PATH; the flags it is started with
stand beside the fixture that starts it, in tests/conftest.py.
"""
from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from .programs import run, say
from .trouble import Trouble

PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "chrome", "msedge")
MACOS = ("Chromium.app/Contents/MacOS/Chromium", "Google Chrome.app/Contents/MacOS/Google Chrome",
         "Microsoft Edge.app/Contents/MacOS/Microsoft Edge")
WINDOWS = (r"Chromium\Application\chrome.exe", r"Google\Chrome\Application\chrome.exe",
           r"Microsoft\Edge\Application\msedge.exe")

PLAYWRIGHTS_OWN = "from playwright.sync_api import sync_playwright as p\nwith p() as b: print(b.chromium.executable_path)"


def path(environ: Mapping[str, str] = os.environ) -> str:
    """Returns the path of a browser that starts, installing one when there is none. Raises Trouble."""
    named = environ.get("BROWSER_PATH")
    if named and not starts(named):
        raise Trouble(f"BROWSER_PATH names {named}, and no browser starts there",
                      "correct BROWSER_PATH, or unset it and let an installed browser be found",
                      "sửa lại BROWSER_PATH, hoặc bỏ biến ấy để lệnh tự tìm trình duyệt có sẵn")
    found = named or _first_that_starts(installed(environ)) or _first_that_starts(ways_to_install())
    if not found:
        raise Trouble("no browser for the browser tests: no Chromium, Chrome or Edge here, and none could be installed",
                      "install one of them, or set BROWSER_PATH, or leave those tests out: python -m scripts test --no-browser",
                      "cài một trong ba trình duyệt ấy, hoặc đặt BROWSER_PATH, hoặc bỏ qua phần này: "
                      "python -m scripts test --no-browser")
    return found


def installed(environ: Mapping[str, str], platform: str = sys.platform) -> Iterator[str]:
    """Yields where a browser may be, likeliest first; the path may lead nowhere."""
    yield from filter(None, map(shutil.which, PROGRAMS))
    if platform == "darwin":
        for folder in ("/Applications", f"{environ.get('HOME', '')}/Applications"):
            yield from (f"{folder}/{program}" for program in MACOS)
    if platform == "win32":
        for folder in filter(None, map(environ.get, ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"))):
            yield from (rf"{folder}\{program}" for program in WINDOWS)
    yield _playwrights_own()


def ways_to_install() -> Iterator[str]:
    """Yields the path of a browser after each way to install one: the system's packages, then Playwright's download."""
    if shutil.which("apt-get") and os.geteuid() == 0:
        say("Installing chromium with apt-get for the browser tests. / Đang cài chromium bằng apt-get cho bài thử.")
        apt = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
        run([*apt, "update"])
        # With fonts: Debian only recommends them, and without any, every letter has the same empty shape.
        _attempt([*apt, "install", "-y", "--no-install-recommends", "chromium", "fonts-liberation"])
        yield shutil.which("chromium") or ""
    say("Downloading Playwright's Chromium for the browser tests. / Đang tải Chromium của Playwright cho bài thử.")
    _attempt([sys.executable, "-m", "playwright", "install", "chromium"])
    yield _playwrights_own()


def starts(program: str) -> bool:
    """Tells whether this is a browser that can start; Ubuntu's `chromium-browser` may be a stub that only asks for snap."""
    if not Path(program).is_file():
        return False
    if not sys.platform.startswith("linux"):
        return True  # on Windows `--version` opens a window
    return subprocess.run([program, "--version"], capture_output=True, stdin=subprocess.DEVNULL).returncode == 0


def _first_that_starts(programs: Iterator[str]) -> str | None:
    return next((program for program in programs if program and starts(program)), None)


def _attempt(command: list[str]) -> None:
    """Runs an installer; when it fails, shows its last lines, for the next way may work."""
    code, lines = run(command)
    if code:
        telling = [line for line in lines if not line.lstrip().startswith("at ")]  # Playwright ends with a stack of Node's
        say("\n".join(f"    | {line}" for line in telling[-3:]))


def _playwrights_own() -> str:
    asked = subprocess.run([sys.executable, "-c", PLAYWRIGHTS_OWN], capture_output=True, encoding="utf-8")
    return asked.stdout.strip()
