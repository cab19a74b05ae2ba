"""Counts how many mutants the tests notice, module by module, and lists those that live on."""

import json
import os
import random
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from ..figures import Figure, Unmeasured
from .mutants import Mutant, mutants
from .trial import ALIVE, NO_TESTS, TOO_LONG, Trial, outcomes

LIST = "tests/mutation.yml"
SEED = 2026
WHOLE, COMPARED = 90.0, 100.0  # per cent that have to be noticed: of all, and of what compares numbers and hosts
SLACK, SHORTEST, LONGEST = 3, 5, 120  # times the tests without a mutant, and seconds of the processor


@dataclass
class Part:
    """A module, the tests that have to notice, the functions that compare, and the mutants that change nothing, with reasons."""

    path: str
    tests: tuple[tuple[str, ...], ...]
    compares: tuple[str, ...]
    harmless: dict[tuple[str, str], str]
    all: list[Mutant] = field(default_factory=list)
    tried: list[Mutant] = field(default_factory=list)
    alive: list[Mutant] = field(default_factory=list)
    slow: int = 0

    def comparing(self, mutant: Mutant) -> bool:
        """Returns whether a mutant is in a function that compares numbers or hosts."""
        return any(mutant.where == name or mutant.where.startswith(f"{name}.") for name in self.compares) or "*" in self.compares

    def reason(self, mutant: Mutant) -> str:
        """Returns why a mutant changes nothing that anybody could see, or an empty string."""
        return self.harmless.get((mutant.where, mutant.change), "")


def parts(root: Path, wanted: Sequence[str]) -> list[Part]:
    """Returns the modules of the list, or those whose path ends or begins like one of `wanted`. Raises Unmeasured."""
    written = yaml.safe_load((root / LIST).read_text(encoding="utf-8"))
    harmless = {path: {(one["in"], one["change"]): one["why"] for one in ones} for path, ones in (written["harmless"] or {}).items()}
    found = [Part(path, tuple(tuple(row) for row in group["tests"]), tuple(written["compares"].get(path, ())), harmless.get(path, {}))
             for group in written["groups"] for path in group["modules"]
             if not wanted or any(path.endswith(one) or path.startswith(one) for one in wanted)]
    if not found:
        raise Unmeasured(f"{LIST} names no module like {', '.join(wanted)}")
    return found


def measure(root: Path, wanted: Sequence[str], sample: int, only_compared: bool, say: Callable[[str], None]) -> tuple[list[Figure], list[str]]:
    """Returns the scores, and a line for each mutant that lives. Of each module `sample` mutants are tried, 0 for all."""
    os.chdir(root)  # the tests name files from there
    luck, chosen = random.Random(SEED), parts(root, wanted)
    with tempfile.TemporaryDirectory() as folder:
        for part in chosen:
            part.all = [one for one in mutants(Path(part.path).read_text(encoding="utf-8")) if part.comparing(one) or not only_compared]
            part.tried = part.all if not sample or sample >= len(part.all) else sorted(
                luck.sample(part.all, sample), key=lambda one: one.number)
            _run(part, Path(folder), say)
    return list(_figures(chosen)), [line for part in chosen for line in _told(part)]


def _run(part: Part, folder: Path, say: Callable[[str], None]) -> None:
    before = sum(os.times()[2:4])
    (_, outcome), = outcomes([Trial(part.path, None, part.tests, LONGEST)], folder, 1)
    if outcome != ALIVE:
        why = "find nothing to run" if outcome == NO_TESTS else "do not pass"
        raise Unmeasured(f"the tests of {part.path} {why} without any change: {json.dumps(part.tests)}")
    limit = max(SHORTEST, min(LONGEST, SLACK * round(sum(os.times()[2:4]) - before)))
    by_number, trials = {one.number: one for one in part.tried}, [Trial(part.path, one.number, part.tests, limit) for one in part.tried]
    for done, (trial, outcome) in enumerate(outcomes(trials, folder, os.cpu_count() or 1), 1):
        say(f"{part.path}: {done} of {len(trials)}, {len(part.alive)} alive")
        part.slow += outcome == TOO_LONG
        if outcome in (ALIVE, NO_TESTS):
            part.alive.append(by_number[trial.number])


def _figures(chosen: list[Part]) -> Iterator[Figure]:
    for part in chosen:
        yield _figure(part.path, [part], None, lambda part, one: True)
    yield _figure("all together", chosen, WHOLE, lambda part, one: True)
    yield _figure("comparison of numbers and hosts", chosen, COMPARED, Part.comparing)


def _figure(what: str, chosen: list[Part], least: float | None, counts: Callable[[Part, Mutant], bool]) -> Figure:
    every, tried, alive, harmless, slow = 0, 0, 0, 0, 0
    for part in chosen:
        every += sum(counts(part, one) for one in part.all)
        tried += sum(counts(part, one) for one in part.tried)
        alive += sum(counts(part, one) for one in part.alive)
        harmless += sum(counts(part, one) and bool(part.reason(one)) for one in part.alive)
        slow += part.slow
    score = 100 * (tried - alive) / (tried - harmless) if tried > harmless else None
    note = f"{tried - alive} noticed of {tried} tried of {every}" + (f", {slow} of them by taking too long" if slow else "")
    note += f"; {harmless} of the {alive} alive change nothing, by the list" if harmless else ""
    return Figure(f"mutation: {what}", score, "%", least, note, at_least=True)


def _told(part: Part) -> Iterator[str]:
    for one in sorted(part.alive, key=lambda one: one.number):
        reason = part.reason(one)
        yield f"{part.path}:{one.line}: {one.where}: {one.change}" + (f"  [changes nothing: {reason}]" if reason else "")
