"""Reads the words that pages avoid: `wording.yml`, and `avoid` in `glossary.yml`, as phrases to look for.

The list is data, in every language, with the better wording beside each entry; editors change it, not the code.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property, partial
from itertools import chain, islice, product
from pathlib import Path

from ..data.strict_yaml import read_yaml
from ..place import Record, mapping, texts
from ..project import DATA, Project
from . import ENDS, Word, bare, phrase
from .variants import Pattern, Sets, Words, pattern, sets_of

HOUSE = Path(__file__).resolve().parents[3] / DATA
LEAST_BARE, LEAST_TYPED_BARE = 3, 2  # words; fewer without their marks could be others
MOST_BETWEEN = 12  # words where a phrase of the list has “…”
AND, ANYTHING = "&", "…"  # as a word of `between`: any words of the sentence
SIGNALS = ("quoting", "titles", "offenders", "orders", "verbs", "unchanged", "refuting", "turning", "affirming", "negating", "naming", "advising",
           "replacing", "claiming", "describing", "listing")  # in the order of Wording
IN_PARTS = ("past", "now", "gone", "denying", "refusing")  # may have “…”; in the order of Wording
OVER = frozenset({"outdated", "law", "glossary"})  # kinds that a note about former times may name
MOST = 60_000  # phrases of one text; far more than anybody lists


@dataclass(eq=False)  # there are many, and frozen ones take three times as long to make
class Phrase:
    """Words one after the other in a language (empty: any); `better` says in English and Vietnamese what to write.

    `kind` is the kind of the entry or glossary, or fine for words that only begin like others. `unless` are the words that make it
    right when they stand just before, `inside` among its own words, `beside` in the same sentence.
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
    inside: tuple[tuple[str, ...], ...] = ()

    def speaks_on(self, language: str) -> bool:
        """Returns whether a text may hold the words: one plain word can be another word in another language."""
        return language in ("", self.language) or not self.language or len(self.words) > 1 or not self.words[0].isascii()

    def end(self, found: list[Word], at: int, typed_bare: bool = False) -> int:
        """Returns where the words that stand there end, as they are or without their marks; 0 when they do not.

        `typed_bare` says that no word around them has marks.
        """
        heard = [word.text for word in found[at:at + len(self.words) + MOST_BETWEEN * max(0, len(self.parts) - 1)]]
        reach = length_of(self.parts or (self.words,), heard, self.between)
        if not reach and len(self.words) >= (LEAST_TYPED_BARE if typed_bare else LEAST_BARE):
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


Choice = tuple[Words, Words, str]  # words, the two longest in a row of them, and all between blanks, the last two without marks


@dataclass(eq=False)
class Listed:
    """A phrase as it stands in the list, which may stand for many: part by part, each with the words that may stand there.

    `place` is its place in the list; `phrase` makes a phrase of the words that stand in a text.
    """

    place: int
    parts: tuple[tuple[Choice, ...], ...]
    phrase: Callable[..., Phrase]

    def said_in(self, rows: set[Words], in_order: str) -> Iterator[Phrase]:
        """Yields the phrases that may stand in a text with these words and pairs of words in it, all without marks."""
        there = []
        for part in self.parts:
            there.append([words for words, row, plain in part if row in rows and plain in in_order])
            if not there[-1]:
                return
        for some in product(*there):
            yield self.phrase(tuple(chain.from_iterable(some)), parts=some if len(some) > 1 else ())


@dataclass(frozen=True)
class Wording:
    """The phrases, and the signals that excuse one.

    `sought` holds the phrases as they are listed by two words that stand in a row in one of their parts, the longest, which few texts hold;
    by one word where no part has two.
    `past` is about former times, `now` too where it stands behind what is gone; `gone`, in the next sentence, speaks of the one before.
    `denying`, just behind a quote or behind what `claiming` (“whoever says”) leads to, says that it is not so; `refuting` does where the
    next sentence begins. `replacing` (“write instead”) stands behind a quote, `negating` (“not”) and `naming` (“the word”) just before it,
    but who is `advising` (“use the word”) is not only naming it. `refusing` (“don't call … a”) and `describing` (“often”) stand before the
    words in their clause, `listing` (“or”) between them and others that were right.
    What stands before one of `turning` (“but”) makes nothing right behind it; `affirming` (“not only”) denies nothing.
    `orders` tell readers to do something: `orders` anywhere before the words, `verbs` where a clause begins; `unchanged` says that
    something is still as it was. None of them is a note about former times.
    """

    sought: dict[Words, list[Listed]]
    quoting: frozenset[tuple[str, ...]]
    titles: frozenset[tuple[str, ...]]
    offenders: frozenset[tuple[str, ...]]
    orders: frozenset[tuple[str, ...]]
    verbs: frozenset[tuple[str, ...]]
    unchanged: frozenset[tuple[str, ...]]
    refuting: frozenset[tuple[str, ...]]
    turning: frozenset[tuple[str, ...]]
    affirming: frozenset[tuple[str, ...]]
    negating: frozenset[tuple[str, ...]]
    naming: frozenset[tuple[str, ...]]
    advising: frozenset[tuple[str, ...]]
    replacing: frozenset[tuple[str, ...]]
    claiming: frozenset[tuple[str, ...]]
    describing: frozenset[tuple[str, ...]]
    listing: frozenset[tuple[str, ...]]
    past: tuple[Pattern, ...]
    now: tuple[Pattern, ...]
    gone: tuple[Pattern, ...]
    denying: tuple[Pattern, ...]
    refusing: tuple[Pattern, ...]


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
    signals, sets = mapping(data.get("signals")), sets_of(data)
    joining = frozenset((AND, *(word for some in signal_phrases(signals.get("joining")) for word in some)))
    listed = (*_glossary(project, joining), *_listed(mapping(data.get("avoid")), sets, joining))
    return Wording(_sought(listed),
                   *(signal_phrases(signals.get(name)) for name in SIGNALS),
                   *(_patterns(signals.get(name), sets) for name in IN_PARTS))


