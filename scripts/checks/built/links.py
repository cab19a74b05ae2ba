"""Checks that every address inside the finished site leads somewhere, with exact case."""

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from posixpath import dirname, join, normpath, relpath
from urllib.parse import SplitResult, unquote

from ...facts.address import address_parts
from ...facts.finding import Finding, finding
from ...facts.nearest import closest, did_you_mean, nearest
from ...facts.project import Project
from .blame import blamed
from .calls import SCHEMES
from .tree import BuiltPage, Reference, Tree

# What a link may begin with; the telephone's own are compared with the registry, and javascript: runs code.
HARMLESS = ("http:", "https:", "mailto:", "data:", *SCHEMES)


def check(project: Project, tree: Tree) -> Iterator[Finding]:
    """Yields broken links and anchors, links that break offline, repeated ids, missing pages."""
    for page in (*tree.pages, *tree.sheets):
        for id, count in Counter(filter(None, page.ids)).items():
            if count > 1:
                yield finding(blamed(project, page), "built-id-repeated", id=id)
        for reference in dict.fromkeys(page.references):
            yield from _reference(project, page, reference, tree)
    yield from _missing(project, tree)


def _reference(project: Project, page: BuiltPage, reference: Reference, tree: Tree) -> Iterator[Finding]:
    if reference.tag == "base":
        return
    target, address = reference.target, project.settings.address
    own = bool(address) and target.startswith(address)
    parts = address_parts("/" + target[len(address):] if own else target)
    told = {"attribute": reference.attribute, "target": target}
    if parts.scheme or parts.netloc:
        if parts.scheme and f"{parts.scheme.lower()}:" not in HARMLESS:
            yield finding(blamed(project, page, target), "built-link-scheme-unknown", **told, scheme=parts.scheme)
    elif parts.path.startswith("/") and not own:
        yield finding(blamed(project, page, target), "built-link-absolute", **told)
    else:
        yield from _inside(project, page, parts, own, tree, told)


def _inside(project: Project, page: BuiltPage, parts: SplitResult, own: bool, tree: Tree,
            told: dict[str, str]) -> Iterator[Finding]:
    """An address that must lead to a file of the site; the place is looked up only for what is wrong."""
    path, anchor, known = _resolved(page, unquote(parts.path), own), unquote(parts.fragment), tree.anchors
    if f"{path}/".startswith("../"):
        yield finding(blamed(project, page, told["target"]), "built-link-above-root", **told)
    elif path not in tree.addresses:
        if not (own and tree.carried):
            better = _closest(path, tree.addresses)
            guess = did_you_mean(better and relpath(better, dirname(page.address) or "."))
            yield finding(blamed(project, page, told["target"]), "built-link-broken", **told, guess=guess)
    elif anchor and path in known and anchor not in known[path]:
        yield finding(blamed(project, page, told["target"]), "built-anchor-missing", target=path, anchor=anchor,
                      guess=nearest(anchor, known[path]))


@lru_cache  # a link that is wrong in a template is wrong on every page, and among many addresses a guess takes long
def _closest(path: str, addresses: frozenset[str]) -> str:
    return closest(path, addresses)


def _resolved(page: BuiltPage, path: str, own: bool) -> str:
    if own:
        return normpath(path.lstrip("/") or "index.html")
    return normpath(join(dirname(page.address), path)) if path else page.address


def _missing(project: Project, tree: Tree) -> Iterator[Finding]:
    """Every page of the sources must be there; a carried copy leaves out the not-found pages."""
    for page in project.pages:
        address = project.address(page)
        if address not in tree.addresses and not (tree.carried and page.type == "notice"):
            yield finding(page.place(), "built-page-missing", address=address)
