"""Lets several processors work at once, and does the same with one where no other process may be started.

The other processes are started afresh, because Windows and macOS know no other way; they are started when they are
needed first, and end with this one. Only `split` copies this process, where that is quick and safe, so that what was
read need not be read again. Nothing here knows what the work is.
"""

import gc
import os
import pickle
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from contextlib import contextmanager, suppress
from functools import cache, lru_cache
from multiprocessing import Process, get_context, parent_process
from multiprocessing.connection import Connection
from typing import Any

Job = Callable[[], Any]
NOT_STARTED = (BrokenExecutor, PermissionError)


def processors() -> int:
    """Returns how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def shared(make: Callable[..., Callable], given: tuple, batches: Sequence) -> Iterator[Any]:
    """Yields what a function makes of each batch, in their order; each process gets it once, from `make(*given)`."""
    done, job = 0, pickle.dumps((make, given))
    with suppress(*NOT_STARTED):
        for made in _pool().map(_work, [job] * len(batches), batches):
            yield made
            done += 1
    if done < len(batches):
        _pool.cache_clear()
        yield from map(make(*given), batches[done:])


@contextmanager
def beside(work: Callable, *given: object) -> Iterator[None]:
    """Does some work in another process meanwhile, of which nothing is asked but that it leaves something behind.

    Where there is one processor or no process may be started, it is left undone. It ends before this does.
    """
    running = None
    with suppress(*NOT_STARTED):
        running = _pool().submit(work, *given) if processors() > 1 else None
    yield
    if running:
        running.exception()  # whatever it met, whoever needs its work meets it again


@contextmanager
def split(jobs: Sequence[Job], worth_it: bool = True) -> Iterator[Callable[[], list]]:
    """Gives what returns the results of some jobs, in their order; copies of this process do as many of them meanwhile as they can.

    Who is done with one takes the next, so the longest should stand first. Where that is not worth it, elsewhere than on Linux, with
    one processor, or while threads run here, all are done when their results are asked for.
    """
    if not worth_it or sys.platform != "linux" or processors() < 2 or threading.active_count() > 1:
        yield lambda: [job() for job in jobs]
        return
    tickets, numbers = os.pipe()
    os.write(numbers, bytes(range(len(jobs))))
    os.close(numbers)
    copies = [_copied(tickets, jobs) for _ in range(min(processors(), len(jobs)) - 1)]
    try:
        yield lambda: _results(tickets, jobs, [results for _, results in copies])
    finally:
        for copy, _ in copies:
            copy.kill()
            copy.join()
        os.close(tickets)


def _copied(tickets: int, jobs: Sequence[Job]) -> tuple[Process, Connection]:
    """Starts a copy of this process that does jobs; returns it, and where it sends what came of them."""
    context = get_context("fork")
    here, there = context.Pipe(duplex=False)
    copy = context.Process(target=_tell, args=(there, tickets, jobs), daemon=True)
    copy.start()
    there.close()
    return copy, here


def _tell(there: Connection, tickets: int, jobs: Sequence[Job]) -> None:
    with suppress(Exception):  # whatever it met, whoever asks for the results meets it again
        there.send(_done(tickets, jobs))


def _done(tickets: int, jobs: Sequence[Job]) -> dict[int, Any]:
    """Returns the results of the jobs whose tickets nobody else took."""
    return {ticket[0]: jobs[ticket[0]]() for ticket in iter(lambda: os.read(tickets, 1), b"")}


def _results(tickets: int, jobs: Sequence[Job], others: list[Connection]) -> list:
    done = _done(tickets, jobs)
    for other in others:
        with suppress(EOFError):  # it was stopped, or failed
            done |= other.recv()
    return [done[at] if at in done else job() for at, job in enumerate(jobs)]


@cache
def _pool() -> ProcessPoolExecutor:
    return ProcessPoolExecutor(processors(), get_context("spawn"), _begin)


def _begin() -> None:
    """Makes a process last no longer than the one that started it, and not look for what nobody needs any more."""
    gc.disable()
    threading.Thread(target=_end_with, args=(parent_process(),), daemon=True).start()


def _end_with(process) -> None:
    process.join()
    os._exit(1)


def _work(job: bytes, batch: Any) -> Any:
    return _made(job)(batch)


@lru_cache(maxsize=1)
def _made(job: bytes) -> Callable:
    make, given = pickle.loads(job)
    return make(*given)
