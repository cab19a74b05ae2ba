"""What `check --network` does: asks every outside address, remembers, and writes the standing report.

Only the weekly machine remembers (`--remember`): an editor's train journey must not count as a day on which the web failed.
"""

import asyncio
from collections.abc import Sequence
from contextlib import ExitStack
from datetime import date, datetime, timezone
from pathlib import Path
from random import SystemRandom

from .checks.network import history, report
from .checks.network.addresses import Outside, addresses
from .checks.network.agent import user_agent
from .checks.network.client import client
from .checks.network.history import Memory
from .checks.network.limits import LIMITS, Limits
from .checks.network.survey import Progress, Survey, survey
from .facts.finding import Finding
from .facts.project import Project


def look_outside(project: Project, today: date, *, failing: bool = False, remember: bool = False,
                 seen: Sequence[str] = (), report_to: Path | None = None) -> list[Finding]:
    """Returns the findings on all outside addresses, or only on those that were not fine last time (`failing`).

    `seen` are addresses that a person has looked at: what was known of them is forgotten. A history that cannot be read is
    a finding and is never written over.
    """
    if report_to:
        report_to.parent.mkdir(parents=True, exist_ok=True)  # now, and not after half an hour of asking
    file = project.root / history.PATH
    memories, wrong = history.load(file.read_text(encoding="utf-8", errors="replace")) if file.exists() else ({}, [])
    every = addresses(project)
    known = {outside.address: memories[outside.address] for outside in every
             if outside.address in memories and outside.address not in seen}
    wanted = [outside for outside in every if not failing or outside.address in seen or known.get(outside.address, Memory()).trouble]
    found = _asked(project, wanted, known, today)
    if remember and not wrong:
        file.write_text(history.written(found.memories), encoding="utf-8", newline="\n")
    if report_to:
        report_to.write_text(report.markdown(found, today, len(every) - len(wanted)), encoding="utf-8", newline="\n")
    return [*wrong, *report.findings(found)]


def _asked(project: Project, wanted: list[Outside], known: dict[str, Memory], today: date, limits: Limits = LIMITS) -> Survey:
    with ExitStack() as stack:
        progress = _progress(stack, len(wanted))
        return asyncio.run(_ask(project, wanted, known, today, limits, progress))


async def _ask(project: Project, wanted: list[Outside], known: dict[str, Memory], today: date, limits: Limits,
               progress: Progress) -> Survey:
    async with client(user_agent(project.settings), limits, SystemRandom(), lambda: datetime.now(timezone.utc)) as asks:
        return await survey(wanted, known, asks, today, progress)


def _progress(stack: ExitStack, of: int) -> Progress:
    """Returns what shows how far the survey has come: a bar on a terminal, nothing in a pipe."""
    from tqdm import tqdm

    bar = stack.enter_context(tqdm(total=of, unit="link", disable=None, leave=False))
    return lambda done, of: bar.update(1)
