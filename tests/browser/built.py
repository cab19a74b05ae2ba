"""Builds the made-up campaign, so that tests can look at a finished site as readers get it.

`more/` beside this file holds further pages of that campaign: one for each type of page, with what pages may
contain, and one whose translation is still to be written.
"""

import os
import shutil
import zipfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from unittest.mock import patch

from scripts.build.site import Outcome, build_site
from scripts.carry.copies import carry

HERE = Path(__file__).parent
CAMPAIGN = HERE.parent / "campaign"
MORE = HERE / "more"

MAIN, OTHERS = "vi", ("en", "km")  # the campaign's languages; the main one is served at the root
CODES = (MAIN, *OTHERS)
BASE = "/safe/"  # the folder of `site_url` in which the campaign is served
TODAY = date(2026, 5, 20)
BUILD_DAY = {"SOURCE_DATE_EPOCH": "1779235200"}  # the same day; without it a build asks git

NAV_OF_MORE = ["bo-song/index.md", "bo-song/nuoc-duc.md", "bo-song/den-dem.md", "bo-song/to-in.md", "cuu-giup/hoi.md",
               "bo-song/thuyen-cu.md", "bo-song/trac-nghiem.md", "bo-song/moi-thang.md", "tat-ca.md",
               "du-lieu.md"]
PENDING = "bo-song/den-dem"  # stands only in the main language


@dataclass(frozen=True)
class Built:
    """A finished project: its folder, and what the build came to."""

    root: Path
    outcome: Outcome

    @property
    def site(self) -> Path:
        """Returns the folder that a server serves."""
        return self.root / "site"

    @property
    def archive(self) -> Path:
        """Returns the zip of the offline copy."""
        return next((self.root / "dist").glob("*.zip"))

    def text(self, address: str) -> str:
        """Returns the HTML of a page."""
        return (self.site / address).read_text(encoding="utf-8")

    def unpacked(self, folder: Path) -> Path:
        """Unpacks the offline copy into `folder` and returns it."""
        with zipfile.ZipFile(self.archive) as archive:
            archive.extractall(folder)
        return folder


def grown_campaign(root: Path) -> Path:
    """Copies the campaign with the pages of `more/` to `root` and returns it."""
    shutil.copytree(CAMPAIGN, root)
    shutil.copytree(MORE, root, dirs_exist_ok=True)
    settings = root / "mkdocs.yml"
    change(settings, "plugins:\n", "".join(f"  - {pair}\n" for pair in NAV_OF_MORE) + "plugins:\n")
    change(settings, "  - toc\n", "  - toc\n  - tables\n  - sane_lists\n")
    return root


def change(path: Path, old: str, new: str) -> None:
    """Replaces a text that must stand in the file, wherever it stands."""
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{path} does not hold {old!r}"
    path.write_text(text.replace(old, new), encoding="utf-8", newline="\n")


def build(root: Path) -> Built:
    """Builds the project and packs its offline copy, as `python -m scripts build` does."""
    with patch.dict(os.environ, BUILD_DAY):
        outcome = build_site(root, TODAY, lambda step: None)
        if not outcome.failed:
            carry(root, outcome)
    return Built(root, outcome)


def addresses(*folders: Path) -> list[str]:
    """Returns the address of every page of the campaign, from its sources; stand-ins for translations included."""
    found = set()
    for docs in [folder / "docs" for folder in folders]:
        for code in CODES:
            pages = [path.relative_to(docs / code).with_suffix("").as_posix() for path in (docs / code).rglob("*.md")]
            found.update(address(page, code) for page in pages)
    if MORE in folders:
        found.update(address(PENDING, code) for code in OTHERS)
    return sorted(found)


def address(page: str, code: str) -> str:
    """Returns where a page is served: `address("cuu-giup/index", "en")` is `en/cuu-giup/index.html`."""
    return f"{page}.html" if code == MAIN else f"{code}/{page}.html"


def language_of(address: str) -> str:
    """Returns the language of an address."""
    first = address.partition("/")[0]
    return first if first in OTHERS else MAIN
