"""A finished folder takes the old one's place whole or not at all, even when it is killed."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from scripts.build import publish

SWAPPER = """
import shutil, sys
from pathlib import Path
sys.path.insert(0, {engine!r})
from scripts.build.publish import recover, swap
place = Path({place!r})
number = 0
while True:
    number += 1
    fresh = place.with_name("fresh")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir()
    for name in range(20):
        (fresh / f"{{name}}.html").write_text(str(number))
    recover(place)
    swap(fresh, place)
    print(number, flush=True)
"""
ENGINE = str(Path(__file__).parents[1])


def tree(folder: Path) -> set[str]:
    """Returns the contents of all files; a whole tree of the swapper has one content in twenty files."""
    return {path.read_text() for path in folder.iterdir()}


def folder(path: Path, text: str) -> Path:
    """Makes a folder with one page."""
    path.mkdir()
    (path / "index.html").write_text(text)
    return path


def test_the_first_site_takes_its_place(tmp_path: Path) -> None:
    """There is nothing to replace the first time."""
    publish.swap(folder(tmp_path / "fresh", "new"), tmp_path / "site")
    assert (tmp_path / "site/index.html").read_text() == "new"


@pytest.mark.parametrize("in_one_step", [True, False])
def test_the_new_site_replaces_the_old_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, in_one_step: bool) -> None:
    """The old tree leaves nothing behind, with and without an exchange in one step."""
    if not in_one_step:
        monkeypatch.setattr(publish, "exchanged", lambda first, second: False)
    old = folder(tmp_path / "site", "old")
    (old / "gone.html").write_text("gone")
    publish.swap(folder(tmp_path / "fresh", "new"), tmp_path / "site")
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["index.html", "site"]


def test_a_swap_cut_off_between_two_steps_is_put_right(tmp_path: Path) -> None:
    """On systems without an exchange the old site waits under another name."""
    folder(tmp_path / ".site.previous", "old")
    publish.recover(tmp_path / "site")
    assert (tmp_path / "site/index.html").read_text() == "old"


def test_recovering_leaves_a_standing_site_alone(tmp_path: Path) -> None:
    """Nothing is put back over a site that is there."""
    folder(tmp_path / ".site.previous", "old")
    folder(tmp_path / "site", "new")
    publish.recover(tmp_path / "site")
    assert (tmp_path / "site/index.html").read_text() == "new"


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_killed_at_any_moment_the_site_is_whole(tmp_path: Path) -> None:
    """Twenty kills at twenty moments: always one complete tree, old or new."""
    place = tmp_path / "site"
    for number in range(20):
        run = subprocess.Popen([sys.executable, "-c", SWAPPER.format(engine=ENGINE, place=str(place))],
                               stdout=subprocess.PIPE, text=True)
        run.stdout.readline()
        time.sleep(0.003 * number)
        run.send_signal(signal.SIGKILL)
        run.wait()
        assert len(list(place.iterdir())) == 20
        assert len(tree(place)) == 1
