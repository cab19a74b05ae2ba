"""Counts how many numbers in disguise are found, and how many ordinary lines are left alone, in the words of `tests/disguises.py`.

The numbers are those of the project's own registry; the same seed writes the same lines.
"""

from collections.abc import Callable, Iterator
from random import Random

from ..checks.source.numbers import search
from ..checks.source.numbers.excerpts import Excerpt
from ..checks.source.numbers.hosts import hosts
from ..checks.source.numbers.permits import permits
from ..facts.contacts import grouped
from ..facts.place import Place, line_starts
from ..facts.project import Project, read_project
from .figures import Figure, Unmeasured
from .ground import Ground

MANY, SEED = 20_000, 2026
OTHER = ("text-invisible-character", "text-mixed-scripts")  # true as well, but not about the number
DOUBTFUL = 0.005  # the most that may be missed, and the most that may be stopped for nothing


def measure(ground: Ground) -> Iterator[Figure]:
    """Yields the shares of disguises and of slips that are missed, and of ordinary lines that are stopped, in per mille."""
    try:
        from tests import disguises
    except ImportError:
        raise Unmeasured("tests/disguises.py is not there; run this in the root of the project") from None
    project = read_project(ground.root)
    numbers = sorted({channel.number for contact in project.contacts.values() for channel in contact.channels if channel.number}
                     | {entry.number for entry in project.retired.values()})
    luck, found = Random(SEED), _finder(project)
    lines = [luck.choice(disguises.CONTEXTS).format(luck.choice(disguises.DISGUISES)(
        luck.choice(numbers) if luck.random() < 0.6 else disguises.telephone(luck), luck)) for _ in range(MANY)]
    yield _figure("numbers in disguise missed", lines, [line for line in lines if not found(line)])
    lines = [context.format(grouped(slip) if luck.random() < 0.3 else slip) for number in numbers
             for slip in disguises.slips(number) for context in luck.sample(disguises.CONTEXTS, 3)]
    yield _figure("one-digit slips missed", lines, [line for line in lines if not found(line)])
    lines = [luck.choice(disguises.BENIGN)(luck) for _ in range(MANY)]
    yield _figure("ordinary lines stopped", lines, [line for line in lines if found(line)])


def _finder(project: Project) -> Callable[[str], bool]:
    facts, allowed = hosts(project), permits(project)

    def found(line: str) -> bool:
        excerpt = Excerpt(line, Place("docs/page.md"), lines=line_starts(line))
        return any(one.rule not in OTHER for one in search(excerpt, facts, allowed))

    return found


def _figure(what: str, lines: list[str], wrong: list[str]) -> Figure:
    return Figure(f"numbers: {what}", float(len(wrong)), budget=DOUBTFUL * len(lines),
                  note=f"of {len(lines):,}" + "".join(f"; {line!r}" for line in wrong[:5]))
