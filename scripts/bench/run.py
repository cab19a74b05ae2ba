"""Runs the measurements that were asked for, one after the other, and tells what stood in the way of any."""

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from . import links, numbers, paint, search, speed, wire
from .figures import Figure, Unmeasured
from .ground import Ground, ground_of

MEASURES: dict[str, Callable[[Ground], Iterator[Figure]]] = {
    "wire": wire.measure, "paint": paint.measure, "build": speed.build, "scale": speed.scale,
    "search": search.measure, "links": links.measure, "numbers": numbers.measure}


def bench(root: Path, subject: str, large: bool, say: Callable[[str], None]) -> list[Figure]:
    """Returns the figures of one subject, or of `all`; what could not be measured is among them, with the reason."""
    found = [load()]
    with ground_of(root, large, say) as ground:
        for name in MEASURES if subject == "all" else [subject]:
            found += _measured(name, ground)
    return found


def load() -> Figure:
    """Returns how busy the machine was before we began: above its number of processors, seconds are too long."""
    if not hasattr(os, "getloadavg"):
        return Figure("machine: load", None, note="Windows does not tell")
    return Figure("machine: load at the start", os.getloadavg()[0], note=f"on {os.cpu_count()} processors; when busier than "
                  "that, figures in seconds are too large")


def _measured(name: str, ground: Ground) -> Iterator[Figure]:
    try:
        yield from MEASURES[name](ground)
    except Unmeasured as reason:
        yield Figure(name, None, note=str(reason), failed=True)


def broken(root: Path, modules: Sequence[str], sample: int, compared: bool, say: Callable[[str], None]) -> tuple[list[Figure], list[str]]:
    """Returns how many mutants of the modules the tests notice, and those that live on, a line each."""
    from .mutation import score

    try:
        return score.measure(root, modules, sample, compared, say)
    except Unmeasured as reason:
        return [Figure("mutation", None, note=str(reason), failed=True)], []
