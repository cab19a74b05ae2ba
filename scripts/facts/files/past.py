"""Reads an older version of the project out of git: what the registry said then, and who changed it since.

Nothing is checked out and nothing is run: git hands over the text of single files.
"""

import os
import re
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ..data.strict_yaml import read_yaml
from ..pages import DOCS
from ..place import Record, mapping
from ..project import DATA, Project

REGISTRY, RETIRED = f"{DATA}/contacts.yml", f"{DATA}/retired.yml"
IDENT = re.compile(r"(?P<name>[^<]*)<(?P<email>[^>]*)>(?: [0-9]+ [+-][0-9]+)?\s*\Z")
SHA, SHOWN = re.compile(r"\b[0-9a-f]{40}\b"), 10  # the name of a commit, and how much of it a finding says
CO_AUTHORS = "%(trailers:key=Co-authored-by,valueonly,unfold,separator=%x1f)"  # those who worked on it together


class NoPast(Exception):
    """Says in words why an older version cannot be read."""


@dataclass(frozen=True)
class Step:
    """One commit that changed the registry, or the changes not yet committed: the names and addresses of those who
    made it, co-authors among them, and the entries before and after.

    `before` holds the entries of each parent: a merge changed only what differs from all of them.
    """

    authors: tuple[tuple[str, str], ...]
    before: tuple[Record, ...]
    after: Record


@dataclass(frozen=True)
class Past:
    """The project at the commit `rev`: entries of the registry, retired ones, the list of changes, the owners' list, and the pairs of its pages."""

    rev: str
    contacts: Record
    retired: Record
    changes: Record
    allowed: Record
    pairs: frozenset[str]
    steps: tuple[Step, ...]


def read_past(project: Project, rev: str) -> Past:
    """Returns the project at a commit; raises NoPast when git, the repository or the commit is not there."""
    root = project.root
    commit = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{rev}^{{commit}}",
                  otherwise="there is no such commit here").strip()
    contacts = _entries(root, commit, REGISTRY)
    if contacts is None:
        raise NoPast(f"its {REGISTRY} is broken")
    retired, changes, allowed = (mapping(_entries(root, commit, f"{DATA}/{name}.yml")) for name in ("retired", "changes", "allowed"))
    return Past(SHA.sub(lambda sha: sha[0][:SHOWN], rev), contacts, retired, changes, allowed,
                _pairs(root, commit, project.settings.codes), tuple(_steps(project, commit, contacts)))


def _git(root: Path, *words: str, otherwise: str = "") -> str:
    """Returns what git prints; raises NoPast with its first line, or with `otherwise` where it says nothing."""
    try:
        run = subprocess.run(["git", "-C", str(root), *words], capture_output=True, encoding="utf-8", errors="replace",
                             env={**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"})
    except OSError:
        raise NoPast("git is not installed on this computer") from None
    if run.returncode:
        told = run.stderr.strip().split("\n")[0]
        raise NoPast(told.removeprefix("fatal: ") or otherwise)
    return run.stdout


@cache  # a commit never changes, and each is the parent of the next
def _entries(root: Path, commit: str, path: str) -> Record | None:
    """Returns the entries of a data file at a commit: empty when it was not there, None when it cannot be read."""
    if not _git(root, "ls-tree", "--name-only", commit, "--", path).strip():
        return mapping(None)
    value, _ = read_yaml(_git(root, "show", f"{commit}:./{path}"), path)
    return value if isinstance(value, Record) else None


def _pairs(root: Path, commit: str, codes: tuple[str, ...]) -> frozenset[str]:
    """Returns the paths of the pages below their language folder."""
    folders = [f"{DOCS}/{code}/" for code in codes]
    paths = _git(root, "ls-tree", "-r", "-z", "--name-only", commit, "--", *folders).split("\0")
    return frozenset(path.split("/", 2)[2] for path in paths if path.endswith(".md"))


def _steps(project: Project, commit: str, first: Record) -> list[Step]:
    """Returns the commits since `commit` that touched the registry, and what is not committed yet.

    A version that cannot be read is taken for the `first`, so that nobody hides a change behind a broken file.
    """
    root = project.root

    def at(version: str) -> Record:
        read = _entries(root, version, REGISTRY)
        return first if read is None else read

    log = _git(root, "log", "-z", f"--format=%H%x1f%P%x1f%an <%ae>%x1f{CO_AUTHORS}", f"{commit}..HEAD", "--", REGISTRY)
    steps = []
    for line in filter(None, log.split("\0")):
        made, parents, *people = line.strip("\n").split("\x1f")
        steps.append(Step(tuple(map(_person, filter(None, people))), tuple(at(parent) for parent in parents.split()), at(made)))
    head = _git(root, "rev-parse", "HEAD").strip()
    return [*steps, Step((_myself(root),), (at(head),), project.entries("contacts"))]


def _myself(root: Path) -> tuple[str, str]:
    """Returns the name and the address under which a commit would be made here, empty when nobody has told git."""
    try:
        return _person(_git(root, "var", "GIT_AUTHOR_IDENT"))
    except NoPast:
        return "", ""


def _person(written: str) -> tuple[str, str]:
    """Returns the name and the address of `Name <address>`; without an address the whole is a name."""
    match = IDENT.match(written)
    return (match["name"].strip(), match["email"]) if match else (" ".join(written.split()), "")
