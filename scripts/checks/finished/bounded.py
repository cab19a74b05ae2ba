"""Has files that could do harm taken apart by another process, with bounds on time and memory.

A PDF or a drawing from a stranger can hang a program, fill its memory or crash it. Here it ends one small process,
and the reason is told.
"""

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

PROGRAM = Path(__file__).with_name("apart.py")
PATIENCE = {"pdf": 4.5, "svg": 4.5, "zim": 60}  # seconds
MEMORY = 192 * 2**20  # bytes; the start of Python and of the libraries takes about 90 MiB of them
LARGEST = 20_000_000  # bytes of a PDF or drawing


class Unread(Exception):
    """Says why nobody could look into a file."""


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
    try:
        process = subprocess.run([sys.executable, "-I", str(PROGRAM), kind, str(room)], input=content,
                                 stdout=place or subprocess.PIPE, stderr=subprocess.PIPE, timeout=PATIENCE[kind])
    except subprocess.TimeoutExpired as error:
        raise Unread(f"looking into it takes more than {PATIENCE[kind]} seconds") from error
    if process.returncode:
        raise Unread(_reason(process.returncode, process.stderr.decode("utf-8", "replace").strip()))
    return process.stdout or b""


def _reason(code: int, said: str) -> str:
    last = said.rpartition("\n")[2]
    if code < 0 or not last:
        return "whatever reads it breaks down"
    if "MemoryError" in last or "bad_alloc" in last or "memory allocation" in said:
        return "looking into it takes too much memory"
    if "ModuleNotFoundError" in last or "ImportError" in last:
        return f"this machine lacks a program for it ({last.rpartition(' ')[2]})"
    return last.partition(": ")[2] or last
