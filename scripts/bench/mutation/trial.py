"""Runs the tests against one mutant, in a process of its own that ends when it takes too long.

What is too long is counted in seconds of the processor, so that a busy machine makes no mutant look noticed. The tests
that noticed the mutants before are asked first, for what one slip breaks, the next often breaks, too.
"""

import importlib
import multiprocessing
import os
import shutil
import signal
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.machinery import PathFinder, SourceFileLoader
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from time import monotonic

from .mutants import mutated

OURS = ("scripts", "tests")
QUICK = ["-c", "tests/pytest.ini", "--rootdir", ".", "-x", "-q", "--no-header"]
ALIVE, NOTICED, TOO_LONG, NO_TESTS = "alive", "noticed", "too long", "no tests"
EXITS = {0: ALIVE, 4: NO_TESTS, 5: NO_TESTS}  # of pytest; all others say that something went wrong, and it did
MEMORY = 2 << 30  # bytes
STOPPED = tuple(-getattr(signal, name) for name in ("SIGXCPU", "SIGKILL") if hasattr(signal, name))
BUSY = 20  # times the seconds of the processor that a process may take by the clock


@dataclass(frozen=True)
class Trial:
    """A mutant to try: its module's path, its number (None for the module as it is), pytest's arguments row by row, seconds."""

    module: str
    number: int | None
    tests: tuple[tuple[str, ...], ...]
    limit: int


class _Finder:
    """Hands out one module as a mutant, and leaves all others to Python."""

    def __init__(self, module: str, code):
        self.name, self.code = module.removesuffix(".py").removesuffix("/__init__").replace("/", "."), code

    def find_spec(self, name: str, path=None, target=None):
        if name != self.name:
            return None
        spec = PathFinder.find_spec(name, path)
        spec.loader = _Loader(name, spec.origin, self.code)
        return spec


class _Loader(SourceFileLoader):
    def __init__(self, name: str, path: str, code):
        super().__init__(name, path)
        self.code = code

    def get_code(self, fullname: str):
        return self.code


def outcomes(trials: Sequence[Trial], folder: Path, many: int) -> Iterator[tuple[Trial, str]]:
    """Yields each trial and what came of it, as they end; `many` run side by side."""
    _import_once(trials)
    noticed: list[str] = []
    context = multiprocessing.get_context("fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn")
    waiting, running = list(reversed(trials)), {}
    try:
        while waiting or running:
            while waiting and len(running) < many:
                trial = waiting.pop()
                process = context.Process(target=_try, args=(trial, folder, tuple(noticed)))  # no daemon, for some tests start processes
                process.start()
                running[process] = trial, monotonic()
            for process, trial, outcome in _ended(running):
                shutil.rmtree(folder / str(process.pid), ignore_errors=True)
                if (said := folder / f"{process.pid}.txt").is_file():
                    name = said.read_text(encoding="utf-8")
                    noticed = [name, *(other for other in noticed if other != name)]
                    said.unlink()
                yield trial, outcome
    finally:
        for process in running:
            process.kill()


def _import_once(trials: Sequence[Trial]) -> None:
    """Imports pytest, and with the tests all that they need of others, so that no fork has to."""
    import pytest  # noqa: F401

    for name in {name for trial in trials for row in trial.tests for name in row if name.endswith(".py")}:
        importlib.import_module(name.removesuffix(".py").replace("/", "."))


def _ended(running: dict[BaseProcess, tuple[Trial, float]]) -> Iterator[tuple[BaseProcess, Trial, str]]:
    wait([process.sentinel for process in running], timeout=0.2)
    for process, (trial, since) in list(running.items()):
        late = monotonic() - since > trial.limit * BUSY
        if process.is_alive() and not late:
            continue
        outcome = TOO_LONG if process.is_alive() or process.exitcode in STOPPED else EXITS.get(process.exitcode, NOTICED)
        process.kill()
        process.join()
        del running[process]
        yield process, trial, outcome


def _try(trial: Trial, folder: Path, noticed: Sequence[str]) -> None:
    """Ends the process with pytest's exit code of the first row of tests that does not pass, or with 0."""
    silent = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silent, 1)
    os.dup2(silent, 2)
    _bounded(trial.limit)
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"  # none is needed, and each costs
    code = None if trial.number is None else compile(
        mutated(Path(trial.module).read_text(encoding="utf-8"), trial.number), trial.module, "exec", dont_inherit=True)
    for name in [name for name in sys.modules if name.partition(".")[0] in OURS]:
        del sys.modules[name]
    import tempfile

    import pytest

    tempfile.tempdir = str(folder)
    if code:
        sys.meta_path.insert(0, _Finder(trial.module, code))
    for row in trial.tests:
        arguments = [*QUICK, "--basetemp", str(folder / str(os.getpid())), *row]
        if ended := int(pytest.main(arguments, plugins=[_Eager(noticed, folder / f"{os.getpid()}.txt")])):
            os._exit(ended)
    os._exit(0)


class _Eager:
    """Lets the tests begin that noticed something before, and writes down which one notices this time."""

    def __init__(self, before: Sequence[str], said: Path):
        self.rank, self.said = {name: at for at, name in enumerate(before)}, said

    def pytest_collection_modifyitems(self, items: list) -> None:
        items.sort(key=lambda item: self.rank.get(item.nodeid, len(self.rank)))

    def pytest_runtest_logreport(self, report) -> None:
        if report.failed:
            self.said.write_text(report.nodeid, encoding="utf-8")


def _bounded(seconds: int) -> None:
    """Keeps a mutant that never ends, or never stops growing, from taking the whole machine."""
    try:
        import resource
    except ImportError:  # Windows
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
