"""Reads the words that pages avoid: `wording.yml`, and `avoid` in `glossary.yml`, as phrases to look for.

The list is data, in every language, with the better wording beside each entry; editors change it, not the code.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, cached_property, partial
from itertools import chain, islice
from pathlib import Path

from ..data.strict_yaml import read_yaml
from ..place import Record, mapping, texts
from ..project import DATA, Project
from . import ENDS, Word, bare, phrase
from .variants import Sets, sets_of, variants

HOUSE = Path(__file__).resolve().parents[3] / DATA
LEAST_BARE = 3  # words; shorter ones without their marks could be other words
MOST_BETWEEN = 12  # words where a phrase of the list has “…”
AND, ANYTHING = "&", "…"  # as a word of `between`: any words of the sentence
SIGNALS = ("quoting", "titles", "offenders", "orders", "verbs", "unchanged", "denying", "refuting", "turning", "affirming")  # in the order of Wording
IN_PARTS = ("past", "now", "gone")  # may have “…”; in the order of Wording
OVER = frozenset({"outdated", "law", "glossary"})  # kinds that a note about former times may name
MOST = 60_000  # phrases; far more than anybody lists
Signal = tuple[tuple[str, ...], ...]  # words in a row, then others in a row behind them


@dataclass(eq=False)  # there are many, and frozen ones take three times as long to make
class Phrase:
    """Words one after the other in a language (empty: any); `better` says in English and Vietnamese what to write.

    `kind` is the kind of the entry or glossary, or fine for words that only begin like others. `unless` are the words that make it
    right when they stand just before, `beside` those that do so in the same sentence.
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
    beside: tuple[tuple[str, ...], ...] = ()

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
    >>> length_of((("get",), ("back",)), ["get", "all", "back", "now"], frozenset({ANYTHING}))
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
        word = heard[size + skip] if size + skip < len(heard) else ""
        if word and word not in between and (ANYTHING not in between or word[0] in ENDS):
            break
    return 0


Sought = tuple[int, tuple[str, ...], Phrase]  # its place in the list, each part of it, without marks and between blanks, and the phrase


@dataclass(frozen=True)
class Wording:
    """The phrases, and the signals that excuse one.

    `sought` holds the phrases, part by part, by two words that stand in a row in them, the longest, which few texts hold; by one where
    no part has two.
    `past` is about former times, `now` too where it stands behind what is gone; `gone`, in the next sentence, speaks of the one before.
    `denying`, just behind a quote, says that it is not so; `refuting` does where the next sentence begins. What stands before one of
    `turning` (“but”) makes nothing right behind it; `affirming` (“not only”) denies nothing.
    `orders` tell readers to do something: `orders` anywhere before the words, `verbs` where a clause begins; `unchanged` says that
    something is still as it was. None of them is a note about former times.
    """

    sought: dict[tuple[str, ...], list[Sought]]
    quoting: frozenset[tuple[str, ...]]
    titles: frozenset[tuple[str, ...]]
    offenders: frozenset[tuple[str, ...]]
    orders: frozenset[tuple[str, ...]]
    verbs: frozenset[tuple[str, ...]]
    unchanged: frozenset[tuple[str, ...]]
    denying: frozenset[tuple[str, ...]]
    refuting: frozenset[tuple[str, ...]]
    turning: frozenset[tuple[str, ...]]
    affirming: frozenset[tuple[str, ...]]
    past: tuple[Signal, ...]
    now: tuple[Signal, ...]
    gone: tuple[Signal, ...]


def wording_data(project: Project) -> Record:
    """Returns `wording.yml` of the project, or this program's own list where the project has none."""
    return project.entries("wording") or house_wording()


def victim_words(project: Project) -> dict[str, object]:
    """Returns the words about people who were harmed: the lists of the project, and this program's where it has none of a name."""
    return {**mapping(house_wording().get("victims")), **mapping(wording_data(project).get("victims"))}


@cache
def house_wording() -> Record:
    """Returns the list of words that comes with this program, empty when there is none."""
    path = HOUSE / "wording.yml"
    value = read_yaml(path.read_text(encoding="utf-8"), path.name)[0] if path.is_file() else None
    return mapping(value)


