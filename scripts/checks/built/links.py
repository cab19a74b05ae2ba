"""Checks that every address inside the finished site leads somewhere, with exact case."""

from collections import Counter
from collections.abc import Iterator
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from ...facts.finding import Finding, finding
from ...facts.nearest import nearest
from ...facts.project import Project
from .blame import blamed
from .tree import BuiltPage, Reference, Tree


def check(project: Project, tree: Tree) -> Iterator[Finding]:
    """Yields broken links and anchors, links that break offline, repeated ids, missing pages."""
    anchors = {page.address: set(page.ids) for page in tree.pages}
    for page in tree.pages:
        for id, count in Counter(page.ids).items():
            if count > 1:
                yield finding(blamed(project, page), "built-id-repeated", id=id)
        for reference in dict.fromkeys(page.references):
            yield from _reference(project, page, reference, tree, anchors)
    yield from _missing(project, tree)


def _reference(project: Project, page: BuiltPage, reference: Reference, tree: Tree, anchors: dict) -> Iterator[Finding]:
    if reference.tag == "base":
        return
    target = reference.target
    own = target.startswith(project.settings.address)
    parts = urlsplit("/" + target[len(project.settings.address):] if own else target)
    if not own and (parts.scheme or parts.netloc):
        return
    place, attribute = blamed(project, page, target), reference.attribute
    if parts.path.startswith("/") and not own:
        yield finding(place, "built-link-absolute", attribute=attribute, target=target)
        return
    path = _resolved(page, unquote(parts.path), own)
    if path.startswith(".."):
        yield finding(place, "built-link-above-root", attribute=attribute, target=target)
    elif path not in tree.addresses:
        if not (own and tree.carried):
            yield finding(place, "built-link-broken", attribute=attribute, target=target,
                          guess=nearest(path, tree.addresses))
    elif parts.fragment and unquote(parts.fragment) not in anchors.get(path, ()):
        yield finding(place, "built-anchor-missing", target=path, anchor=unquote(parts.fragment),
                      guess=nearest(unquote(parts.fragment), anchors.get(path, ())))


def _resolved(page: BuiltPage, path: str, own: bool) -> str:
    if own:
        return path.lstrip("/") or "index.html"
    return normpath(join(dirname(page.address), path)) if path else page.address


def _missing(project: Project, tree: Tree) -> Iterator[Finding]:
    """Every page of the sources must be there; a carried copy leaves out the not-found pages."""
    for page in project.pages:
        address = project.address(page)
        if address not in tree.addresses and not (tree.carried and page.type == "notice"):
            yield finding(page.place(), "built-page-missing", address=address)
