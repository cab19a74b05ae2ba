"""Reads the words that pages avoid: `wording.yml`, and `avoid` in `glossary.yml`, as phrases to look for.

The list is data, in every language, with the better wording beside each entry; editors change it, not the code.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from .place import Record, mapping, texts
from .project import DATA, Project
from .strict_yaml import read_yaml
from .words import Word, bare, phrase

HOUSE = Path(__file__).resolve().parents[2] / DATA
LEAST_BARE = 3  # words; shorter ones without their marks could be other words


@dataclass(frozen=True)
class Phrase:
    """Words one after the other in a language (empty: any); `better` says in English and Vietnamese what to write.

    `kind` is harm, outdated or glossary, or fine for words that only begin like others; `unless` are the words that make it right when they stand just before.
    """

    words: tuple[str, ...]
    language: str
    kind: str
    level: str
    better: dict
    unless: tuple[tuple[str, ...], ...] = ()

    def fits(self, found: list[Word], at: int) -> bool:
        """Returns whether the words stand there, or all of them without their marks."""
        there = tuple(word.text for word in found[at:at + len(self.words)])
        return there == self.words or len(there) >= LEAST_BARE and there == tuple(bare(word) for word in self.words)


@dataclass(frozen=True)
class Wording:
    """The phrases by their first word without marks, the longest first, and the signals that excuse one.

    `needed` holds for each phrase its words without marks, as a set and in order.
    """

    phrases: dict[str, tuple[Phrase, ...]]
    needed: tuple[tuple[frozenset[str], str], ...]
    quoting: frozenset[tuple[str, ...]]
    titles: frozenset[tuple[str, ...]]
    past: frozenset[tuple[str, ...]]
    offenders: frozenset[tuple[str, ...]]


def wording_data(project: Project) -> Record:
    """Returns `wording.yml` of the project, or this program's own list where the project has none."""
    return project.entries("wording") or house_wording()


@cache
def house_wording() -> Record:
    """Returns the list of words that comes with this program, empty when there is none."""
    path = HOUSE / "wording.yml"
    value = read_yaml(path.read_text(encoding="utf-8"), path.name)[0] if path.is_file() else None
    return mapping(value)


def wording_of(project: Project) -> Wording:
    """Returns everything that the check of words needs."""
    data = wording_data(project)
    found = {one.words: one for one in (*_glossary(project), *_listed(mapping(data.get("avoid")))) if one.words}
    table: dict[str, list[Phrase]] = {}
    for one in sorted(found.values(), key=lambda one: -len(one.words)):
        table.setdefault(bare(one.words[0]), []).append(one)
    parts = [bare(" ".join(one.words)).replace("'", " ").split() for one in found.values()]
    needed = tuple((frozenset(some), f" {' '.join(some)} ") for some in parts)
    signals = mapping(data.get("signals"))
    return Wording({first: tuple(some) for first, some in table.items()}, needed,
                   *(signal_phrases(signals.get(name)) for name in ("quoting", "titles", "past", "offenders")))


def signal_phrases(value: object) -> frozenset[tuple[str, ...]]:
    """Returns the phrases of all languages of a mapping from language to list."""
    return frozenset(phrase(text) for some in mapping(value).values() for text in texts(some))


def _listed(entries: Record) -> Iterator[Phrase]:
    for entry in map(mapping, entries.values()):
        unless = tuple(phrase(text) for text in texts(entry.get("unless")))
        for written in texts(entry.get("words")):
            yield Phrase(phrase(written), str(entry.get("language") or ""), str(entry.get("kind") or "harm"),
                         str(entry.get("level") or "error"), mapping(entry.get("better")), unless)
        for written in texts(entry.get("fine")):
            yield Phrase(phrase(written), str(entry.get("language") or ""), "fine", "", {})


def _glossary(project: Project) -> Iterator[Phrase]:
    for entry in map(mapping, project.entries("glossary").values()):
        for language, some in mapping(entry.get("avoid")).items():
            for written in texts(some):
                yield Phrase(phrase(written), language, "glossary", "warning", mapping(entry.get("term")))


