"""Checks of what changed since an older version: whether somebody else has looked, and whether readers are told."""

from collections.abc import Iterator

from ...facts.files.past import NoPast, read_past
from ...facts.finding import Finding, finding
from ...facts.place import Place
from ...facts.project import Project
from . import allowed, changes, contacts, pages, retired


def check_since(project: Project, rev: str, release: bool = False) -> Iterator[Finding]:
    """Yields what is wrong with the changes since the commit `rev`, or why it cannot be read.

    What is still to be written of changed numbers is a warning, and an error only for a `release`.
    """
    if project.settings is None:  # told already, as a missing file
        return
    try:
        past = read_past(project, rev)
    except NoPast as reason:
        yield finding(Place(".git"), "history-unreadable", rev=rev, reason=reason)
        return
    yield from contacts.check(project, past, release)
    yield from retired.check(project, past)
    yield from changes.check(project, past)
    yield from pages.check(project, past)
    yield from allowed.check(project, past)
