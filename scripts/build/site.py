"""Builds the whole site: check the sources, generate, finish, check what came out, swap.

Nothing is written into `site/` itself. The new site grows in a folder beside it and takes its
place only when every check has passed; until then readers keep the old one.
"""

import errno
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from tempfile import mkdtemp

from filelock import FileLock, Timeout

from .. import kept
from ..checks.built import check_built
from ..checks.built.files.tree import Tree, read_tree
from ..checks.built.kept import PLACE as LINKS
from ..checks.built.kept import Kept
from ..checks.built.site import made
from ..checks.finished import PLACE as LOOKS
from ..checks.finished import SecondLook
from ..checks.report import counts, in_order
from ..checks.source import check_beforehand, check_source
from ..facts.files.theme import theme_of
from ..facts.finding import Finding, finding
from ..facts.place import Place
from ..facts.project import Project, read_project
from .cards import PLACE as CARDS
from .cards import draw_cards, kept_cards, write_cards
from .day import build_day
from .generator import generating
from .headers import write_headers
from .icons import write_icons
from .javascript import join_scripts
from .prune import prune
from .publish import recover, swap
from .remaking import check_remade
from .stylesheet import inline_stylesheets
from .well_known import write_well_known

WORK, SITE, STAGING = ".build", "site", "staging-"
Say = Callable[[str], None]


@dataclass
class Outcome:
    """What a build came to: its findings, and what it built when there are no errors."""

    findings: list[Finding] = field(default_factory=list)
    project: Project | None = None
    tree: Tree | None = None
    second_look: SecondLook | None = None

    @property
    def failed(self) -> bool:
        """Returns whether anything forbids to publish."""
        return counts(self.findings)["error"] > 0

    def add(self, found) -> bool:
        """Takes in findings, in order and once each; returns whether the build may go on."""
        self.findings = in_order([*self.findings, *found])
        return not self.failed


def build_site(root: Path, today: date, say: Say, release: bool = False) -> Outcome:
    """Builds the project `root` into its folder `site/`; the old site stays when anything fails.

    What has grown old is a warning, and forbids only a `release`.
    """
    outcome = Outcome()
    with _alone(root, outcome) as allowed, guarded(outcome, SITE):
        if allowed:
            recover(root / SITE)
            _build(root, today, say, outcome, release)
    return outcome


def _build(root: Path, today: date, say: Say, outcome: Outcome, release: bool) -> None:
    say("checking the sources")
    project = outcome.project = read_project(root, today)
    if not outcome.add(check_beforehand(project, today)):
        outcome.add(check_source(project, today, release))
        return
    fresh, cards = _fresh_folder(root / WORK), kept_cards(root / CARDS)
    with generating(root, fresh, root / WORK, today) as complaints:  # two things at once: MkDocs takes as long as all checks
        if not outcome.add(check_source(project, today, release)):
            return
        say("building the pages")
        draw_cards(project, cards)
        if not outcome.add(complaints()):
            return
    finish(root, fresh, project, cards)
    say("checking the built pages")
    outcome.second_look = SecondLook(root, today, root / LOOKS)
    with outcome.second_look.begun(fresh):
        outcome.tree = read_tree(fresh, Kept(root / LINKS))
        outcome.add([*check_built(project, outcome.tree), *made.check(project, outcome.tree), *check_remade(project, outcome.tree)])
    if outcome.add(outcome.second_look.at(fresh)):
        swap(fresh, root / SITE)


def finish(root: Path, site: Path, project: Project, cards: kept.Kept | None = None) -> None:
    """Turns what MkDocs wrote into what readers get."""
    inline_stylesheets(site)
    join_scripts(site)
    prune(site, theme_of(root))
    write_headers(site)
    write_well_known(site, project.settings, build_day(root))
    write_cards(project, site, cards)
    write_icons(project, site)


def _fresh_folder(work: Path) -> Path:
    """Returns an empty folder that nobody else knows: where a build was killed, its MkDocs may still write into another one."""
    for old in work.glob(f"{STAGING}*"):
        shutil.rmtree(old, ignore_errors=True)
    folder = Path(mkdtemp(prefix=STAGING, dir=work)) / SITE  # below, because only its maker may enter what mkdtemp makes
    folder.mkdir()
    return folder


@contextmanager
def _alone(root: Path, outcome: Outcome) -> Iterator[bool]:
    """Holds the one place to build, which the system frees when a build dies."""
    lock = FileLock(root / WORK / "lock", timeout=0)
    try:
        (root / WORK).mkdir(exist_ok=True)
        lock.acquire()
    except Timeout:
        outcome.add([finding(Place(SITE), "build-running")])
    except OSError as error:
        outcome.add([finding(Place(WORK), "build-not-written", reason=error.strerror or error)])
    try:
        yield lock.is_locked
    finally:
        lock.release()


@contextmanager
def guarded(outcome: Outcome, name: str) -> Iterator[None]:
    """Turns a disk that is full or refuses into a finding."""
    try:
        yield
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES, errno.EPERM, errno.EIO):
            raise
        outcome.add([finding(Place(name), "build-not-written", reason=error.strerror)])
