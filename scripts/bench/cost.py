"""Runs a command as a whole process and tells what it cost.

On a machine that others use too, seconds by the clock say little; processor seconds, of the command and of
whatever it started, stay nearer to the truth.
"""

import os
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from .figures import Unmeasured

ENGINE = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Cost:
    """Seconds by the clock, and of the processor (user and system; 0 on Windows, which does not tell)."""

    seconds: float
    processor: float


def cost_of(command: list[str], environ: Mapping[str, str] = os.environ) -> Cost:
    """Returns what a command of this Python cost, run in the root of the program; raises Unmeasured when it fails."""
    before, started = _of_children(), time.perf_counter()
    run = subprocess.run([sys.executable, "-X", "utf8", *command], cwd=ENGINE, env=dict(environ), capture_output=True,
                         stdin=subprocess.DEVNULL, encoding="utf-8", errors="replace")
    seconds, processor = time.perf_counter() - started, _of_children() - before
    if run.returncode:
        lines = (run.stdout + run.stderr).strip().splitlines() or [f"status {run.returncode}"]
        raise Unmeasured(f"{' '.join(command[1:3])} failed: {lines[0]}")
    return Cost(seconds, processor)


def cost_of_build(root: Path) -> Cost:
    """Returns what `build --site-only` of a project costs."""
    return cost_of(["-m", "scripts", "build", "--site-only", "--root", str(root)])


def _of_children() -> float:
    times = os.times()
    return times.children_user + times.children_system
