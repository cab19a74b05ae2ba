"""Checks a finished site by all that look at one: the checks of built pages, and the second look."""

from collections.abc import Callable, Iterable
from pathlib import Path
from zipfile import BadZipFile

from ..facts.finding import Finding, finding
from ..facts.place import Place
from ..facts.project import Project
from .built import check_built, is_of
from .built.files.tree import Tree, read_tree
from .built.kept import PLACE, Kept
from .built.site import made
from .finished import FAMILY as SECOND
from .finished import PLACE as LOOKS
from .finished import SecondLook
from .unopened import check_unopened

Remade = Callable[[Project, Tree], Iterable[Finding]]


def _nothing(_project: Project, _tree: Tree) -> Iterable[Finding]:
    return ()


def _files(project: Project, tree: Tree, remade: Remade) -> list[Finding]:
    return [*made.check(project, tree), *remade(project, tree)]


def check_site(project: Project, place: Path, only: str | None = None, remade: Remade = _nothing) -> list[Finding]:
    """Returns the findings of the folder or zip `place`, at least those of `only` one family of rules.

    `remade` compares with what the build makes again. What must not be opened is told alone. The Markdown is read where
    something is wrong. A site that something else built gets no second look.
    """
    if project.settings is None:
        return list(project.problems)
    try:
        if refused := check_unopened(place):
            return refused
        tree = read_tree(place, Kept(project.root / PLACE))
        if only not in (None, SECOND) or not is_of(project, tree):
            return [*check_built(project, tree, only), *(_files(project, tree, remade) if only in (None, made.FAMILY) else ())]
        look = SecondLook(project.root, project.today, project.root / LOOKS)
        with look.begun(place):
            found = [*check_built(project, tree), *_files(project, tree, remade)] if only is None else []
        return [*found, *look.at(place)]
    except (OSError, BadZipFile) as error:
        return [finding(Place(place.as_posix()), "file-unreadable", reason=getattr(error, "strerror", None) or error)]
