"""The table of rules: how grave each one is, and its wording in English and Vietnamese.

The wording stands in `rules.yml`, so that a translator can mend it without touching code.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ..facts.data.strict_yaml import read_yaml
from ..facts.finding import Finding
from ..facts.place import Record

TABLE = Path(__file__).with_name("rules.yml")
LEVELS = ("error", "warning")


@dataclass(frozen=True)
class Rule:
    """One rule; `says` and the two fixes hold `{gaps}` that a finding's values fill."""

    id: str
    family: str
    level: str
    says: str
    fix: dict

    def message(self, found: Finding) -> str:
        """Returns the fact of a finding in words."""
        return self.says.format_map(dict(found.values))

    def mend(self, found: Finding, language: str) -> str:
        """Returns how to mend a finding, in `en` or `vi`."""
        return self.fix[language].format_map(dict(found.values))


@cache
def rules() -> dict[str, Rule]:
    """Returns every rule by its id, in the order of the table."""
    table, findings = read_yaml(TABLE.read_text(encoding="utf-8"), TABLE.name)
    assert isinstance(table, Record) and not findings, findings
    return {id: Rule(id, **{key: entry[key] for key in ("family", "level", "says", "fix")})
            for id, entry in table.items()}


def families() -> tuple[str, ...]:
    """Returns the families of rules, for `--only`."""
    return tuple(dict.fromkeys(rule.family for rule in rules().values()))
