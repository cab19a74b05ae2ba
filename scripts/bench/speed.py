"""Times the build, and how its cost grows with the number of pages."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from ..build.generator import QUIET
from ..facts.settings import SETTINGS
from .cost import Cost, cost_of, cost_of_build
from .figures import Figure
from .ground import Ground, MadeUp

RUNS = 3
SMALL, LARGE = 250, 2_500  # guides in each of two languages
BUILD, GROWTH, OUTPUT = 5, 1.3, 500
PROCESSOR = {SMALL: 4, LARGE: 56}


def build(ground: Ground) -> Iterator[Figure]:
    """Yields the seconds of a whole build of the project."""
    costs = []
    for turn in range(RUNS):
        ground.say(f"building the site, {turn + 1} of {RUNS}")
        costs.append(cost_of_build(ground.root))
    yield Figure("build: this site, by the clock", median(cost.seconds for cost in costs), "s", BUILD, f"median of {RUNS}")
    yield Figure("build: this site, of the processor", median(cost.processor for cost in costs), "s")


def scale(ground: Ground) -> Iterator[Figure]:
    """Yields what many guides cost: processor time, bytes, and how much more a page costs among many."""
    small = ground.made_up(SMALL)
    yield from _size(SMALL, small)
    ground.say("building the same guides with stock Material")
    yield Figure("scale: the same in stock Material, of the processor", cost_of_stock(small, ground.folder).processor, "s",
                 note="the same Markdown, its own theme and search, no checks and no pictures: what this machine makes of it")
    if not ground.large:
        yield Figure(f"scale: 2 × {LARGE:,} guides", None, note="takes minutes; ask for it with --large")
        return
    large = ground.made_up(LARGE)
    yield from _size(LARGE, large)
    yield Figure("scale: cost of a page, large to small", _each(large) / _each(small), "×", GROWTH)


def _size(guides: int, made: MadeUp) -> Iterator[Figure]:
    note = f"{made.pages:,} pages, {1000 * _each(made):.0f} ms each; {made.cost.seconds:.1f} s by the clock"
    yield Figure(f"scale: 2 × {guides:,} guides, of the processor", made.cost.processor, "s", PROCESSOR[guides], note)
    yield Figure(f"scale: 2 × {guides:,} guides, output", bytes_below(made.site) / 1e6, "MB", OUTPUT)


def cost_of_stock(made: MadeUp, folder: Path) -> Cost:
    """Returns what MkDocs takes for the same pages with Material as it comes, to know a slow machine by."""
    settings = json.loads((made.root / SETTINGS).read_text(encoding="utf-8"))
    stock = {**settings, "theme": {"name": "material"}, "plugins": ["search", *settings["plugins"]], "strict": False,
             "docs_dir": str(made.root / "docs"), "site_dir": str(folder / "stock")}
    (folder / SETTINGS).write_text(json.dumps(stock), encoding="utf-8")
    return cost_of(["-m", "mkdocs", "build", "--quiet", "--config-file", str(folder / SETTINGS)], {**os.environ, **QUIET})


def _each(made: MadeUp) -> float:
    return made.cost.processor / made.pages


def bytes_below(folder: Path) -> int:
    """Returns the size of all files below a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
