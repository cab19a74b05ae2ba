"""Has files that could do harm taken apart by another process, with bounds on time and memory.

A PDF or a drawing from a stranger can hang a program, fill its memory or crash it. Here it ends one small process,
and the reason is told.
"""

import signal
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

PROGRAM = Path(__file__).with_name("apart.py")
WORK = {"pdf": 4, "svg": 4, "zim": 60}  # seconds of a processor
# Seconds on the clock, for what only waits. A machine that is busy with other things must not fail an honest file; where
# nobody can bound the work itself (Windows), the clock has to do.
SLACK = 6 if find_spec("resource") else 1
MEMORY = 192 * 2**20  # bytes; the start of Python and of the libraries takes about 90 MiB of them
OVERTIME = {getattr(signal, name, 0) for name in ("SIGXCPU", "SIGKILL")}  # how a system ends a process that works too long
LARGEST = 20_000_000  # bytes of a PDF or drawing


class Unread(Exception):
    """Says why nobody could look into a file."""


class Unable(Unread):
    """Says which program this machine lacks, so that nothing is known about the file."""


def unpacked(zim: bytes) -> IO[bytes]:
    """Returns the files of a ZIM as a zip, which lies on the disk until it is closed; raises Unread."""
    place = TemporaryFile()
    try:
        taken_apart("zim", zim, place)
    except Unread:
        place.close()
        raise
    return place


def taken_apart(kind: str, content: bytes, place: IO[bytes] | None = None) -> bytes:
    """Returns what `apart.py` writes about a file, or has it written to `place`; raises Unread."""
    if kind != "zim" and len(content) > LARGEST:
        raise Unread(f"it has {len(content)} bytes; at most {LARGEST} are looked into")
    room = MEMORY + (3 * len(content) if kind == "zim" else 0)
    command = [sys.executable, "-I", str(PROGRAM), kind, str(room), str(WORK[kind])]
    try:
        process = subprocess.run(command, input=content, stdout=place or subprocess.PIPE, stderr=subprocess.PIPE,
                                 timeout=WORK[kind] * SLACK)
    except subprocess.TimeoutExpired as error:
        raise Unread(_late(kind)) from error
    if process.returncode:
        raise _reason(kind, process.returncode, process.stderr.decode("utf-8", "replace").strip())
    return process.stdout or b""


def _late(kind: str) -> str:
    return f"looking into it takes more than {WORK[kind]} seconds"


def _reason(kind: str, code: int, said: str) -> Unread:
    last = said.rpartition("\n")[2]
    if code < 0 and -code in OVERTIME:
        return Unread(_late(kind))
    if code < 0 or not last:
        return Unread("whatever reads it breaks down")
    if "MemoryError" in last or "bad_alloc" in last or "memory allocation" in said:
        return Unread("looking into it takes too much memory")
    if "ModuleNotFoundError" in last or "ImportError" in last:
        return Unable(last.partition(": ")[2])
    return Unread((last.partition(": ")[2] or last).rstrip("."))
