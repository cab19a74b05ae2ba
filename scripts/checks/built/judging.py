"""Judges every file of a finished site: what was said before is kept, and what is left is shared among the processors."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import chain

from ...facts.project import Project
from ...kept import hash_of
from ...processors import processors, shared
from .contacts import boxes, calls, dialling, hidden, numbers
from .files.page import Fault
from .files.tree import Tree, batches
from .links import Links
from .pages import language, leading, markup, offline, tokens, wording
from .site import served
from .sources import Sources
from .world import World

# Each check, with the families of the rules that it tells of; addresses are judged always, for they say what is reached.
CHECKS = {tokens: ("built-tokens",), calls: ("built-calls", "built"), numbers: ("built-contacts",), dialling: ("built-contacts",), boxes: ("built-contacts",),
          language: ("built-language",), markup: ("built-markup",), offline: ("built-offline",),
          served: ("built-markup",), hidden: ("built-calls", "built"), wording: ("built-markup", "built"),
          leading: ("built-links",)}
BATCH = 250
MANY = 1_000  # files from which on it pays to hand all that they are judged by to other processes
Judged = tuple[list[Fault], set[str]]


def judged(world: World, only: str | None) -> dict[str, Judged]:
    """Returns the faults of each file and the pages that it leads to, found out before or now; `only` is a family of rules."""
    kept, known = world.tree.kept, world.tree.kept.all("judged")
    keys = {address: _key(world, address, only) for address in world.tree.fronts}
    unknown = [address for address, key in keys.items() if key not in known]
    fresh = {keys[address]: said for address, said in _said(world, only, unknown).items()}
    if fresh:
        kept.keep("judged", fresh)
        kept.forget("judged", keys.values())
    return {address: _unpacked(fresh.get(key) or known[key]) for address, key in keys.items()}


def _key(world: World, address: str, only: str | None) -> str:
    """Returns a hash of everything by which the judgement of a file is made."""
    return hash_of(address, world.tree.hashes[address], world.written(address), world.digest, only or "")


def _said(world: World, only: str | None, addresses: list[str]) -> dict[str, str]:
    """Returns what is said of each file, as text."""
    if len(addresses) < MANY or processors() < 2:
        return dict(_Judge(world, only).of(addresses))
    given = replace(world.project), world.tree, only  # a copy, without what the project remembers for us
    return dict(chain.from_iterable(shared(_judging, given, batches(addresses, BATCH))))


class _Judge:
    """Judges the files of one site, by all checks or those of one family."""

    def __init__(self, world: World, only: str | None):
        self.world, self.links = world, Links(world)
        self.modules = [module for module, families in CHECKS.items() if only is None or only in families]

    def of(self, addresses: list[str]) -> Iterator[tuple[str, str]]:
        """Yields each address with what is said of the file, as text."""
        for page in self.world.tree.pages(addresses):
            faults, ways = self.links.judge(page)
            faults += [found for module in self.modules for found in module.judge(page, self.world)]
            yield page.address, json.dumps([faults, sorted(ways)])


def _judging(project: Project, tree: Tree, only: str | None) -> Callable[[list[str]], list[tuple[str, str]]]:
    judge = _Judge(World(project, tree, Sources(project)), only)
    return lambda addresses: list(judge.of(addresses))


def _unpacked(said: str) -> Judged:
    faults, ways = json.loads(said)
    return [Fault(rule, tuple(map(tuple, values)), *rest) for rule, values, *rest in faults], set(ways)
