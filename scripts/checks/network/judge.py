"""Judges what an outside address answered: fine, moved, broken, changed, or not to be told from here.

Pure: an answer, what is remembered and the limits in; a state and its reason out. Two states are the usual mistake of link
checkers: a site that keeps programs or foreigners out is not broken, and a page that answers is not therefore the page.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from ...facts.address import address_parts
from ...facts.data.shape import parse_day
from .addresses import Harm, Outside
from .answers import Answer
from .fingerprint import difference, new_to_us, remembered, same_page
from .history import MOVED_FOR_GOOD, Memory
from .limits import LIMITS, Limits
from .owner import owner
from .phrases import named, spoken
from .soft404 import gone

STATES = OK, MOVED, CHANGED, BROKEN, UNSURE = "ok", "moved", "changed", "broken", "could-not-verify"
FAILING = "failing"  # what one bad answer is; only many of them make BROKEN

# Without an answer there is only the reason why. What a block for foreigners or a full server looks like from outside stays
# unsure for ever; what no reader can get past fails.
TROUBLES = {
    "host-unknown": FAILING, "host-private": FAILING, "refused": FAILING, "reset": FAILING, "answer-empty": FAILING,
    "answer-cut": FAILING, "answer-garbled": FAILING, "redirect-loop": FAILING, "redirect-many": FAILING,
    "redirect-nowhere": FAILING, "certificate-expired": FAILING, "certificate-host": FAILING,
    "certificate-self-signed": FAILING, "certificate-chain": UNSURE, "tls": UNSURE, "timeout": UNSURE, "dns": UNSURE,
    "answer-bomb": UNSURE, "cookies": UNSURE, "redirect-unsafe": CHANGED,
}
# 401, 403, 405, 406 and 999 are what firewalls tell programs; readers mostly never see them.
KEPT_OUT = {401: "login", 403: "robots", 405: "robots", 406: "robots", 407: "login", 408: "timeout", 425: "asked-to-wait",
            429: "asked-to-wait", 451: "abroad", 511: "login", 999: "robots"}


@dataclass(frozen=True)
class Observation:
    """One look at one address. `kind` is a state, or FAILING; `target` is the new address of one that moved."""

    kind: str
    reason: str = ""
    detail: str = ""
    target: str = ""


@dataclass(frozen=True)
class Verdict:
    """What the report says of an address. `state` is one of STATES; `since` and `failures` tell for how long it has not been fine."""

    outside: Outside
    state: str
    reason: str = ""
    detail: str = ""
    target: str = ""
    since: date | None = None
    failures: int = 0
    waiting: bool = False


@dataclass(frozen=True)
class Case:
    """All that is known of an address on one day."""

    outside: Outside
    answer: Answer
    memory: Memory = Memory()
    sibling: Answer | None = None
    limits: Limits = LIMITS


def observe(case: Case) -> Observation:
    """Returns the first thing that is wrong with an answer, else that it moved or is fine."""
    return next(_wrong(case), None) or _place(case.answer)


def wants_sibling(case: Case) -> bool:
    """Returns whether a random address beside this one should be asked too, to know what "found" means there."""
    return case.answer.page and observe(case).kind in (OK, MOVED) and new_to_us(case.answer, case.memory, case.limits)


def _wrong(case: Case) -> Iterator[Observation]:
    answer = case.answer
    if answer.trouble.startswith("address-"):
        yield Observation(BROKEN, answer.trouble, answer.detail)
    elif answer.trouble and not _readable(case):
        yield Observation(TROUBLES[answer.trouble], answer.trouble, answer.detail)
    elif not 200 <= answer.status < 300:
        yield _status(answer)
    else:
        yield from _walls(answer)
        yield from _absence(case)
        yield from _strangers(case)


def _readable(case: Case) -> bool:
    """Tells whether enough came before an answer broke off; browsers show a page whose length was announced wrongly."""
    answer = case.answer
    return answer.trouble == "answer-cut" and (answer.status >= 400 or answer.text.words > case.limits.short)


def _status(answer: Answer) -> Observation:
    """Returns what a status says that is not a success, when the words of the page say nothing more exact."""
    for wall in ("robots", "abroad") if answer.status not in (404, 410) else ():
        if phrase := spoken(answer.text, wall):
            return Observation(UNSURE, wall, f"{answer.status}, {phrase}")
    if answer.status in KEPT_OUT:
        return Observation(UNSURE, KEPT_OUT[answer.status], str(answer.status))
    return Observation(FAILING, "gone" if answer.status in (404, 410) else "status", str(answer.status))


def _walls(answer: Answer) -> Iterator[Observation]:
    """Yields what stands between a program and the page, so that nothing can be said about the page."""
    for wall in ("robots", "abroad", "cookies"):
        if phrase := spoken(answer.text, wall):
            yield Observation(UNSURE, wall, phrase)
    for wall in ("login", "cookies"):
        if answer.hops and named(answer.final, wall) and not named(answer.address, wall):
            yield Observation(UNSURE, wall, answer.final)


def _absence(case: Case) -> Iterator[Observation]:
    """Yields a page that is gone although the status is a success."""
    answer, sibling = case.answer, case.sibling
    reason, detail = gone(answer, sibling, case.limits) if answer.page else ("", "")
    if reason:
        yield Observation(FAILING, reason, detail)
    elif sibling and answer.text.words <= case.limits.short and same_page(answer, sibling, case.limits):
        yield Observation(UNSURE, "needs-scripts", sibling.address)


def _strangers(case: Case) -> Iterator[Observation]:
    """Yields what shows that this is another page, or another's page, than the one that was linked to."""
    answer, outside = case.answer, case.outside
    if phrase := spoken(answer.text, "parked", share=0):
        yield Observation(CHANGED, "parked", phrase)
    if owner(answer.final) != owner(answer.address):
        yield Observation(CHANGED, "owner-other", answer.final)
    steps = [*(hop.address for hop in answer.hops), answer.final]
    if any(_scheme(one) == "https" and _scheme(two) == "http" for one, two in zip(steps, steps[1:])):
        yield Observation(CHANGED, "insecure", answer.final)
    trusted = outside.registry or outside.harm is Harm.CRISIS
    reason, detail = difference(answer, case.memory, trusted, case.limits)
    if reason:
        yield Observation(CHANGED, reason, detail)
    lost = sorted(outside.anchors - answer.text.anchors) if answer.page and not answer.cut else []
    if lost:
        yield Observation(CHANGED, "anchor-lost", ", ".join(f"#{anchor}" for anchor in lost))


