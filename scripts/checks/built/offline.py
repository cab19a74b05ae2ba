"""Checks that a page asks nobody else for anything: no request may tell a third party of the visit."""

from collections.abc import Iterator

from ...facts.address import address_parts
from ...facts.finding import Finding, finding
from ...facts.project import Project
from .blame import blamed
from .tree import Reference, Tree

FOLLOWED = {"a", "area"}  # opened only when the reader chooses to
INFORMING = {"canonical", "alternate", "license", "author", "help", "next", "prev", "noreferrer", "noopener"}


def check(project: Project, tree: Tree) -> Iterator[Finding]:
    """Yields every resource that a browser would fetch from another server by itself."""
    for page in (*tree.pages, *tree.sheets):
        for reference in dict.fromkeys(page.references):
            if _fetched(reference) and _elsewhere(reference.target):
                yield finding(blamed(project, page, reference.target), "built-resource-remote",
                              tag=reference.tag, target=reference.target)


def _fetched(reference: Reference) -> bool:
    if reference.tag == "link":
        return not set(reference.rel.lower().split()) <= INFORMING
    return reference.tag not in FOLLOWED or reference.attribute == "ping"


def _elsewhere(target: str) -> bool:
    parts = address_parts(target)
    return bool(parts.netloc) or parts.scheme.lower() in ("http", "https", "ftp", "ws", "wss")
