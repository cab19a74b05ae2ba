"""Makes the Python environment that all other code runs in, so that nobody has to set one up by hand.

It runs before anything is installed, so it uses the standard library only. `.venv` gets exactly what the hash-pinned
locks name, and never counts as finished before it is: each lock has a stamp in `.venv/.stamps`, written last. An
environment whose lock changed, or that was killed half-made, is made afresh; the old one comes back if that fails.
"""
from __future__ import annotations

import contextlib
import hashlib
import itertools
import os
import re
import shutil
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from .programs import run, run_through, say
from .trouble import Trouble, of_the_disk, why

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ("requirements.txt", "tests/requirements.txt")  # what the site needs; what its tests need on top
PYTHON = f"python {sys.version_info.major}.{sys.version_info.minor}"
UNFINISHED = "unfinished\n"
HANDED_OVER = "SCRIPTS_HANDED_OVER"


def ready(wants_tests: bool, root: Path = ROOT) -> None:
    """Returns only inside a finished `.venv`, in UTF-8 mode; from anywhere else, starts this command again in there.

    Raises Trouble when the environment cannot be made.
    """
    handed_over = os.environ.pop(HANDED_OVER, None)  # popped, so that commands we start do not inherit it
    venv = root / ".venv"
    try:
        made = prepare(venv, [root / lock for lock in LOCKS[: 2 if wants_tests else 1]])
        if inside(venv) and sys.flags.utf8_mode and not made:
            return
        if handed_over and not made:
            raise Trouble(".venv has a Python that does not know it is in .venv",
                          "delete the folder .venv, unset PYTHONHOME, and run the command again",
                          "xoá thư mục .venv, bỏ biến PYTHONHOME rồi chạy lại lệnh")
        hand_over(venv)
    except OSError as error:
        raise of_the_disk(error) from error


def prepare(venv: Path, locks: list[Path]) -> bool:
    """Installs what `locks` name unless it is there already; returns whether anything was done or waited for."""
    if finished(venv, locks):
        return False
    with one_at_a_time(venv) as turn:
        if finished(venv, locks):
            return True  # the call we waited for did it
        site, *more = locks
        if finished(venv, [site]) and not any(stamp(venv, lock).exists() for lock in more):
            for lock in more:
                install(venv, lock, turn)
        else:
            with a_fresh_place(venv):
                create(venv, turn)
                for lock in locks:
                    install(venv, lock, turn)
    return True


def finished(venv: Path, locks: list[Path]) -> bool:
    """Tells whether `.venv` holds what these locks name now, and was made for a Python that is still there."""
    return python_of(venv).exists() and all(_stands(venv, lock) for lock in locks)


def _stands(venv: Path, lock: Path) -> bool:
    try:
        digest, python = stamp(venv, lock).read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return False
    # Any Python may hand over to .venv, whatever its own version. Only from inside does a difference mean harm: the
    # system's Python was upgraded under .venv, which then no longer sees its packages.
    return digest == sha256(lock) and (python == PYTHON or not inside(venv))


def stamp(venv: Path, lock: Path) -> Path:
    """Returns the file that says which version of `lock` is installed in `venv`."""
    return venv / ".stamps" / lock.relative_to(venv.parent).as_posix().replace("/", "-")


def sha256(file: Path) -> str:
    """Returns the checksum of a file's bytes, in hexadecimal."""
    return hashlib.sha256(file.read_bytes()).hexdigest()


def python_of(venv: Path, windows: bool = os.name == "nt") -> Path:
    """Returns where the Python of `venv` is; Windows has its own folder names."""
    return venv / "Scripts" / "python.exe" if windows else venv / "bin" / "python"


def inside(venv: Path) -> bool:
    """Tells whether the Python that runs this line belongs to `venv`."""
    return venv.exists() and os.path.samefile(sys.prefix, venv)


