"""Runs MkDocs on a project and turns its complaints into findings.

MkDocs runs in a process of its own: a crash or a kill there leaves this program able to tell
what happened. The project's `mkdocs.yml` names the site, its languages and its pages; theme,
hooks and folders are always this program's, whatever project it builds, and so is what is published at all.
"""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path

from ..facts.files.published import left_out
from ..facts.files.theme import HOUSE, theme_of
from ..facts.finding import Finding, finding
from ..facts.place import Place
from ..facts.settings import SETTINGS, read_settings
from .day import TODAY

ENGINE = Path(__file__).resolve().parents[2]
COMPLAINT = re.compile(r"^(?:WARNING|ERROR)\s+-\s+(.*)$")
NAMED_PAGE = re.compile(r"'((?:\w[\w-]*/)+[\w.-]+\.md)'")
# mkdocs-material 9.7 and later print an announcement about MkDocs 2 on every run.
QUIET = {"NO_MKDOCS_2_WARNING": "true", "DISABLE_MKDOCS_2_WARNING": "true", "PYTHONUTF8": "1"}


def write_configuration(root: Path, site: Path, folder: Path) -> Path:
    """Writes the configuration of one run into `folder`; returns its path."""
    read = read_settings(root)[0]
    settings = {
        "INHERIT": str(root / SETTINGS), "docs_dir": str(root / "docs"), "site_dir": str(site), "strict": True,
        "theme": {"name": "material", "custom_dir": str(theme_of(root))},
        "hooks": [str(ENGINE / "scripts/build/hooks.py")], "use_directory_urls": False,
        "exclude_docs": left_out(read.codes if read else (), read.unpublished if read else ())}
    path = folder / SETTINGS
    path.write_text(json.dumps(settings), encoding="utf-8")  # JSON is YAML
    return path


@contextmanager
def generating(root: Path, site: Path, folder: Path, today: date) -> Iterator[Callable[[], list[Finding]]]:
    """Builds the site of the project `root` for a day into `site`, while whoever asked for it does something else.

    Gives what waits until it is built and returns what MkDocs complains about. Left before that, it is stopped.
    """
    configuration = write_configuration(root, site, folder)
    command = [sys.executable, "-m", "mkdocs", "build", "--config-file", str(configuration)]
    with subprocess.Popen(command, cwd=root, env={**os.environ, **QUIET, TODAY: today.isoformat()}, stdin=subprocess.DEVNULL,
                          stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, encoding="utf-8", errors="replace") as run:
        try:
            yield partial(_complaints, run)
        finally:
            run.kill()  # one that has ended is not touched


def _complaints(run: subprocess.Popen) -> list[Finding]:
    said = run.communicate()[1]
    complaints = [match[1] for line in said.splitlines() if (match := COMPLAINT.match(line))]
    if run.returncode and not complaints:
        complaints = [said.strip().rsplit("\n", 1)[-1] or f"ended with status {run.returncode}"]
    return [_finding(message) for message in complaints]


def _finding(message: str) -> Finding:
    page = NAMED_PAGE.search(message)
    path = f"docs/{page[1]}" if page else SETTINGS
    return finding(Place(path), "generator-warning", message=message.strip())


def preview(root: Path, folder: Path, today: date, arguments: list[str]) -> int:
    """Serves a live preview for a day on this machine until it is stopped; returns the exit status."""
    configuration = write_configuration(root, folder / "site", folder)
    watched = ["--watch", str(root / "docs"), "--watch", str(HOUSE)]
    command = [sys.executable, "-m", "mkdocs", "serve", "--config-file", str(configuration), "--no-strict", *watched]
    return subprocess.run([*command, *arguments], cwd=root, env={**os.environ, **QUIET, TODAY: today.isoformat()}).returncode
