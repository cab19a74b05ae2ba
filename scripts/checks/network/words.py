"""Finds the words of the report, in the two languages of everybody who looks after the project.

They stand in `words.yml`, so that a translator can mend them without touching code.
"""

from functools import cache
from pathlib import Path

from ...facts.data.strict_yaml import read_yaml
from ...facts.place import Record

TABLE = Path(__file__).with_name("words.yml")
LANGUAGES = ("vi", "en")


@cache
def words() -> Record:
    """Returns the words as `{"states": {"broken": {"vi": …, "en": …}}, …}`."""
    table, findings = read_yaml(TABLE.read_text(encoding="utf-8"), TABLE.name)
    assert isinstance(table, Record) and not findings, findings
    return table


def both(group: str, name: str) -> str:
    """Returns a word in both languages, `Hỏng / Broken`."""
    return " / ".join(words()[group][name][language] for language in LANGUAGES)