def phrases_in(text_rows: set[Words], in_order: str, wording: Wording) -> list[Phrase]:
    """Returns the phrases that may stand in a text, in the order of the list; what is listed again behind is so as it stands there.

    The glossary knows less than the list: what makes a phrase right, for one.
    """
    likely = {one.place: one for row in text_rows & wording.sought.keys() for one in wording.sought[row]}
    some = islice(chain.from_iterable(likely[place].said_in(text_rows, in_order) for place in sorted(likely)), MOST)
    found = {(one.words, one.parts, one.language): one for one in some}
    listed = {(one.words, one.language) for one in found.values() if one.kind != "glossary"}
    return [one for one in found.values() if one.kind != "glossary" or (one.words, one.language) not in listed]


def _sought(listed: Iterable[tuple[Pattern, Callable[..., Phrase]]]) -> dict[Words, list[Listed]]:
    """Returns the phrases by the two longest words in a row of the part that says most."""
    sought: dict[Words, list[Listed]] = {}
    for place, (parts, made) in enumerate(listed):
        one = Listed(place, tuple(tuple(map(_choice, part)) for part in parts), made)
        rarest = max(one.parts, key=_least, default=())
        for row in {row for _, row, _ in rarest}:
            sought.setdefault(row, []).append(one)
    return sought


def _least(part: tuple[Choice, ...]) -> tuple[int, int]:
    """Returns how many words, and letters, stand in a row in each of the choices."""
    return min((len(row), len("".join(row))) for _, row, _ in part)


@cache  # the phrases of a set share their words
def _choice(words: Words) -> Choice:
    """Returns words with what tells quickly whether they may stand in a text.

    It's is heard as two words, and & as none.
    """
    heard = bare(" ".join(word for word in words if word != AND)).replace("'", " ").split()
    rows = zip(heard, heard[1:]) if len(heard) > 1 else (tuple(heard),)
    return words, max(rows, key=lambda row: (len("".join(row)), row)), f" {' '.join(heard)} "


def _joined(part: tuple[Words, ...], joining: frozenset[str]) -> tuple[Words, ...]:
    """Returns the words, and those with each other word for “and” in the place of their own."""
    return tuple(dict.fromkeys(chain(part, (tuple(other if word in joining else word for word in some)
                                            for some in part if not joining.isdisjoint(some) for other in joining))))


def signal_phrases(value: object) -> frozenset[tuple[str, ...]]:
    """Returns the phrases of all languages of a mapping from language to list."""
    return frozenset(phrase(text) for some in mapping(value).values() for text in texts(some))


def _patterns(value: object, sets: Sets) -> tuple[Pattern, ...]:
    written = (text for some in mapping(value).values() for text in texts(some))
    return tuple(dict.fromkeys(one for text in written if (one := pattern(text, sets))))


def _listed(entries: Record, sets: Sets, joining: frozenset[str]) -> Iterator[tuple[Pattern, Callable[..., Phrase]]]:
    for entry in map(mapping, entries.values()):
        def words_of(key: str, entry: Record = entry) -> tuple[Words, ...]:
            return tuple(words for text in texts(entry.get(key)) for part in pattern(text, sets) for words in part)

        language, kind, level = (str(entry.get(key) or other) for key, other in (("language", ""), ("kind", "harm"), ("level", "error")))
        between = frozenset((*chain.from_iterable(words_of("between")), *(ANYTHING for text in texts(entry.get("between")) if text == ANYTHING)))
        made = partial(Phrase, language=language, kind=kind, level=level, better=mapping(entry.get("better")), between=between,
                       unless=words_of("unless"), beside=words_of("beside"), inside=words_of("inside"))
        fine = partial(Phrase, language=language, kind="fine", level="", better={})
        for key, of in (("words", made), ("fine", fine)):
            for parts in filter(None, (pattern(text, sets) for text in texts(entry.get(key)))):
                yield (parts if len(parts) > 1 else (_joined(parts[0], joining),)), of


def _glossary(project: Project, joining: frozenset[str]) -> Iterator[tuple[Pattern, Callable[..., Phrase]]]:
    for entry in map(mapping, project.entries("glossary").values()):
        for language, some in mapping(entry.get("avoid")).items():
            made = partial(Phrase, language=language, kind="glossary", level="warning", better=mapping(entry.get("term")))
            yield from ((((words,),), made) for words in map(phrase, texts(some)) if words)
