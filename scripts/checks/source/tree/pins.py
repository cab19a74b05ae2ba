"""Checks that the locks install only what was looked at: one version of each package, from the usual place, with its checksums.

Whatever stands there is installed, and may run, on the computer of everybody who builds the site. What pip takes and we do not:
options such as another index, other files, addresses, ranges of versions (pip.pypa.io, "Requirements File Format").
"""

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice

from ....facts.files.reading import read_text
from ....facts.finding import Finding, finding
from ....facts.place import Place
from ....facts.project import Project

LOCK, CHECKSUMS = "requirements.txt", " --hash="
LOCKS = (LOCK, f"tests/{LOCK}")
PACKAGE = re.compile(r"[A-Za-z0-9][\w.-]*(?:\[[\w.,-]+\])?==[\w.!+-]+(?:\s*;.*)?\Z")  # its marker says on which systems
FOREIGN = re.compile(r"(?:^|\s)-|\s@\s|://")  # an option, or a package from an address
CHECKSUM = re.compile(r"sha256:[0-9a-f]{64}\Z")
COMMENT = re.compile(r"(?:^|(?<=\s))#.*")
SHOWN = 80  # characters of a line that a finding repeats
MOST = 50  # findings


def check(project: Project, today: date) -> Iterator[Finding]:
    """Yields lines that are not one version of one package with its checksums; of a list without any, what comes from elsewhere."""
    for lock in LOCKS:
        text = read_text(project.root, lock)[0] if (project.root / lock).is_file() else None
        locked = CHECKSUMS in (text or "")
        loose = ((number, line) for number, line in _whole_lines(text or "") if line and not _pinned(line, locked))
        for number, line in islice(loose, MOST):
            yield finding(Place(lock, number), "requirement-unpinned", written=line if len(line) <= SHOWN else f"{line[:SHOWN]}…")


def _pinned(line: str, locked: bool) -> bool:
    if not locked:
        return FOREIGN.search(line) is None
    package, *checksums = line.split(CHECKSUMS)
    return bool(PACKAGE.match(package) and checksums and all(CHECKSUM.match(one) for one in checksums)) and " -" not in package


def _whole_lines(text: str) -> Iterator[tuple[int, str]]:
    """Yields each line with those that go on from it, without comments, and the number of the first."""
    first, parts = 1, []
    for number, line in enumerate(text.split("\n"), 1):
        first = first if parts else number
        plain = COMMENT.sub("", line).strip()
        parts.append(plain.removesuffix("\\").strip())
        if not plain.endswith("\\"):
            yield first, " ".join(filter(None, parts))
            parts = []
    if parts:
        yield first, " ".join(filter(None, parts))
