"""Reads the words that pages avoid: `wording.yml`, and `avoid` in `glossary.yml`, as phrases to look for.

The list is data, in every language, with the better wording beside each entry; editors change it, not the code.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from itertools import chain, islice
from pathlib import Path

from ..data.strict_yaml import read_yaml
from ..place import Record, mapping, texts
from ..project import DATA, Project
from . import phrase
from .phrases import AND, ANYTHING, Choice, Listed, Phrase, choice
from .variants import Pattern, Sets, Words, pattern, sets_of

HOUSE = Path(__file__).resolve().parents[3] / DATA
SIGNALS = ("quoting", "titles", "offenders", "orders", "verbs", "unchanged", "refuting", "turning", "affirming", "negating", "naming", "advising",
           "replacing", "claiming", "describing", "listing", "asking")  # in the order of Wording
IN_PARTS = ("past", "now", "gone", "denying", "refusing")  # may have “…”; in the order of Wording
OVER = frozenset({"outdated", "law", "glossary"})  # kinds that a note about former times may name
MOST = 60_000  # phrases of one text; far more than anybody lists


@dataclass(frozen=True)
class Wording:
    """The phrases, and the signals that excuse one.

    `sought` holds the phrases as they are listed by two words that stand in a row in one of their parts, the longest, which few texts hold;
    by one word where no part has two.
    `past` is about former times, `now` too where it stands behind what is gone; `gone`, in the next sentence, speaks of the one before.
    `denying`, just behind a quote or behind what `claiming` (“whoever says”) leads to, says that it is not so; `refuting` does where the
    next sentence begins. `replacing` (“write instead”) stands behind a quote, `negating` (“not”) and `naming` (“the word”) just before it,
    but who is `advising` (“use the word”) is not only naming it. `refusing` (“don't call … a”) and `describing` (“often”) stand before the
    words in their clause, `listing` (“or”) between them and others that were right. What begins with one of `asking` (“do you”) and
    ends with a question mark asks what happened, and advises nothing.
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
    asking: frozenset[tuple[str, ...]]
    past: tuple[Pattern, ...]
    now: tuple[Pattern, ...]
    gone: tuple[Pattern, ...]
    denying: tuple[Pattern, ...]
    refusing: tuple[Pattern, ...]


def wording_data(project: Project) -> Record:
    """Returns `wording.yml` of the project, or this program's own list where the project has none."""
    return project.entries("wording") or house_wording()


def lists_of(project: Project, section: str) -> dict[str, object]:
    """Returns the lists of one section, `victims` for one: those of the project, and this program's where it has none of a name."""
    return {**mapping(_house(section).get(section)), **mapping(wording_data(project).get(section))}


def house_wording() -> Record:
    """Returns the list of words that comes with this program, empty when there is none."""
    return _house()


@cache
def _house(section: str = "") -> Record:
    """Returns this program's list, or only one section of it, which takes a fraction of the time."""
    path = HOUSE / "wording.yml"
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    found = re.search(rf"^{section}:.*?(?=^[a-z]|\Z)", text, re.DOTALL | re.MULTILINE) if section else None
    return mapping(read_yaml(found[0] if found else "" if section else text, path.name)[0])


def wording_of(project: Project, today: date) -> Wording:
    """Returns everything that the check of words needs on a day."""
    data = wording_data(project)
    signals, sets = lists_of(project, "signals"), sets_of(lists_of(project, "sets"), today)
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
        one = Listed(place, tuple(tuple(map(choice, part)) for part in parts), made)
        rarest = max(one.parts, key=_least, default=())
        for row in {row for _, row, _ in rarest}:
            sought.setdefault(row, []).append(one)
    return sought


def _least(part: tuple[Choice, ...]) -> tuple[int, int]:
    """Returns how many words, and letters, stand in a row in each of the choices."""
    return min((len(row), len("".join(row))) for _, row, _ in part)


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
