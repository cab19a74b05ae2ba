"""Lets the tests of the network run after those of the browser, whose driver keeps a loop in the main thread."""

import asyncio
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest


@pytest.fixture(autouse=True, scope="session")
def own_thread() -> Iterator[None]:
    """Each question to the network gets a thread of its own, as it does where no browser is open."""
    run = asyncio.run
    with ThreadPoolExecutor(1) as thread, pytest.MonkeyPatch.context() as patch:
        patch.setattr(asyncio, "run", lambda question: thread.submit(run, question).result())
        yield
