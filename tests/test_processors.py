"""Tests that work done in another process gives what it gives here, and that nothing is lost when that process ends."""

import os
import signal
import sys
import threading
from multiprocessing import active_children

import pytest

from scripts import processors
from scripts.processors import split

COPIED = pytest.mark.skipif(sys.platform != "linux", reason="only Linux copies a running process quickly and safely")


@pytest.fixture
def two(monkeypatch) -> None:
    """As on a computer with two processors, whatever threads other tests have left."""
    monkeypatch.setattr(processors, "processors", lambda: 2)
    monkeypatch.setattr(processors.threading, "active_count", lambda: 1)


@COPIED
def test_work_is_done_in_another_process(two: None) -> None:
    """Its result comes back whole."""
    with split(lambda: [os.getpid(), "đường dây"]) as result:
        number, text = result()
    assert number != os.getpid() and text == "đường dây"


def test_with_one_processor_it_is_done_here(two: None, monkeypatch) -> None:
    """Two processes would only take turns."""
    monkeypatch.setattr(processors, "processors", lambda: 1)
    with split(lambda: [os.getpid()]) as result:
        assert result() == [os.getpid()]


def test_while_threads_run_it_is_done_here(monkeypatch) -> None:
    """A process that is copied while its threads work may never end."""
    monkeypatch.setattr(processors, "processors", lambda: 2)
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    with split(lambda: [os.getpid()]) as result:
        assert result() == [os.getpid()]
    stop.set()


@COPIED
@pytest.mark.parametrize("end", [lambda: os.kill(os.getpid(), signal.SIGKILL), lambda: os._exit(0), lambda: 1 / 0])
def test_what_another_process_did_not_end_is_done_here(two: None, end) -> None:
    """Whatever ended it, nobody gets half a result."""
    here = os.getpid()
    with split(lambda: [here] if os.getpid() == here else end()) as result:
        assert result() == [here]


@COPIED
def test_a_fault_is_met_here(two: None) -> None:
    """It is not swallowed by the other process."""
    def work() -> list:
        raise ValueError("water")

    with split(work) as result, pytest.raises(ValueError, match="water"):
        result()


@COPIED
def test_what_nobody_asks_for_ends(two: None) -> None:
    """The other process does not outlast the need for it."""
    before = set(active_children())
    with split(lambda: [threading.Event().wait(600)]):
        assert len(set(active_children()) - before) == 1
    assert set(active_children()) <= before
