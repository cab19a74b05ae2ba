"""The ground that measurements stand on: the project at hand, and made-up ones that are built once for all."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from ..build.site import SITE
from .cost import Cost, cost_of_build
from .guides import write_project


@dataclass(frozen=True)
class MadeUp:
    """A made-up project: its folder, its finished site, how many pages it has, and what it cost to build them cold."""

    root: Path
    site: Path
    pages: int
    cost: Cost


@dataclass(frozen=True)
class Ground:
    """The project `root`, a folder for made-up projects, and whether there is time for the large ones."""

    root: Path
    folder: Path
    large: bool
    say: Callable[[str], None]
    made: dict[int, MadeUp] = field(default_factory=dict)

    @property
    def site(self) -> Path:
        """Returns the finished site of the project, built first when it is missing."""
        site = self.root / SITE
        if not site.is_dir():
            self.say("building the site")
            cost_of_build(self.root)
        return site

    def made_up(self, guides: int) -> MadeUp:
        """Returns a built project of `guides` guides in each of two languages."""
        if guides not in self.made:
            root = self.folder / f"guides-{guides}"
            self.say(f"writing and building 2 × {guides} guides")
            pages = write_project(root, guides)
            self.made[guides] = MadeUp(root, root / SITE, pages, cost_of_build(root))
        return self.made[guides]


@contextmanager
def ground_of(root: Path, large: bool, say: Callable[[str], None]) -> Iterator[Ground]:
    """Gives the ground, and clears away afterwards what was made up."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        Path(folder).chmod(0o755)  # linkchecker, started by root, reads as nobody
        yield Ground(root, Path(folder), large, say)
