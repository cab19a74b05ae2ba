"""Tells findings: as text for people, as annotations for GitHub, as JSON for programs."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence

from ..facts.finding import Finding, finding
from ..facts.place import OBEYED, UNSEEN, visible
from .rules import LEVELS, rules

UNPRINTED = re.compile(rf"(?!\n)(?:{OBEYED.pattern}|{UNSEEN.pattern})")  # written out in JSON: the same to a program, and no line is turned round
MOST_OF_A_RULE = 200  # findings that are told; the same slip on every page of a large site is mended once


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Returns the findings once each, by path, line and rule."""
    return sorted(set(findings), key=lambda found: found.sort_key)


def at_most(findings: Sequence[Finding], most: int = MOST_OF_A_RULE) -> list[Finding]:
    """Returns the first findings of each rule, and in place of the others how many there are; nobody reads thousands of lines."""
    seen: Counter[str] = Counter()
    kept, left = [], {}
    for found in findings:
        seen[found.rule] += 1
        if seen[found.rule] <= most:
            kept.append(found)
        else:
            left.setdefault(found.rule, found.place)
    return in_order([*kept, *(finding(place, "findings-left-out", which=rule, count=seen[rule] - most)
                              for rule, place in left.items())]) if left else kept


def counts(findings: Iterable[Finding]) -> dict[str, int]:
    """Returns how many findings there are of each level."""
    seen = Counter(rules()[found.rule].level for found in findings)
    return {level: seen[level] for level in LEVELS}


def as_text(findings: Sequence[Finding]) -> str:
    """Returns `path:line: rule: fact` with the mend in English and in Vietnamese below it."""
    return _sayable("".join(_text(found) for found in findings))


def _text(found: Finding) -> str:
    rule = rules()[found.rule]
    head = found.rule if rule.level == "error" else f"{found.rule} (warning)"
    return (f"{found.place}: {head}: {visible(rule.message(found))}\n"
            f"    fix: {visible(rule.mend(found, 'en'))}\n"
            f"    sửa: {visible(rule.mend(found, 'vi'))}\n")


def as_github(findings: Sequence[Finding]) -> str:
    """Returns workflow commands that GitHub shows beside the line of a pull request."""
    return _sayable("".join(_annotation(found) for found in findings))


def _annotation(found: Finding) -> str:
    rule = rules()[found.rule]
    said = (rule.message(found), f"fix: {rule.mend(found, 'en')}", f"sửa: {rule.mend(found, 'vi')}")
    body = "\n".join(map(visible, said))
    where = f"file={_property(found.place.path)},line={found.place.line},title={_property(found.rule)}"
    return f"::{rule.level} {where}::{_escaped(body)}\n"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


def as_json(findings: Sequence[Finding]) -> str:
    """Returns one JSON object: the findings, and how many there are of each level."""
    told = {"findings": [_entry(found) for found in findings], "counts": counts(findings)}
    text = _sayable(json.dumps(told, ensure_ascii=False, indent=2))
    return UNPRINTED.sub(lambda one: json.dumps(one[0])[1:-1], text) + "\n"


def _sayable(text: str) -> str:
    """Returns a text that can be printed; a file name that is not UTF-8 reaches Python with lone surrogates."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _entry(found: Finding) -> dict:
    rule = rules()[found.rule]
    return {"path": found.place.path, "line": found.place.line, "rule": found.rule, "level": rule.level,
            "message": rule.message(found),
            "fix": {"vi": rule.mend(found, "vi"), "en": rule.mend(found, "en")}}


FORMATS = {"text": as_text, "github": as_github, "json": as_json}
