"""Tests that work done in another process gives what it gives here, and that nothing is lost when that process ends."""

import os
import signal
import sys
import threading
from collections.abc import Callable
from multiprocessing import active_children
from multiprocessing.process import BaseProcess

import pytest

from scripts import processors
from scripts.processors import split

COPIED = pytest.mark.skipif(sys.platform != "linux", reason="only Linux copies a running process quickly and safely")


@pytest.fixture
def two(monkeypatch) -> None:
    """As on a computer with two processors, whatever threads other tests have left."""
    monkeypatch.setattr(processors, "processors", lambda: 2)
    monkeypatch.setattr(processors.threading, "active_count", lambda: 1)


@pytest.fixture
def copies() -> Callable[[], list[BaseProcess]]:
    """Returns what gives the processes that were started since, for other tests leave some."""
    before = set(active_children())
    return lambda: [one for one in active_children() if one not in before]


def wait(copies: Callable[[], list[BaseProcess]], most: float = 60) -> None:
    """Gives other processes the time to do all that they can, in seconds."""
    for copy in copies():
        copy.join(most)


@COPIED
def test_jobs_are_divided(two: None, copies) -> None:
    """While this process does something else, a copy does the first job; results come back whole, in their order."""
    with split([lambda: (os.getpid(), "đường dây"), *(lambda at=at: (at, at) for at in range(20))]) as results:
        wait(copies)
        (number, text), *others = results()
    assert number != os.getpid() and text == "đường dây" and others == [(at, at) for at in range(20)]


@COPIED
def test_this_process_does_its_part(two: None, copies) -> None:
    """What a copy has not begun is not left to it."""
    here = os.getpid()

    def slow() -> int:
        threading.Event().wait(600 if os.getpid() != here else 0)
        return 1

    with split([slow, slow]) as results:
        wait(copies, 0.5)
        copies()[0].kill()  # it holds the first job, and would for minutes
        assert results() == [1, 1]


def test_with_one_processor_all_is_done_here(two: None, monkeypatch) -> None:
    """Two processes would only take turns."""
    monkeypatch.setattr(processors, "processors", lambda: 1)
    with split([os.getpid, os.getpid]) as results:
        assert results() == [os.getpid()] * 2


def test_while_threads_run_all_is_done_here(monkeypatch) -> None:
    """A process that is copied while its threads work may never end."""
    monkeypatch.setattr(processors, "processors", lambda: 2)
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    with split([os.getpid, os.getpid]) as results:
        assert results() == [os.getpid()] * 2
    stop.set()


@COPIED
@pytest.mark.parametrize("end", [lambda: os.kill(os.getpid(), signal.SIGKILL), lambda: os._exit(0), lambda: 1 / 0])
def test_what_another_process_did_not_end_is_done_here(two: None, copies, end) -> None:
    """Whatever ended it, nobody gets half a result."""
    here = os.getpid()
    with split([lambda: here if os.getpid() == here else end()] * 3) as results:
        wait(copies)
        assert results() == [here] * 3


@COPIED
def test_a_fault_is_met_here(two: None, copies) -> None:
    """It is not swallowed by the other process."""
    def work() -> list:
        raise ValueError("water")

    with split([work, work]) as results, pytest.raises(ValueError, match="water"):
        wait(copies)
        results()


@COPIED
def test_what_nobody_asks_for_ends(two: None, copies) -> None:
    """The other processes do not outlast the need for them."""
    with split([lambda: threading.Event().wait(600)] * 2):
        assert len(copies()) == 1
    assert not copies()


@COPIED
def test_no_more_processes_than_jobs(two: None, copies, monkeypatch) -> None:
    """One job needs no copy, two need one."""
    monkeypatch.setattr(processors, "processors", lambda: 8)
    for jobs in (1, 2, 5):
        with split([lambda: threading.Event().wait(600)] * jobs):
            assert len(copies()) == jobs - 1
