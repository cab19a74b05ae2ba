"""Makes every carried copy of a finished site and checks it as readers will get it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from ..build.day import build_day
from ..build.icons import icon
from ..build.publish import swap
from ..build.remaking import check_remade
from ..build.site import WORK, Outcome, guarded
from ..build.structure import HOME
from ..checks.built import check_built
from ..checks.built.files.tree import read_tree
from ..checks.built.kept import PLACE, Kept
from ..checks.built.site import made
from ..facts.finding import finding
from ..facts.pages.slug import slug
from ..facts.place import Place
from .archive import write_archive
from .book import about
from .checksums import write_checksums
from .offline import offline

DIST = "dist"


def carry(root: Path, outcome: Outcome) -> None:
    """Packs `site/` of the project `root` into `dist/`; adds findings of the finished copies."""
    with guarded(outcome, DIST):
        fresh = root / WORK / DIST
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir(parents=True)
        if all([_landed(outcome, root, copy) for copy in _written(root, outcome, fresh)]):
            write_checksums(fresh)
            swap(fresh, root / DIST)


def _written(root: Path, outcome: Outcome, folder: Path) -> Iterator[Path]:
    """Writes each copy into a folder and yields it; where this machine cannot make one, a warning says so."""
    from .zim import ILLUSTRATION, can_write, write_zim  # here, because loading libzim takes time that only a build has

    site, name, words = root / "site", name_of(outcome), outcome.project.entries("strings").get("needs_internet", {})
    archive, zim = folder / f"{name}-offline.zip", folder / f"{name}.zim"
    write_archive(site, archive, words)
    yield archive
    if can_write():
        home = outcome.project.address(outcome.project.page(HOME, outcome.project.settings.default))
        write_zim(site, zim, words, about(outcome.project, name, build_day(root)), icon(outcome.project, ILLUSTRATION), home)
        yield zim
    else:
        outcome.add([finding(Place(f"{DIST}/{zim.name}"), "copy-zim-unmade")])


def _landed(outcome: Outcome, root: Path, copy: Path) -> bool:
    """Returns whether a finished copy passes every check of what readers get."""
    tree = read_tree(copy, Kept(root / PLACE))
    built = [*check_built(outcome.project, tree), *made.check(outcome.project, tree)]
    built += check_remade(outcome.project, tree, offline)
    return outcome.add([*built, *outcome.second_look.at(copy)])


def name_of(outcome: Outcome) -> str:
    """Returns the name of the copies, made from the campaign's name in the main language."""
    campaign = outcome.project.entries("campaign")
    return slug(campaign["name"][outcome.project.settings.default]) or "site"
