"""Runs the tests: `python -m scripts test [--no-browser] [what pytest takes]`.

With `--no-browser` this module is also pytest's plugin: it leaves out the tests marked `browser` and says how many,
so that a green result never hides what was not looked at.
"""
from __future__ import annotations

import os
import sys

from . import browser
from .environment import ROOT
from .programs import run_through

NO_BROWSER = "--no-browser"
SETTINGS = ["-c", "tests/pytest.ini", "--rootdir", "."]  # the visible top level holds no file for tools
LEFT_OUT: list[str] = []


def run(arguments: list[str]) -> int:
    """Returns pytest's exit code (0 all passed, 1 some failed, 5 nothing to run). Raises Trouble without a browser."""
    rest = [argument for argument in arguments if argument != NO_BROWSER]
    environ = dict(os.environ)
    plugin = ["-p", __name__]
    if NO_BROWSER not in arguments:
        environ["BROWSER_PATH"] = browser.path()
        plugin = []
    # -o, not a path: pytest takes it only when the arguments name no test themselves.
    return run_through([sys.executable, "-m", "pytest", *SETTINGS, *plugin, *rest], environ, ROOT)


def pytest_collection_modifyitems(config, items) -> None:
    """Leaves out the tests marked `browser`; done here and not with -m, which the person may want to use too."""
    left_out = [item for item in items if item.get_closest_marker("browser")]
    items[:] = [item for item in items if not item.get_closest_marker("browser")]
    config.hook.pytest_deselected(items=left_out)
    LEFT_OUT[:] = [item.nodeid for item in left_out]


def pytest_terminal_summary(terminalreporter) -> None:
    """Says how many tests were left out."""
    count = len(LEFT_OUT)
    terminalreporter.write_line(f"browser tests left out: {count} ({NO_BROWSER}) / số bài thử trình duyệt bỏ qua: {count}")