@contextlib.contextmanager
def one_at_a_time(venv: Path) -> Iterator[int]:
    """Waits until no other command is preparing `venv`; gives the handle that holds the turn.

    The turn ends with the process, however it ends: the system's own lock leaves nothing behind that could go stale.
    """
    with open(venv.with_name(".venv.lock"), "a+b") as handle:
        if not _takes_turn(handle):
            say("Another command is preparing .venv; waiting for it. / Một lệnh khác đang chuẩn bị .venv; xin chờ.")
            while not _takes_turn(handle):
                time.sleep(0.2)
        yield handle.fileno()


def _takes_turn(handle) -> bool:
    try:
        if os.name == "nt":
            import msvcrt

            handle.seek(0)
            msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


@contextlib.contextmanager
def a_fresh_place(venv: Path) -> Iterator[None]:
    """Clears the way for a new `venv`; if making it fails, puts the finished one that stood there back."""
    old = venv.with_name(".venv-old")
    if venv.exists() and not (venv / ".stamps").is_dir():
        _set_aside(venv)
    elif _stamped(venv):
        discard(old)
        venv.rename(old)
    else:
        discard(venv)
    try:
        (venv / ".stamps").mkdir(parents=True)
        yield
    except BaseException:  # Ctrl-C too
        discard(venv)
        if _stamped(old):
            old.rename(venv)
        raise
    discard(old)


def _set_aside(venv: Path) -> None:
    """Keeps an environment that somebody else made here, under another name: it may hold their work."""
    names = (venv.with_name(f".venv-yours-{number}") for number in itertools.count(1))
    place = next(name for name in names if not name.exists())
    venv.rename(place)
    say(f"The .venv that was here is not ours; kept as {place.name}. / "
        f".venv có sẵn không phải của dự án; giữ lại với tên {place.name}.")


def _stamped(venv: Path) -> bool:
    """Tells whether this environment was once finished, at least for building the site."""
    with contextlib.suppress(OSError):
        return (venv / ".stamps" / LOCKS[0]).read_text(encoding="utf-8") != UNFINISHED
    return False


def discard(venv: Path) -> None:
    """Deletes an environment of ours under another name, so that a half-deleted one never counts as anything."""
    gone = venv.with_name(".venv-gone")
    shutil.rmtree(gone, ignore_errors=True)
    with contextlib.suppress(FileNotFoundError):
        venv.rename(gone)
    shutil.rmtree(gone, ignore_errors=True)


def create(venv: Path, turn: int) -> None:
    """Makes an empty environment with pip in it. Raises Trouble."""
    base = getattr(sys, "_base_executable", None) or sys.executable  # when we run inside the one we replace
    code, lines = run([base, "-I", "-X", "utf8", "-m", "venv", str(venv)], turn)
    if code:
        raise why(lines)


def install(venv: Path, lock: Path, turn: int) -> None:
    """Installs exactly the packages and hashes of `lock`, then writes its stamp. Raises Trouble."""
    name, total = lock.relative_to(venv.parent).as_posix(), len(re.findall("^[a-z0-9].*==", lock.read_text("utf-8"), re.M))
    say(f"Preparing .venv: {total} packages from {name}, only this once. / "
        f"Đang chuẩn bị .venv: {total} gói trong {name}, chỉ một lần này.")
    written, digest = stamp(venv, lock), sha256(lock)
    written.write_text(UNFINISHED, encoding="utf-8")
    code, lines = run([str(python_of(venv)), "-I", "-X", "utf8", "-m", "pip", "install", "--require-hashes",
                       "--progress-bar", "off", "-r", str(lock)], turn, total)
    if code:
        raise why(lines, name)
    written.write_text(f"{digest}\n{PYTHON}\n", encoding="utf-8")


def hand_over(venv: Path) -> None:
    """Goes on with the same arguments in the Python of `venv`. Does not return."""
    command = [str(python_of(venv)), "-m", "scripts", *sys.argv[1:]]
    environ = {**os.environ, "PYTHONUTF8": "1", HANDED_OVER: "1"}
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    if os.name == "nt":  # exec there gives the prompt back at once and loses the exit code
        sys.exit(run_through(command, environ))
    os.execve(command[0], command, environ)
