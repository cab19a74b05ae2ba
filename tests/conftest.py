"""Fixtures that many tests share: a small campaign to change, and a browser to look with."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# The same examples everywhere, so that nobody's change is stopped by a fault of somebody else; `--hypothesis-profile explore` draws new ones.
settings.register_profile("explore")
settings.register_profile("same", derandomize=True, database=None)
settings.load_profile("same")

HERE = Path(__file__).parent
CAMPAIGN = HERE / "campaign"

# As root, Chromium has no sandbox; the other flags keep it from calling its maker's servers.
BROWSER_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                 "--disable-component-update", "--disable-sync"]


@pytest.fixture
def campaign(tmp_path: Path) -> Path:
    """A copy of the made-up campaign, free to be changed."""
    root = tmp_path / "campaign"
    shutil.copytree(CAMPAIGN, root)
    return root


@pytest.fixture
def write(tmp_path: Path) -> Callable[[dict[str, str]], Path]:
    """Writes files below a fresh folder and returns the folder."""

    def write_files(files: dict[str, str]) -> Path:
        for name, text in files.items():
            path = tmp_path / "files" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return tmp_path / "files"

    return write_files


@pytest.fixture(scope="session")
def browser() -> Iterator:
    """A real Chromium, Chrome or Edge without a window."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=os.environ.get("BROWSER_PATH") or None, args=BROWSER_FLAGS)
        yield found
        found.close()
