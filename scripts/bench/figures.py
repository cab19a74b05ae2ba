"""One measured figure beside its budget, and the table that shows them."""

from collections.abc import Iterable
from dataclasses import dataclass

FORMS = {"B": "{:,.0f} B", "MB": "{:,.1f} MB", "s": "{:.2f} s", "ms": "{:,.0f} ms", "×": "{:.3f} ×", "%": "{:.1f} %", "": "{:,.0f}"}


class Unmeasured(Exception):
    """Something stands in the way of a measurement; as text: what, in one line."""


@dataclass(frozen=True)
class Figure:
    """What was measured, in `unit` (B, MB, s, ms, ×, % or nothing), the most it may be, or the least, and what belongs to it.

    Without a `value` the thing was not measured, and `note` says why; `failed` when something stood in the way.
    """

    what: str
    value: float | None
    unit: str = ""
    budget: float | None = None
    note: str = ""
    failed: bool = False
    at_least: bool = False

    @property
    def holds(self) -> str:
        """Returns whether the budget holds, in a word."""
        if self.value is None:
            return "not measured"
        if self.budget is None:
            return ""
        return "yes" if (self.value >= self.budget if self.at_least else self.value <= self.budget) else "NO"


def table(figures: Iterable[Figure]) -> str:
    """Returns the figures as aligned columns under a heading."""
    rows = [("what", "figure", "budget", "holds", "")]
    rows += [(one.what, _said(one.value, one.unit), _said(one.budget, one.unit), one.holds, one.note) for one in figures]
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    lines = (f"{row[0]:<{widths[0]}}  {row[1]:>{widths[1]}}  {row[2]:>{widths[2]}}  {row[3]:<{widths[3]}}  {row[4]}" for row in rows)
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _said(number: float | None, unit: str) -> str:
    return "–" if number is None else FORMS[unit].format(number)
