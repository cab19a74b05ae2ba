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
from .judge import UNSURE, Case, Verdict, judge, wants_sibling
from .owner import host_of
from .soft404 import sibling_of

Progress = Callable[[int, int], None]
ENOUGH = 3  # hosts; when so many are asked and not one answers, it is we who have no network


@dataclass(frozen=True)
class _Look:
    """What one visit brought; `reached` is None where nobody was asked, because the address itself is not followed."""

    verdict: Verdict
    memory: Memory
    reached: bool | None


@dataclass(frozen=True)
class Survey:
    """The verdicts in the order of the addresses, the new memories, and how many addresses there was no time for."""

    verdicts: tuple[Verdict, ...]
    memories: dict[str, Memory]
    unvisited: int = 0


async def survey(wanted: list[Outside], memories: dict[str, Memory], client: Client, today: date,
                 progress: Progress = lambda done, of: None) -> Survey:
    """Returns the verdicts on all addresses. What there was no time for keeps its memory and gets no verdict."""
    found: dict[str, _Look] = {}
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
    looks = {address: look for outside in wanted if (look := found.get(address := outside.address))}
    if _cut_off(looks):
        looks = {address: _not_counted(look, memories.get(address, Memory())) for address, look in looks.items()}
    return Survey(tuple(look.verdict for look in looks.values()),
                  {**memories, **{address: look.memory for address, look in looks.items()}}, len(wanted) - len(looks))


def _cut_off(looks: dict[str, _Look]) -> bool:
    """Tells whether nobody at all could be reached, which says something of our network and nothing of theirs."""
    asked = {host_of(address): look.reached for address, look in looks.items() if look.reached is not None}
    return len(asked) >= ENOUGH and not any(look.reached for look in looks.values())


def _not_counted(look: _Look, before: Memory) -> _Look:
    if look.reached is None:
        return look
    return _Look(Verdict(look.verdict.outside, UNSURE, "own-network"), before, False)


def _by_host(wanted: list[Outside]) -> list[list[Outside]]:
    groups: dict[str, list[Outside]] = {}
    for outside in wanted:
        groups.setdefault(host_of(outside.address), []).append(outside)
    return list(groups.values())


async def _look(outside: Outside, memory: Memory, client: Client, today: date) -> _Look:
    answer = await client.ask(outside.address, outside.anchors)
    case = Case(outside, answer, memory, limits=client.limits)
    if wants_sibling(case) and (beside := sibling_of(answer.final, client.random)):
        case = replace(case, sibling=await client.ask(beside))
    verdict, remembered = judge(case, today)
    return _Look(verdict, remembered, None if answer.trouble.startswith("address-") else bool(answer.status or answer.hops))
