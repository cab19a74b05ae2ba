"""Says on which day this copy was made, from what it is made of and never from the clock.

The same input must give the same bytes on every machine, so the day is that of the last
commit (or SOURCE_DATE_EPOCH, reproducible-builds.org), and without git the newest day on
which somebody compared a contact with its sources.
"""

import os
import re
import subprocess
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

from ..facts.data.shape import parse_day

EPOCH = "SOURCE_DATE_EPOCH"
TODAY = "SITE_TODAY"  # from the building process to the generator's own
WRITTEN_DAY = re.compile(rb"^\s+(?:- )?[\"']?on[\"']?:\s*[\"']?(\d{4}-\d{2}-\d{2})", re.MULTILINE)


def build_day(root: Path) -> date:
    """Returns the day of the build (UTC)."""
    epoch = os.environ.get(EPOCH) or _last_commit(root)
    if epoch:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    return _newest_receipt(root)


def page_day(root: Path) -> date:
    """Returns the day for which pages are made: the one a build hands on, else the day of the build.

    Only a line that is out of service until a day looks different before and after it; all else is the same on every day.
    """
    handed_on = parse_day(os.environ.get(TODAY))
    return handed_on or build_day(root)


@cache  # without git the answer is empty, and every page would ask again
def _last_commit(root: Path) -> str:
    try:
        git = subprocess.run(["git", "-C", str(root), "log", "-1", "--format=%ct"], capture_output=True, text=True)
    except OSError:
        return ""
    seconds = git.stdout.strip()
    if seconds:
        os.environ[EPOCH] = seconds  # asked once; the generator's own process inherits it
    return seconds


def _newest_receipt(root: Path) -> date:
    try:
        days = WRITTEN_DAY.findall((root / "docs/_data/contacts.yml").read_bytes())
    except OSError:
        days = []
    return date.fromisoformat(max(days, default=b"2000-01-01").decode())
