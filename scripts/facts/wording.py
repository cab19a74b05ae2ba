"""Reads the words that pages avoid: `wording.yml`, and `avoid` in `glossary.yml`, as phrases to look for.

The list is data, in every language, with the better wording beside each entry; editors change it, not the code.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, cached_property
from pathlib import Path

from .place import Record, mapping, texts
from .project import DATA, Project
from .strict_yaml import read_yaml
from .words import Word, bare, phrase

HOUSE = Path(__file__).resolve().parents[2] / DATA
LEAST_BARE = 3  # words; shorter ones without their marks could be other words
MOST_BETWEEN = 5  # words where a phrase of the list has “…”
AND, GAP = "&", "…"
SIGNALS = ("quoting", "titles", "past", "offenders", "orders", "verbs", "unchanged")  # in the order of Wording


@dataclass(frozen=True)
class Phrase:
    """Words one after the other in a language (empty: any); `better` says in English and Vietnamese what to write.

    `kind` is harm, outdated or glossary, or fine for words that only begin like others; `unless` are the words that make it right when they stand just before.
    Where the list has “…” the words stand in `parts`, with any of the words of `between` among them.
    """

    words: tuple[str, ...]
    language: str
    kind: str
    level: str
    better: dict
    unless: tuple[tuple[str, ...], ...] = ()
    parts: tuple[tuple[str, ...], ...] = ()
    between: frozenset[str] = frozenset()

    def speaks_on(self, language: str) -> bool:
        """Returns whether a text may hold the words: one plain word can be another word in another language."""
        return language in ("", self.language) or not self.language or len(self.words) > 1 or not self.words[0].isascii()

    def end(self, found: list[Word], at: int) -> int:
        """Returns where the words that stand there end, as they are or all of them without their marks; 0 when they do not."""
        heard = [word.text for word in found[at:at + len(self.words) + MOST_BETWEEN * max(0, len(self.parts) - 1)]]
        reach = length_of(self.parts or (self.words,), heard, self.between)
        if not reach and len(self.words) >= LEAST_BARE:
            parts, between = self.unmarked
            reach = length_of(parts, heard, between)
        return at + reach if reach else 0

    @cached_property
    def unmarked(self) -> tuple[tuple[tuple[str, ...], ...], frozenset[str]]:
        """Returns the parts and the words between them, all without their marks."""
        return tuple(tuple(map(bare, part)) for part in self.parts or (self.words,)), frozenset(map(bare, self.between))


def length_of(parts: tuple[tuple[str, ...], ...], heard: list[str], between: frozenset[str]) -> int:
    """Returns how many of the words heard a phrase takes from the first on, 0 when it does not stand there.

    >>> length_of((("get",), ("back",)), ["get", "all", "back", "now"], frozenset({"all"}))
    3
    """
    size = len(parts[0])
    if tuple(heard[:size]) != parts[0]:
        return 0
    if len(parts) == 1:
        return size
    for skip in range(min(MOST_BETWEEN, len(heard) - size) + 1):
        if rest := length_of(parts[1:], heard[size + skip:], between):
            return size + skip + rest
        if size + skip < len(heard) and heard[size + skip] not in between:
            break
    return 0


@dataclass(frozen=True)
class Wording:
    """The phrases by their first word without marks, the longest first, and the signals that excuse one.

    `needed` holds for each phrase its words without marks, as a set and in order, part by part; they stand below the longest of them.
    `orders` tell readers to do something: `orders` anywhere before the words, `verbs` where a clause begins; `unchanged` says that
    something is still as it was. None of them is a note about former times.
    """

    phrases: dict[str, tuple[Phrase, ...]]
    needed: dict[str, list[tuple[frozenset[str], tuple[str, ...]]]]
    quoting: frozenset[tuple[str, ...]]
    titles: frozenset[tuple[str, ...]]
    past: frozenset[tuple[str, ...]]
    offenders: frozenset[tuple[str, ...]]
    orders: frozenset[tuple[str, ...]]
    verbs: frozenset[tuple[str, ...]]
    unchanged: frozenset[tuple[str, ...]]


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
    signals = mapping(data.get("signals"))
    joining = frozenset(word for some in signal_phrases(signals.get("joining")) for word in some)
    avoided = [one for entry in _listed(mapping(data.get("avoid"))) for one in _joined(entry, joining) if one.words]
    there = {(one.words, one.language) for one in avoided}  # these know more than the glossary: what makes them right
    listed = [*(one for one in _glossary(project) if one.words and (one.words, one.language) not in there), *avoided]
    found = {(one.words, one.parts, one.language): one for one in listed}
    table: dict[str, list[Phrase]] = {}
    for one in sorted(found.values(), key=lambda one: -len(one.words)):
        table.setdefault(bare(one.words[0]), []).append(one)
    return Wording({first: tuple(some) for first, some in table.items()}, _by_longest(map(_needed, found.values())),
                   *(signal_phrases(signals.get(name)) for name in SIGNALS))


def _joined(one: Phrase, joining: frozenset[str]) -> Iterator[Phrase]:
    """Yields a phrase as it is, and with each other word for “and” in the place of its own."""
    yield one
    own = {AND, *joining} & set(one.words)
    for other in {AND, *joining} - own if own and not one.parts else ():
        yield replace(one, words=tuple(other if word in own else word for word in one.words))


def _needed(one: Phrase) -> tuple[frozenset[str], tuple[str, ...]]:
    """Returns the words without which a phrase cannot stand in a text, and its parts in order."""
    plain = [bare(" ".join(word for word in part if word != AND)).replace("'", " ").split() for part in one.parts or (one.words,)]
    return frozenset(word for part in plain for word in part), tuple(f" {' '.join(part)} " for part in plain)


def _by_longest(needed: Iterable[tuple[frozenset[str], tuple[str, ...]]]) -> dict[str, list[tuple[frozenset[str], tuple[str, ...]]]]:
    """Returns what phrases need by the longest of their words, which few texts hold; by an empty one where they have none."""
    table: dict[str, list[tuple[frozenset[str], tuple[str, ...]]]] = {}
    for some in needed:
        table.setdefault(max(some[0], key=len, default=""), []).append(some)
    return table


def signal_phrases(value: object) -> frozenset[tuple[str, ...]]:
    """Returns the phrases of all languages of a mapping from language to list."""
    return frozenset(phrase(text) for some in mapping(value).values() for text in texts(some))


def _listed(entries: Record) -> Iterator[Phrase]:
    for entry in map(mapping, entries.values()):
        unless = tuple(phrase(text) for text in texts(entry.get("unless")))
        between = frozenset(word for text in texts(entry.get("between")) for word in phrase(text))
        for written in texts(entry.get("words")):
            parts = tuple(part for text in written.split(GAP) if (part := phrase(text)))
            yield Phrase(phrase(written), str(entry.get("language") or ""), str(entry.get("kind") or "harm"),
                         str(entry.get("level") or "error"), mapping(entry.get("better")), unless, parts if len(parts) > 1 else (), between)
        for written in texts(entry.get("fine")):
            yield Phrase(phrase(written), str(entry.get("language") or ""), "fine", "", {})


def _glossary(project: Project) -> Iterator[Phrase]:
    for entry in map(mapping, project.entries("glossary").values()):
        for language, some in mapping(entry.get("avoid")).items():
            for written in texts(some):
                yield Phrase(phrase(written), language, "glossary", "warning", mapping(entry.get("term")))


