"""Remembers what each outside address did before, in one small file that people can read line by line.

One failure proves nothing: only what failed on many days is called broken. That an address works is written down again
only now and then, so that a run in which nothing happened changes few lines.
"""

import json
import zlib
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from datetime import date

from ...facts.data.shape import parse_day
from ...facts.finding import Finding, finding
from ...facts.place import Place

PATH = "docs/_data/link-history.json"
MOVED_FOR_GOOD = "permanent"
LARGEST = 4_000_000  # bytes; ten thousand addresses are 2 MB


@dataclass(frozen=True)
class Memory:
    """What is known of one address. Days are `YYYY-MM-DD`; what is unknown is empty.

    `trouble` is why the address is not fine, `since` the first day of it, `last` the last day it failed and `failures` the
    number of days it failed in a row. `fine` is a day it worked; `title`, `language`, `words` and `kind` are of that time.
    """

    fine: str = ""
    kind: str = ""
    title: str = ""
    language: str = ""
    words: int = 0
    trouble: str = ""
    since: str = ""
    last: str = ""
    failures: int = 0

    @property
    def doubtful(self) -> bool:
        """Returns whether the address failed, changed or could not be looked at last time; one that moved is no riddle."""
        return self.trouble not in ("", MOVED_FOR_GOOD)

    @property
    def known(self) -> bool:
        """Returns whether the address ever worked, so that there is something to compare with."""
        return bool(self.fine)


def written(memories: dict[str, Memory]) -> str:
    """Returns the text of the file: one address a line, in order, nothing that depends on the machine."""
    lines = [f"  {_json(address)}: {_json({name: value for name, value in asdict(memory).items() if value})}"
             for address, memory in sorted(memories.items())]
    return "{\n" + ",\n".join(lines) + "\n}\n" if lines else "{}\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def load(text: str, path: str = PATH) -> tuple[dict[str, Memory], list[Finding]]:
    """Returns what is remembered, and what is wrong with the file; of a file with any finding nothing is remembered."""
    if len(text) > LARGEST:
        return {}, [finding(Place(path), "link-history-malformed", reason=f"more than {LARGEST} characters")]
    try:
        entries = json.loads(text, object_pairs_hook=_once)
    except RecursionError:
        return {}, [finding(Place(path), "link-history-malformed", reason="lists inside lists without end")]
    except ValueError as wrong:
        line = wrong.lineno if isinstance(wrong, json.JSONDecodeError) else 1
        return {}, [finding(Place(path, line), "link-history-malformed", reason=getattr(wrong, "msg", str(wrong)))]
    if not isinstance(entries, dict):
        return {}, [finding(Place(path), "link-history-malformed", reason="the file is not a mapping")]
    findings = [finding(Place(path, _line(text, address)), "link-history-malformed", reason=reason)
                for address, entry in entries.items() for reason in _wrong(entry)]
    return ({} if findings else {address: Memory(**entry) for address, entry in entries.items()}), findings


def _once(pairs: list[tuple[str, object]]) -> dict:
    found = dict(pairs)
    if len(found) < len(pairs):
        twice = next(key for key, _ in pairs if sum(key == other for other, _ in pairs) > 1)
        raise ValueError(f"{twice} stands there twice")
    return found


def _wrong(entry: object) -> Iterable[str]:
    if not isinstance(entry, dict):
        yield "an address has no mapping"
        return
    types = {field.name: field.type for field in fields(Memory)}
    for name, value in entry.items():
        if name not in types:
            yield f"no field is called {name}"
        elif type(value) is not types[name]:
            yield f"{name} is not {'a number' if types[name] is int else 'a text'}"
        elif name in ("fine", "since", "last") and parse_day(value) is None:
            yield f"{name} is not a day (YYYY-MM-DD)"
        elif types[name] is int and value < 0:
            yield f"{name} is less than nothing"


def _line(text: str, address: str) -> int:
    at = text.find(_json(address))
    return text.count("\n", 0, at) + 1 if at >= 0 else 1


def stale(memory: Memory, address: str, today: date, renew: int) -> bool:
    """Returns whether a success should be written down again; addresses take turns, spread over a third of the time."""
    seen = parse_day(memory.fine)
    turn = zlib.crc32(address.encode()) % max(renew // 3, 1)
    return seen is None or (today - seen).days >= renew - turn
