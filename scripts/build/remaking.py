"""Checks that what stands around the text of each finished page, and each small file, is what the build makes of the sources.

Head, help bar, menus and footer lead people to help as much as the text does; sitemap, feeds and the pages at old addresses lead them here.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from ..checks.built.difference import words_from
from ..checks.built.files.page import Front
from ..checks.built.files.tree import Tree
from ..checks.built.sources import Sources
from ..checks.built.world import World
from ..facts.files.theme import theme_of
from ..facts.finding import Finding, finding
from ..facts.pages import address_of
from ..facts.pages.fallback import with_notices
from ..facts.pages.moved import moved_pages
from ..facts.place import Place
from ..facts.project import Project, read_project
from ..facts.served import POLICY
from ..facts.settings import SETTINGS
from ..kept import hash_of, made_by
from .afterwards import sitemap
from .frames import CUT, Frames
from .open_data.feed import feed, feed_address, has_feed
from .redirects import redirect
from .strings import strings_of

KIND = "frames"  # of what is kept
ADDED = re.compile(rf'<style>.*?</style>|<meta http-equiv="{POLICY}"[^<>]*>', re.DOTALL)
ARTICLE = re.compile(r"(<article\b[^<>]*>)(.*)</article>", re.DOTALL)
# What the base of the templates puts between our blocks holds none of these, but for the link that leads past the menus.
FOREIGN = re.compile(r"<(?:(?:meta|link|base|title|nav|header|footer|form|img|svg)\b|a (?!href=\"#[^\"<>]*\" class=\"md-skip\"))[^<>]*>", re.IGNORECASE)
NOTHING = "nothing"
Offline = Callable[[bytes, Mapping[str, str]], bytes]
Unlike = tuple[int, str, str, str]  # line, what it is made of, what stands there, what the build makes


def check_remade(project: Project, tree: Tree, offline: Offline | None = None) -> Iterator[Finding]:
    """Yields what is not as the build makes it; `offline` makes a page into that of a carried copy."""
    world = World(project, tree, Sources(project))
    if not world.ours or world.made is None or tree.carried and offline is None:
        return
    remade, known, fresh = _Remade(world, offline if tree.carried else None), tree.kept.all(KIND), {}
    inputs = _inputs(world)
    keys = {address: hash_of(inputs, address, tree.hashes[address]) for address, front in sorted(tree.fronts.items())
            if front.kind == "page" or address.endswith(".xml")}
    for address, content in tree.files.contents([address for address, key in keys.items() if key not in known]):
        fresh[keys[address]] = json.dumps(list(remade.unlike(address, content.decode("utf-8", "replace"))))
    if fresh:
        tree.kept.keep(KIND, fresh)
        tree.kept.forget(KIND, keys.values())
    for address, key in keys.items():
        yield from (_told(address, tree.fronts[address], *said) for said in json.loads(fresh.get(key) or known[key]))


def _told(address: str, front: Front, line: int, source: str, here: str, there: str) -> Finding:
    rule = "built-frame-differs" if front.source else "built-file-differs"
    return finding(Place(address, line), rule, source=source, here=f"“{here}”", there=f"“{there}”")


def _inputs(world: World) -> str:
    """Returns a hash of all that pages are made of, but for themselves."""
    root, theme = world.project.root, theme_of(world.project.root)
    files = [root / SETTINGS, *sorted((root / "docs/_data").rglob("*.yml")), *sorted(path for path in theme.rglob("*") if path.suffix in (".html", ".svg"))]
    pages = [f"{path} {world.sources.hash(path)}" for path in sorted(world.sources.addresses)]
    code = made_by([Path(__file__).parent], ["jinja2"])
    return hash_of(code, str(world.made), str(world.project.today), str(world.tree.carried), *pages, *(path.read_bytes() for path in files if path.is_file()))


@dataclass(frozen=True)
class _Remade:
    """What the build makes of the sources again, once something has to be compared with it."""

    world: World
    offline: Offline | None

    @cached_property
    def project(self) -> Project:
        given = self.world.project
        return with_notices(given if given.pages else read_project(given.root, given.today))

    @cached_property
    def frames(self) -> Frames:
        return Frames(self.project, self.world.made)

    @cached_property
    def files(self) -> dict[str, tuple[str, str]]:
        """Returns the text of each file that belongs to no page, and what it is made of."""
        project, codes, main = self.project, self.project.settings.codes, self.project.settings.default
        found = {"sitemap.xml": (sitemap(project), SETTINGS)}
        if has_feed(project):
            found |= {feed_address(project, code): (feed(project, code), "docs/_data/changes.yml") for code in codes}
        return found | {address_of(entry.pair, code, main): (redirect(project, entry, code), "docs/_data/moved.yml")
                        for entry in moved_pages(project.entries("moved")) for code in codes}

    def unlike(self, address: str, here: str) -> Iterator[Unlike]:
        """Yields where the text of a file differs."""
        plain = ADDED.sub(lambda added: "\n" * added[0].count("\n"), here)
        if page := self.project.by_address.get(address):
            text = ARTICLE.search(plain)
            made = self.frames.of(page, text[2] if text else "")
            plain = _without_proposal(plain, strings_of(self.project, page.language)["propose_change"])
            yield from ((*found[:1], "overrides/", *found[1:]) for found in _around(plain, self._carried(made, page.language)))
        elif address in self.files:
            made, source = self.files[address]
            wanted = self._carried(made, "") if address.endswith(".html") else made
            yield from ((*found[:1], source, *found[1:]) for found in _blocks(plain, [wanted]))

    def _carried(self, made: str, language: str) -> str:
        if not self.offline:
            return made
        begin = f'<html lang="{language}">' if language else ""
        words = self.project.entries("strings").get("needs_internet", {})
        return self.offline(f"{begin}{made}".encode(), words).decode().removeprefix(begin)


def _without_proposal(page: str, words: str) -> str:
    """Returns a page without its link to where its source is edited, whose address MkDocs makes and the check of links judges."""
    return re.sub(rf'<li><a href="[^"<>]*" rel="noopener noreferrer">{re.escape(words)}</a> \([^<>()]*\)</li>', "", page)


def _around(page: str, made: str) -> Iterator[tuple[int, str, str]]:
    """Yields where a page differs around its text."""
    blocks = ARTICLE.sub(rf"\1{CUT}</article>", made).split(CUT)
    return _blocks(ARTICLE.sub(lambda text: text[1] + "\n" * text[2].count("\n") + "\n</article>", page), blocks)


def _blocks(page: str, blocks: list[str]) -> Iterator[tuple[int, str, str]]:
    """Yields line, what is there and what should be, for the first of the blocks that a page does not have in its place."""
    here = [(number, said) for number, line in enumerate(page.split("\n"), 1) if (said := line.strip())]
    lines, at = [said for _, said in here], 0
    for wanted in filter(None, ([said for line in block.split("\n") if (said := line.strip())] for block in blocks)):
        start = next((number for number in range(at, len(lines)) if lines[number:number + 1] == wanted[:1] and lines[number:number + len(wanted)] == wanted), None)
        if start is None:
            yield _first(here, wanted, at)
            return
        foreign = next((number for number in range(at, start) if FOREIGN.search(lines[number])), None)
        if foreign is not None:
            yield here[foreign][0], lines[foreign][:100], NOTHING
            return
        at = start + len(wanted)


def _first(here: list[tuple[int, str]], wanted: list[str], at: int) -> tuple[int, str, str]:
    """Returns the first line that differs, counted from where the block begins."""
    lines = [said for _, said in here]
    start = lines.index(wanted[0], at) if wanted[0] in lines[at:] else at
    same = next((number for number, line in enumerate(wanted) if lines[start + number:start + number + 1] != [line]), 0)
    number, said = here[start + same] if start + same < len(here) else (here[-1][0] if here else 1, "")
    return number, words_from(said, wanted[same]) or NOTHING, words_from(wanted[same], said) or NOTHING
