"""A finding: one thing that must be mended, where it is, and under which rule.

The wording lives in the table of rules (`scripts/checks/rules.yml`); a finding carries
only the rule's name and the values that the wording needs.
"""

from dataclasses import dataclass

from .place import Place

LONGEST_VALUE = 300  # characters


@dataclass(frozen=True)
class Finding:
    """One broken rule at one place; `values` fill the gaps of the rule's wording."""

    place: Place
    rule: str
    values: tuple[tuple[str, str], ...] = ()

    @property
    def sort_key(self) -> tuple:
        """Findings are told by path, then line, then rule, then detail."""
        return (self.place.path, self.place.line, self.rule, self.values)


def finding(place: Place, rule: str, **values: object) -> Finding:
    """Returns a finding of `rule` at `place`, with its values as text that fits on a line."""
    return Finding(place, rule, tuple((name, _short(str(value))) for name, value in values.items()))


def _short(text: str) -> str:
    """Returns a text on one line, cut where nobody would read on."""
    line = " ".join(part.strip() for part in text.splitlines()) if "\n" in text or "\r" in text else text
    return line if len(line) <= LONGEST_VALUE else f"{line[:LONGEST_VALUE]}…"
