"""Tells what became of the outside addresses: one standing report in both languages, and findings at the lines that wrote them.

Titles and addresses come from other people's servers, so they are shown as code: nothing in them can link, mention somebody
or change the page that shows the report.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from ...facts.finding import Finding, finding
from ...facts.place import Place
from .addresses import Harm
from .judge import BROKEN, CHANGED, MOVED, OK, UNSURE, Verdict
from .survey import Survey
from .words import both, words

WAITING = "waiting"
ORDER = (BROKEN, CHANGED, WAITING, MOVED, UNSURE, OK)
LARGEST = 60_000  # characters; GitHub takes 65,536 in an issue
LONGEST = 200  # characters of what a server said
PLACES = 5
SETTINGS = "mkdocs.yml"
RULES = {BROKEN: "web-address-broken", CHANGED: "web-address-changed", MOVED: "web-address-moved",
         WAITING: "web-address-failing", UNSURE: "web-address-unverified"}


def shown_as(verdict: Verdict) -> str:
    """Returns the state under which the report lists a verdict; one that still waits for more days has its own."""
    return WAITING if verdict.waiting else verdict.state


def findings(survey: Survey) -> Iterator[Finding]:
    """Yields one finding for each line that wrote an address which is not fine."""
    for verdict in survey.verdicts:
        if verdict.state != OK:
            unsafe = verdict.state == BROKEN and verdict.reason.startswith("address-")
            rule = "web-address-unsafe" if unsafe else RULES[shown_as(verdict)]
            for place in verdict.outside.places:
                yield finding(place, rule, **_values(verdict))
    if survey.unvisited:
        yield finding(Place(SETTINGS), "web-address-unvisited", count=survey.unvisited)


def _values(verdict: Verdict) -> dict[str, object]:
    reason = words()["reasons"][verdict.reason]
    return {"address": verdict.outside.address, "reason": reason["en"], "ly_do": reason["vi"],
            "detail": f" ({_plain(verdict.detail)})" if verdict.detail else "", "target": _plain(verdict.target),
            "since": verdict.since or "", "lasting": f", since {verdict.since}" if verdict.since else "", "failures": verdict.failures}


def markdown(survey: Survey, today: date, fine: int = 0) -> str:
    """Returns the report as Markdown, the most harmful addresses first, never longer than an issue may be.

    `fine` addresses were fine last time and not looked at today.
    """
    left = [f"Lần trước tốt, hôm nay chưa xem lại / fine last time, not looked at today: {fine}", ""] if fine else []
    lines = [f"# Liên kết ra ngoài / Outside links: {today}", "", *_table(survey), "", *left]
    told = [verdict for verdict in survey.verdicts if verdict.state != OK]
    room = LARGEST - sum(len(line) + 1 for line in (*lines, *_mends(told)))
    entries = _entries(told)
    for at, entry in enumerate(entries):
        room -= len(entry) + 1
        if room < 200:
            lines.append(f"… +{len(entries) - at}")
            break
        lines.append(entry)
    return "\n".join([*lines, *_mends(told), ""])


def _table(survey: Survey) -> list[str]:
    counts = Counter((verdict.outside.harm, shown_as(verdict)) for verdict in survey.verdicts)
    rows = [[both("harms", harm.name.lower()), *(str(counts[harm, state]) for state in ORDER)] for harm in Harm]
    head = ["", *(both("states", state) for state in ORDER)]
    table = [head, ["---"] * len(head), *rows]
    left = [f"Chưa kịp xem / not visited: {survey.unvisited}"] if survey.unvisited else []
    return [f"| {' | '.join(row)} |" for row in table] + ([""] + left if left else [])


def _entries(told: list[Verdict]) -> list[str]:
    """Returns the headings and the items below them, in order."""
    found, above = [], None
    for verdict in sorted(told, key=lambda one: (one.outside.harm, ORDER.index(shown_as(one)), one.outside.address)):
        if verdict.outside.harm is not above:
            above = verdict.outside.harm
            found.append(f"## {both('harms', above.name.lower())}\n")
        found.append(_item(verdict))
    return found


def _item(verdict: Verdict) -> str:
    detail = f" ({_code(verdict.detail)})" if verdict.detail else ""
    lines = [f"- **{both('states', shown_as(verdict))}** {_code(verdict.outside.address)}",
             f"  - {both('reasons', verdict.reason)}{detail}{_since(verdict)}"]
    if verdict.target:
        lines.append(f"  - → {_code(verdict.target)}")
    places = verdict.outside.places
    more = f" +{len(places) - PLACES}" if len(places) > PLACES else ""
    lines.append(f"  - {', '.join(_code(str(place)) for place in places[:PLACES])}{more}")
    return "\n".join(lines)


def _since(verdict: Verdict) -> str:
    if not verdict.since:
        return ""
    days = f", {verdict.failures} ngày lỗi / days of failure" if verdict.failures else ""
    return f"; từ / since {verdict.since}{days}"


def _mends(told: list[Verdict]) -> list[str]:
    """Returns what to do about each state that occurs."""
    seen = {shown_as(verdict) for verdict in told}
    return ["", *(f"- **{both('states', state)}**: {both('does', state)}" for state in ORDER if state in seen)]


def _code(text: str) -> str:
    """Returns a text that Markdown shows as it stands (CommonMark 6.1), on one line."""
    return "`" + _plain(text).replace("`", "'") + "`"


def _plain(text: str) -> str:
    """Returns what a server said, without what would move the cursor of a terminal or turn letters round, and not too long."""
    plain = "".join(char if char.isprintable() else " " for char in text).strip()
    return f"{plain[:LONGEST]}…" if len(plain) > LONGEST else plain
