"""Checks that a finished site holds no file that the build does not make.

One file more can take over the whole site: `CNAME` and `_redirects` send readers to another host, a service worker
answers in its place. So what may be there is listed, and everything else is told.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from posixpath import basename, dirname

from ....facts.address import OPEN_DATA
from ....facts.files.litter import litter
from ....facts.files.theme import theme_of
from ....facts.finding import Finding, finding
from ....facts.pages import DOCS, address_of
from ....facts.pages.moved import moved_pages
from ....facts.place import Place
from ....facts.project import Project
from ....facts.served import ROBOTS, SECURITY, header_files
from ..files.tree import Tree
from ..sources import Sources
from ..world import World

FAMILY = "built"  # of its rule
SCRIPTS = "assets/javascripts"
REUSED = ("contacts.json", "contacts.schema.json", "contacts.{0}.vcf", "contacts.{0}.html")  # of the open data
ONCE = ("sitemap.xml", "feed.xml", "favicon.ico", "assets/images/apple-touch-icon.png", ROBOTS, *header_files(()))
EACH = ("{0}/feed.xml", *(f"{OPEN_DATA}{name}" for name in REUSED), f"{SCRIPTS}/search-data.{{0}}.js")


def check(project: Project, tree: Tree) -> Iterator[Finding]:
    """Yields the files of the project's finished site that the build does not make, and those of the open data that are gone."""
    sources = Sources(project)
    if World(project, tree, sources).ours:
        yield from _strangers(project, tree, sources)
        yield from _lost(project, tree)


def _strangers(project: Project, tree: Tree, sources: Sources) -> Iterator[Finding]:
    theme = theme_of(project.root)
    known = {*ONCE, *_pages(project, sources), *_kept(theme, "assets"), *_kept(project.root / DOCS, "assets")}
    known |= {form.format(code) for form in EACH for code in project.settings.codes}
    known |= {SECURITY} if project.settings.security_contact else set()
    joined = _joined(theme / SCRIPTS)
    for address in sorted(tree.addresses - known):
        if litter(basename(address)):
            yield finding(Place(address), "built-file-litter")
        elif not (dirname(address) == SCRIPTS and joined.match(basename(address))):
            yield finding(Place(address), "built-file-unknown")


def _lost(project: Project, tree: Tree) -> Iterator[Finding]:
    """Other sites read them by their addresses, so no broken link tells that one is gone."""
    reused = {f"{OPEN_DATA}{name}".format(code) for name in REUSED for code in project.settings.codes}
    for address in sorted(reused - tree.addresses) if reused & tree.addresses else ():
        yield finding(Place(address), "built-data-differs", what="the file", detail="it is not there")


def _pages(project: Project, sources: Sources) -> Iterator[str]:
    """Yields the address of each page and of its picture, of what stands in for a missing translation, and of pages that moved."""
    codes, main = project.settings.codes, project.settings.default
    for address, path in sources.by_address.items():
        yield address
        pair = path.split("/", 2)[2].rpartition(".")[0]
        yield from (f"assets/cards/{code}/{pair}.png" for code in codes)
        yield from (address_of(f"{pair}.md", code, main) for code in codes if path.startswith(f"{DOCS}/{main}/"))
    yield from (address_of(page.pair, code, main) for page in moved_pages(project.entries("moved")) for code in codes)


def _kept(folder: Path, below: str) -> Iterator[str]:
    """Yields the files that the build takes over as they are."""
    yield from (path.relative_to(folder).as_posix() for path in (folder / below).rglob("*")
                if path.is_file() and not path.is_symlink() and not litter(path.name))


def _joined(folder: Path) -> re.Pattern:
    """Returns what fits the names of the scripts that the build joins: those of ours, one behind the other."""
    stems = "|".join(sorted((re.escape(path.stem) for path in folder.glob("*.js")), key=len, reverse=True))
    return re.compile(rf"(?:{stems})(?:-(?:{stems}))*\.js\Z") if stems else re.compile(r"(?!)")