def wording_of(project: Project) -> Wording:
    """Returns everything that the check of words needs."""
    data = wording_data(project)
    signals, sets = mapping(data.get("signals")), sets_of(data)
    joining = frozenset((AND, *(word for some in signal_phrases(signals.get("joining")) for word in some)))
    listed = islice(_listed(mapping(data.get("avoid")), sets), MOST)
    avoided = [one for entry in listed for one in _joined(entry, joining) if one.words]
    there = {(one.words, one.language) for one in avoided}  # these know more than the glossary: what makes them right
    ours = [one for one in _glossary(project) if one.words and (one.words, one.language) not in there]
    found = {(one.words, one.parts, one.language): one for one in [*ours, *avoided]}
    return Wording(_sought(found.values()),
                   *(signal_phrases(signals.get(name)) for name in SIGNALS),
                   *(_signals_in_parts(signals.get(name), sets) for name in IN_PARTS))


def _joined(one: Phrase, joining: frozenset[str]) -> Iterator[Phrase]:
    """Yields a phrase as it is, and with each other word for “and” in the place of its own."""
    yield one
    own = joining.intersection(one.words)
    for other in joining - own if own and not one.parts else ():
        yield replace(one, words=tuple(other if word in own else word for word in one.words))


def _sought(listed: Iterable[Phrase]) -> dict[tuple[str, ...], list[Sought]]:
    """Returns the phrases without their marks, by the two longest words in a row of each."""
    sought: dict[tuple[str, ...], list[Sought]] = {}
    for at, one in enumerate(listed):
        parts = [_plain(part) for part in one.parts or (one.words,)]
        _, _, row = max(parts)[0]
        sought.setdefault(row, []).append((at, tuple(text for _, text in parts), one))
    return sought


@cache  # the phrases of a set share their parts
def _plain(part: tuple[str, ...]) -> tuple[tuple[int, int, tuple[str, ...]], str]:
    """Returns the two longest words in a row of a part behind their number and length, and the part between blanks, all without marks.

    It's is heard as two words, and & as none.
    """
    heard = bare(" ".join(word for word in part if word != AND)).replace("'", " ").split()
    rows = zip(heard, heard[1:]) if len(heard) > 1 else (tuple(heard),)
    return max((len(row), len("".join(row)), row) for row in rows), f" {' '.join(heard)} "


def signal_phrases(value: object) -> frozenset[tuple[str, ...]]:
    """Returns the phrases of all languages of a mapping from language to list."""
    return frozenset(phrase(text) for some in mapping(value).values() for text in texts(some))


def _signals_in_parts(value: object, sets: Sets) -> tuple[Signal, ...]:
    written = (text for some in mapping(value).values() for text in texts(some))
    return tuple(dict.fromkeys(one for text in written for one in variants(text, sets) if one))


def _listed(entries: Record, sets: Sets) -> Iterator[Phrase]:
    for entry in map(mapping, entries.values()):
        def of(key: str, entry: Record = entry) -> Iterator[Signal]:
            return (one for text in texts(entry.get(key)) for one in variants(text, sets))

        language, kind, level = (str(entry.get(key) or other) for key, other in (("language", ""), ("kind", "harm"), ("level", "error")))
        made = partial(Phrase, language=language, kind=kind, level=level, better=mapping(entry.get("better")),
                       unless=tuple(map(_in_a_row, of("unless"))), beside=tuple(map(_in_a_row, of("beside"))),
                       between=frozenset((*(word for parts in of("between") for word in _in_a_row(parts)),
                                          *(ANYTHING for text in texts(entry.get("between")) if text == ANYTHING))))
        for parts in of("words"):
            yield made(_in_a_row(parts), parts=parts if len(parts) > 1 else ())
        for parts in of("fine"):
            yield Phrase(_in_a_row(parts), language, "fine", "", {})


def _in_a_row(parts: Signal) -> tuple[str, ...]:
    return parts[0] if len(parts) == 1 else tuple(chain.from_iterable(parts))


def _glossary(project: Project) -> Iterator[Phrase]:
    for entry in map(mapping, project.entries("glossary").values()):
        for language, some in mapping(entry.get("avoid")).items():
            for written in texts(some):
                yield Phrase(phrase(written), language, "glossary", "warning", mapping(entry.get("term")))


