"""Goes round the outside addresses of a project and brings back a verdict on each, with what to remember.

Hosts are visited side by side, the addresses of one host one after the other.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from .addresses import Outside
from .client import Client
from .history import Memory
from .judge import Case, Verdict, judge, wants_sibling
from .owner import host_of
from .soft404 import sibling_of

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Survey:
    """The verdicts in the order of the addresses, the new memories, and how many addresses there was no time for."""

    verdicts: tuple[Verdict, ...]
    memories: dict[str, Memory]
    unvisited: int = 0


async def survey(wanted: list[Outside], memories: dict[str, Memory], client: Client, today: date,
                 progress: Progress = lambda done, of: None) -> Survey:
    """Returns the verdicts on all addresses. What there was no time for keeps its memory and gets no verdict."""
    found: dict[str, tuple[Verdict, Memory]] = {}
    room = asyncio.Semaphore(client.limits.hosts)

    async def visit(group: list[Outside]) -> None:
        async with room:
            for outside in group:
                found[outside.address] = await _look(outside, memories.get(outside.address, Memory()), client, today)
                progress(len(found), len(wanted))

    try:
        async with asyncio.timeout(client.limits.run), asyncio.TaskGroup() as tasks:
            for group in _by_host(wanted):
                tasks.create_task(visit(group))
    except TimeoutError:
        pass
    verdicts = tuple(found[outside.address][0] for outside in wanted if outside.address in found)
    return Survey(verdicts, {**memories, **{address: memory for address, (_, memory) in found.items()}},
                  len(wanted) - len(found))


def _by_host(wanted: list[Outside]) -> list[list[Outside]]:
    groups: dict[str, list[Outside]] = {}
    for outside in wanted:
        groups.setdefault(host_of(outside.address), []).append(outside)
    return list(groups.values())


async def _look(outside: Outside, memory: Memory, client: Client, today: date) -> tuple[Verdict, Memory]:
    answer = await client.ask(outside.address, outside.anchors)
    case = Case(outside, answer, memory, limits=client.limits)
    if wants_sibling(case) and (beside := sibling_of(answer.final, client.random)):
        case = replace(case, sibling=await client.ask(beside))
    return judge(case, today)
