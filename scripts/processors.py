"""Lets several processors work at once, and does the same with one where no other process may be started.

Processes are started afresh everywhere, because Windows and macOS know no other way. This knows nothing of the work.
"""

import gc
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from contextlib import contextmanager, suppress
from multiprocessing import get_context
from typing import Any


def processors() -> int:
    """Returns how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def shared(work: Callable, batches: Sequence, set_up: Callable = gc.disable, given: tuple = ()) -> Iterator[Any]:
    """Yields what `work` makes of each batch, in their order; each process calls `set_up(*given)` before all else."""
    done = 0
    with suppress(BrokenExecutor, PermissionError):
        with ProcessPoolExecutor(processors(), get_context("spawn"), set_up, given) as pool:
            for made in pool.map(work, batches):
                yield made
                done += 1
    if done < len(batches):
        set_up(*given)
        yield from map(work, batches[done:])


@contextmanager
def beside(work: Callable, *given: object) -> Iterator[None]:
    """Does some work in another process meanwhile, of which nothing is asked but that it leaves something behind.

    Where there is one processor or no process may be started, it is left undone. It ends before this does.
    """
    process = get_context("spawn").Process(target=work, args=given)
    try:
        if processors() > 1:
            with suppress(OSError):
                process.start()
        yield
        if process.pid:
            process.join()
    finally:
        if process.pid:
            process.terminate()
            process.join()
