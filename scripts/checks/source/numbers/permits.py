"""The owners' list of what may stand in plain text all the same: a value, where, in which words, and why.

`allowed.yml` is for the owners only. A number passes only inside the exact words of `as`, a host
without them; so a warning about a number can name it, and nobody can turn it into an offer.
"""

from dataclasses import dataclass

from ....facts.place import texts
from ....facts.project import Project


@dataclass(frozen=True)
class Permits:
    """The permitted values as (digits, beginning of path, exact words), and the ids of all entries."""

    entries: tuple[tuple[str, str, str], ...] = ()
    ids: frozenset[str] = frozenset()

    def permitted(self, path: str, text: str, start: int, end: int, digits: str) -> bool:
        """Returns whether the number at this place of a text is on the owners' list."""
        return any(value == digits and path.startswith(prefix) and _inside(text, words, start, end)
                   for value, prefix, words in self.entries)


def digits_of(text: str) -> str:
    """Returns the digits of a text in a row."""
    return "".join(char for char in text if char.isdigit())


def _inside(text: str, words: str, start: int, end: int) -> bool:
    """Returns whether a place lies inside these exact words."""
    return any(text.startswith(words, at) for at in range(max(0, end - len(words)), start + 1))


def permits(project: Project) -> Permits:
    """Returns the owners' list of a project, and the ids that its texts may name."""
    found = []
    for entry in project.entries("allowed").values():
        value = entry.get("value") if isinstance(entry, dict) else None
        if isinstance(value, str):
            found += [(digits_of(value), path, words) for path in texts(entry.get("in")) for words in texts(entry.get("as"))]
    facts = (project.group("campaign", "facts"), project.group("convention", "statements"))
    ids = {id for entries in (*project.data.values(), *facts) for id in entries}
    return Permits(tuple(found), frozenset(ids))
