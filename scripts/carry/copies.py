"""Makes every carried copy of a finished site and checks it as readers will get it."""

import shutil
from pathlib import Path

from ..build.publish import swap
from ..build.site import WORK, Outcome, guarded
from ..checks.built import check_built
from ..checks.built.kept import PLACE, Kept
from ..checks.built.tree import read_tree
from ..facts.slug import slug
from .archive import write_archive
from .checksums import write_checksums

DIST = "dist"


def carry(root: Path, outcome: Outcome) -> None:
    """Packs `site/` of the project `root` into `dist/`; adds findings of the finished copies."""
    with guarded(outcome, DIST):
        fresh = root / WORK / DIST
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir(parents=True)
        archive = fresh / f"{name_of(outcome)}-offline.zip"
        write_archive(root / "site", archive)
        built = check_built(outcome.project, read_tree(archive, Kept(root / PLACE)))
        if outcome.add([*built, *outcome.second_look.at(archive)]):
            write_checksums(fresh)
            swap(fresh, root / DIST)


def name_of(outcome: Outcome) -> str:
    """Returns the name of the copies, made from the campaign's name in the main language."""
    campaign = outcome.project.entries("campaign")
    return slug(campaign["name"][outcome.project.settings.default]) or "site"
