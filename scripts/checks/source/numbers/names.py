"""Says which names of files and folders are searched: they stand in the address of a page, on posters, and below pictures."""

import os
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path, PurePosixPath

from ....facts.files.published import ASSETS
from ....facts.pages import DOCS
from ....facts.place import Place
from ....facts.project import Project

BETWEEN = re.compile(r"(?<=\d)[-_.](?=\d)")  # so-0904-556-778
MOST = 20_000  # files; whoever has more hears of that


def names(project: Project) -> Iterator[tuple[Place, str]]:
    """Yields the names of all pages, of the folders they stand in, and of the files beside them, each once, with the digits of each joined."""
    paths = [page.path for page in project.pages] + sorted(islice(_assets(project.root), MOST))
    seen: set[str] = set()
    for path in paths:
        parts = PurePosixPath(path).parts
        for size in range(3, len(parts) + 1):
            place = "/".join(parts[:size])
            if place not in seen:
                seen.add(place)
                yield Place(place), BETWEEN.sub("", parts[size - 1])


def _assets(root: Path) -> Iterator[str]:
    top = root / DOCS / ASSETS
    for parent, folders, found in os.walk(top) if not top.is_symlink() else ():
        yield from ((Path(parent) / name).relative_to(root).as_posix() for name in found)
