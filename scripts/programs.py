"""Starts other programs and talks to the person. Standard library only: it works before anything is installed."""
from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from collections import deque
from pathlib import Path

from .trouble import WENT_WELL


def run(command: list[str], turn: int | None = None, total: int = 0) -> tuple[int, list[str]]:
    """Runs a program without showing its output; returns its exit code and its last lines.

    With `total`, counts pip's packages on a terminal. `turn` is handed down, so that a program that outlives us (we
    were killed) keeps the next command waiting until it has stopped writing into .venv.
    """
    lines: deque[str] = deque(maxlen=500)
    counted = 0
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          encoding="utf-8", errors="replace", env=_manners(),
                          pass_fds=() if turn is None or os.name == "nt" else (turn,)) as process:
        try:
            for line in process.stdout:
                lines.append(line.rstrip())
                counted += line.startswith(WENT_WELL[:3])
                if total and sys.stderr.isatty():
                    print(f"\r    {min(counted, total)}/{total}", end="", file=sys.stderr, flush=True)
        except BaseException:
            process.terminate()
            process.wait()
            raise
    if total and sys.stderr.isatty():
        print("\r           \r", end="", file=sys.stderr, flush=True)
    return process.returncode, list(filter(None, lines))


def _manners() -> dict[str, str]:
    """Returns the environment for pip: the user's own, with what would ask, install elsewhere or build code turned off."""
    # Only ready-made packages: building one from source would run build tools that no hash of ours covers. A default,
    # not a law: on a rare machine set PIP_ONLY_BINARY=:none: and build at your own risk.
    defaults = {"PIP_ONLY_BINARY": ":all:"}
    fixed = {"PIP_NO_INPUT": "1", "PIP_USER": "0", "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_NO_COLOR": "1"}
    return {**defaults, **os.environ, **fixed}


def run_through(command: list[str], environ: dict[str, str], folder: Path | None = None) -> int:
    """Runs a program on this terminal and returns its exit code; Ctrl-C is the program's to answer, not ours."""
    with subprocess.Popen(command, env=environ, cwd=folder) as process:
        while True:
            with contextlib.suppress(KeyboardInterrupt):
                code = process.wait()
                return code if code >= 0 else 128 - code  # ended by a signal: what a shell would report


def speak_utf8() -> None:
    """Lets Vietnamese be printed on any console, also one set to an old code page."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def say(text: str) -> None:
    """Tells the person something on standard error: standard output belongs to the verb's result."""
    print(text, file=sys.stderr, flush=True)


def leave_unread() -> None:
    """Lets Python write what is left, when it ends, to nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