def _place(answer: Answer) -> Observation:
    moved = answer.hops and answer.permanent and answer.final != answer.address
    return Observation(MOVED, MOVED_FOR_GOOD, target=answer.final) if moved else Observation(OK)


def _scheme(address: str) -> str:
    return address_parts(address).scheme.lower()


def renewed(case: Case, seen: Observation, today: date) -> Memory:
    """Returns what to remember after a look; several looks on one day count as one."""
    memory, day = case.memory, today.isoformat()
    if seen.kind in (OK, MOVED):
        fine = remembered(case.answer, memory, today, case.limits)
        first = memory.since if memory.trouble == seen.reason else day
        return replace(fine, trouble=seen.reason, since=first) if seen.kind == MOVED else fine
    since = memory.doubtful and memory.since or day
    if seen.kind != FAILING:
        failures = memory.failures if seen.kind == UNSURE else 0
        return replace(memory, trouble=seen.reason, since=since, failures=failures, last=memory.last if failures else "")
    if memory.last == day:
        return replace(memory, trouble=seen.reason)
    return replace(memory, trouble=seen.reason, since=since, last=day, failures=memory.failures + 1)


def judge(case: Case, today: date) -> tuple[Verdict, Memory]:
    """Returns the verdict on an address and what to remember of it; neither is changed by asking twice on a day."""
    seen = observe(case)
    memory = renewed(case, seen, today)
    enough = memory.failures >= case.limits.failures
    state = (BROKEN if enough else UNSURE) if seen.kind == FAILING else seen.kind
    verdict = Verdict(case.outside, state, seen.reason, seen.detail, seen.target, parse_day(memory.since),
                      memory.failures, waiting=seen.kind == FAILING and not enough)
    return verdict, memory
