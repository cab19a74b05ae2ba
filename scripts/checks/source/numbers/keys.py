"""Finds numbers told key by key: "bấm số một ba lần", "press 1, press 1 again, then press 3", "hai số một rồi số năm".

A recorded menu is told in the same way ("bấm 1 để nghe lại, bấm 2 để …"), but never asks for one key twice.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from . import context, counting, vocabulary
from .known import Known
from .numerals import MANY as TIMES, ONES
from .telephone import Found, whole
from .vocabulary import either, one_of

ONE, MANY, OFTEN = rf"(?:\d|{one_of(ONES)})", "|".join(TIMES), either("often")
KEY, ORDINAL = rf"(?:{either('figures')} )?{either('key')}", rf"(?:{either('ordinals')}|{one_of(ONES)})"
ONCE = rf"(?: {either('again')}|(?! ?{either('often')}\b))"  # “bấm 2 lần” says how often, not what
HOW_OFTEN = rf"(?:,? (?:{either('in_a_row')} )?(?P<{{}}>{MANY}) {OFTEN}|,? (?P<{{}}>twice|thrice))"
# “ba số một”, “ba lần số một”, “three ones”; “bấm số 1”, “phím đầu: 1”, “số một ba lần”, “một ba lần”
STEP = re.compile(
    rf"\b(?=\w)(?P<pressed>{either('pressing')} (?:{either('once_more')} )?(?:the )?)?"
    rf"(?:(?P<counted>{MANY}|{either('pairs')}) (?:{either('figures')} )?{either('digit')} (?P<digit>{ONE})"
    rf"|(?P<before>{MANY}) {OFTEN} (?:{KEY} ){{0,2}}(?P<repeated>{ONE})"
    rf"|(?P<several>{MANY}) (?P<plural>{one_of(ONES)})(?:e?s)"
    rf"|(?:{KEY}(?: {ORDINAL})? ?:? ){{1,2}}(?P<named>{ONE}){ONCE}{HOW_OFTEN.format('after', 'latin')}?"
    rf"|(?P<often>{ONE})(?: {KEY})?{HOW_OFTEN.format('after_it', 'latin_after')}"
    rf"|(?(pressed)(?P<bare>{ONE})(?: {KEY})?{ONCE}|(?!)))\b"
    rf"|, (?:{either('then')} )?(?:the )?(?P<next>\d)\b|\b{either('then')} (?:the )?(?P<then>\d)\b")  # of a text in small letters, which takes half the time
GOING_ON = ("next", "then")  # a digit that counts only behind other steps: “bấm 0, rồi 9”
FARTHEST = 40  # characters between two steps


@dataclass(frozen=True)
class Step:
    """One step: which digits it gives, whether it is to be pressed, whether more than one digit was meant, and whether it only goes on."""

    start: int
    end: int
    digits: str
    pressed: bool
    counted: bool
    repeated: bool
    going_on: bool


def pressed(text: str, known: Known) -> Iterator[Found]:
    """Yields the numbers that are told key by key."""
    for steps in _rows(text):
        digits = "".join(step.digits for step in steps)
        if len(steps) > 1 and (digits in known.short and _offered(steps, text) or _asks_twice(steps, digits)):
            yield Found(steps[0].start, steps[-1].end, digits)
        else:
            yield from (Found(step.start, step.end, step.digits) for step in steps if _alone(step, text, known))


def _rows(text: str) -> Iterator[list[Step]]:
    """Yields steps that follow each other with a few words between."""
    row: list[Step] = []
    small = text.lower()
    for step in map(_step, STEP.finditer(small if len(small) == len(text) else text)):
        if counting.unit(text, step.end):
            continue  # “nhấn 5 giây”
        if row and (step.start - row[-1].end > FARTHEST or any(char.isdigit() for char in text[row[-1].end:step.start])):
            yield row
            row = []
        if row or not step.going_on:
            row.append(step)
    if row:
        yield row


def _step(match: re.Match) -> Step:
    said = match.groupdict()
    times = next((said[name] for name in ("counted", "before", "several", "after", "latin", "after_it", "latin_after") if said[name]), "")
    digit = next(said[name] for name in ("digit", "repeated", "plural", "named", "often", "bare", *GOING_ON) if said[name])
    start = match.end("pressed") if said["pressed"] else match.start()
    many = int(TIMES.get(times, 2)) if times else 1
    return Step(start, match.end(), ONES.get(digit, digit) * many, bool(said["pressed"]), bool(said["counted"]), many > 1,
                any(said[name] for name in GOING_ON))


def _offered(steps: list[Step], text: str) -> bool:
    """Returns whether the words around say that this is something to call."""
    return any(step.pressed for step in steps) or context.says_any(
        context.lead(text, steps[0].start) + "\n" + context.around(text, steps[0].start, steps[-1].end), vocabulary.OFFERS)


def _asks_twice(steps: list[Step], digits: str) -> bool:
    """Returns whether keys make a whole telephone number, or three or more are to be pressed and one twice, which no menu asks for."""
    pressed_keys = sum(step.pressed for step in steps)
    return pressed_keys > 0 and whole(digits) or pressed_keys > 1 and len(steps) > 2 and len(set(digits)) < len(digits)


def _alone(step: Step, text: str, known: Known) -> bool:
    """Returns whether one step gives a whole number: "ba số một", "bấm số một ba lần"."""
    if not (step.counted or step.repeated and step.digits in known.short):
        return False
    called = context.calling(context.before(text, step.start)) == context.SURE
    if step.counted:
        return step.digits in known.short or called and len(step.digits) > 2
    return step.pressed or called
