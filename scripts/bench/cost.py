"""Runs a command as a whole process and tells what it cost.

On a machine that others use too, seconds by the clock say little; processor seconds, of the command and of
whatever it started, stay nearer to the truth.
"""

import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from .figures import Unmeasured

ENGINE = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Cost:
    """Seconds by the clock, and of the processor (user and system); megabytes of the largest process, where Linux never
    says less than what this process takes. Windows tells neither of the last two, and they are 0 there."""

    seconds: float
    processor: float
    memory: float = 0


def cost_of(command: list[str], environ: Mapping[str, str] = os.environ) -> Cost:
    """Returns what a command of this Python cost, run in the root of the program; raises Unmeasured when it fails."""
    return cost_of_program([sys.executable, "-X", "utf8", *command], environ=environ)


def cost_of_program(command: list[str], patience: float | None = None, environ: Mapping[str, str] = os.environ) -> Cost:
    """Returns what any program cost; raises Unmeasured when it fails, or is not done after `patience` seconds."""
    with tempfile.TemporaryFile() as said:
        started = time.perf_counter()
        run = subprocess.Popen(command, cwd=ENGINE, env=dict(environ), stdin=subprocess.DEVNULL, stdout=said, stderr=said)
        timer = threading.Timer(patience or threading.TIMEOUT_MAX, run.kill)
        timer.start()
        status, processor, memory = _waited_for(run)
        timer.cancel()
        seconds = time.perf_counter() - started
        if status:
            said.seek(0)
            lines = said.read().decode("utf-8", "replace").strip().splitlines() or [f"status {status}"]
            raise Unmeasured(f"{Path(command[0]).name} failed after {seconds:.0f} s: {lines[0]}")
    return Cost(seconds, processor, memory)


def cost_of_build(root: Path) -> Cost:
    """Returns what `build --site-only` of a project costs."""
    return cost_of(["-m", "scripts", "build", "--site-only", "--root", str(root)])


def _waited_for(run: subprocess.Popen) -> tuple[int, float, float]:
    """Returns the exit status, the seconds of the processor, and the megabytes of the largest process."""
    if not hasattr(os, "wait4"):
        return run.wait(), 0, 0
    _, status, usage = os.wait4(run.pid, 0)
    run.returncode = os.waitstatus_to_exitcode(status)  # so that nobody waits for it again
    unit = 1e6 if sys.platform == "darwin" else 1e3
    return run.returncode, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit
