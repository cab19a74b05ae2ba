"""Finds the names that stand beside a token: on its line before it, in a bracket or behind a dash after it, or led there by words.

Which words those are stands in `numbers/words.yml`: `reached`, `answering`, `belonging`, `purposes`, `parting`,
`favours`, `fetching`, `thereupon`, `apart`, `denying`, `negating`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from ....facts.pages.tokens import TOKEN
from ....facts.words import Word, holds, words
from ..numbers import vocabulary
from .named import ARTICLES, CALLS, SEEKING, Names, capitals_of, ending, known_ending, opening, surely, texts_of

NEAR, GAP, LEADING = 200, 3, 6  # characters that are looked at; words of calling; words that say who answers, or whose it is
BETWEEN = re.compile(r"[\s:：–—\-()\[|*_\"“”‘’→⇒>]*\Z")
BEHIND = re.compile(r"[ \t*_]*(?:\n?[ \t]*\(((?:[^()\n]|\([^()\n]*\))*)\)|[–—:-]\s+([^.;|\n]*)(?=[.;|]?\s*(?:\n|\Z)))")
CELL = re.compile(r"[ \t*_]*\|([^|\n]*)")
LINE = re.compile(r"\n[ \t]*(?:\n|[-*+>|#]|[0-9]+[.)])")
CLAUSE = re.compile(r"[^,;:：.!?\n|()“\"]*\Z")
APPOSED = re.compile(r"\A[^,]*,[\s*_]*\Z")
NO_MORE = re.compile(rf"[ \t*_]*(?:\Z|[\n.;:!?…)\"”]|,?\s*{vocabulary.either('purposes')}\b|"
                     rf",\s*{vocabulary.either('thereupon')}\s(?!{vocabulary.either('before_services')}\s)[^.\[\n]*+(?:[.\n]|\Z))")
STOP = re.compile(r"[.;!?…](?=\s)|\n[ \t]*(?:\n|[-*+>|#]|[0-9]+[.)])")
PARTED, ENDED = re.compile(r"[,;.!?]"), re.compile(r"[;.!?]")
REACHED = vocabulary.plain("reached")
ANSWERING = vocabulary.phrases("answering")
BELONGING = vocabulary.phrases("belonging")
LEADING_ON = ARTICLES | vocabulary.plain("naming_number")  # “is the number of the police”
CALLERS = CALLS | vocabulary.plain("callers")
NEGATING = vocabulary.plain("negating")
APART = vocabulary.phrases("apart") | {(word,) for word in NEGATING}
DENYING = vocabulary.phrases("denying")
FINDING = (frozenset(tuple(one.split()) for one in vocabulary.VERBS) | vocabulary.phrases("finding") | SEEKING) - APART
LEADS = vocabulary.LINES | REACHED  # from whoever is to be reached to the number
PARTING, RESUMING, FAVOURS, FETCHING = map(vocabulary.plain, ("parting", "resuming", "favours", "fetching"))


@dataclass(frozen=True)
class Beside:
    """A name beside a token: its words, which of them begin with a capital, as written.

    `own` is the token that it stands right behind; where a token of its own stands in `excuse`, all is well.
    """

    heard: tuple[str, ...]
    capitals: tuple[bool, ...]
    written: str
    own: str = ""
    excuse: str = ""


def before(text: str, start: int, end: int, known: tuple[Names, ...], owner: str) -> Iterator[Beside]:
    """Yields the longest of the `known` names and labels that ends right before a token, on its line or in the cell before.

    `owner` is whose token stands before that.
    """
    last = max((line.end() - 1 for line in LINE.finditer(text, start, end)), default=start)
    heard = [word for word in words(text[last:end]) if word.text != ":"]
    for gap in range(min(LEADING, len(heard)) + 1):
        found, leading = heard[:len(heard) - gap], texts_of(heard[len(heard) - gap:])
        if name := known_ending(_cell(found), known):
            first, past = last + name[0].start, last + name[-1].end
            if _denied(opening(found[:-len(name)])):
                return
            if _joined(text[past:end], leading, opening(found[:-len(name)])):
                yield beside(name, text[first:past], owner if last == start and len(name) == len(found) else "")
            elif FAVOURS.issuperset(leading) and APPOSED.search(text[past:end]) and _apposed(text, first, end):
                yield beside(name, text[first:past], excuse=_sentence(text, first, end))
            return


def _denied(lead: tuple[str, ...]) -> bool:
    """Returns whether the words before a name say that it is not the one: “not River rescue: …”."""
    return any(lead[-size:] in DENYING for size in (1, 2, 3))


def _joined(between: str, leading: tuple[str, ...], lead: tuple[str, ...]) -> bool:
    """Returns whether nothing but signs stands between a name and a token, or words of calling that lead from the one to the other.

    Where the name begins its sentence, but for a `lead` of seeking, a comma behind it parts nothing: “River rescue, call …”,
    nor does the end of a question: “Need River rescue? Call …”.
    """
    if not leading:
        return BETWEEN.match(between) is not None
    begins = lead in SEEKING
    asked = begins and leading[0] == "?"
    said, between = leading[asked:], between.replace("?", "", asked)
    called = len(said) <= GAP and _made_of(said, CALLERS | LEADS if begins else LEADS)
    return (called or answering(said)) and (ENDED if begins else PARTED).search(between) is None


def _apposed(text: str, start: int, end: int) -> bool:
    """Returns whether a comma says that a name and the token behind it are one: “call River rescue, [[…]].”, no “if River rescue is …”."""
    before = CLAUSE.search(text, max(0, start - NEAR), start)
    said = texts_of(_unarticled(words(before[0])))
    said = said[max((at for at, word in enumerate(said, 1) if word in RESUMING), default=0):]
    enough = PARTING.isdisjoint(said) and _called(said) if said else text[before.start() - 1:before.start()] != ","
    return enough and NO_MORE.match(text, TOKEN.match(text, end).end()) is not None


def _called(said: tuple[str, ...]) -> bool:
    """Returns whether a clause ends with a verb of calling: “please call”, “gọi cho”."""
    return any(" ".join(said[at:end]) in vocabulary.VERBS | FETCHING and set(said[end:]) <= vocabulary.TOWARDS
               for end in range(len(said), max(0, len(said) - GAP), -1) for at in range(max(0, end - GAP), end))


def _unarticled(some: list[Word]) -> list[Word]:
    """Returns words without the article that they end with."""
    return some[:-1] if some and some[-1].text in ARTICLES else some


def sentence_begins(text: str, first: int, place: int) -> int:
    """Returns where the sentence that reaches a place begins, at `first` at the earliest."""
    return max((stop.end() for stop in STOP.finditer(text, first, place)), default=first)


def _sentence(text: str, start: int, end: int) -> str:
    """Returns the sentence around a stretch of a text."""
    first = sentence_begins(text, max(0, start - NEAR), start)
    last = STOP.search(text, end, end + NEAR)
    return text[first:last.start() if last else end + NEAR]


def named_first(some: list[Word]) -> list[Word]:
    """Returns words without the article that they begin with."""
    return some[1:] if len(some) > 1 and some[0].text in ARTICLES else some


def _made_of(said: tuple[str, ...], known: frozenset[str]) -> bool:
    """Returns whether words are nothing but known words and phrases."""
    return not said or any(" ".join(said[:size]) in known and _made_of(said[size:], known) for size in range(1, len(said) + 1))


def answering(leading: tuple[str, ...]) -> bool:
    """Returns whether words say that somebody answers there: “… can be reached at”."""
    return any(leading[:size] in ANSWERING and set(leading[size:]) <= REACHED for size in range(1, len(leading) + 1))


def _cell(found: list[Word]) -> list[Word]:
    """Returns words without the end of the cell behind them, where the cell holds nothing else."""
    return found[:-1] if found and found[-1].text == "|" else found


def behind(text: str, token: re.Match, until: int, known: tuple[Names, ...]) -> Iterator[Beside]:
    """Yields what stands in a bracket, behind a colon or a dash up to the end of the sentence, in the cell behind the first
    of a row, or behind words of belonging, right behind a token and before a place."""
    start, end, until = token.start(), token.end(), min(until, token.end() + NEAR)
    first = not text[max(0, start - NEAR):start].rpartition("\n")[2].strip(" \t|*_")
    match = BEHIND.match(text, end, until) or first and CELL.match(text, end, until)
    inside = match[match.lastindex] if match and match.lastindex else ""
    found = list(takewhile(lambda word: not word.ends, words(inside)))
    if found:
        yield beside(named_first(found), inside.strip())
    else:
        yield from _belonging(text[end:until].partition("\n\n")[0], known)


def _belonging(text: str, known: tuple[Names, ...]) -> Iterator[Beside]:
    """Yields the name to which a token leads by its words: “… to reach River rescue”."""
    heard = list(takewhile(lambda word: not word.ends, words(text)))
    for size in range(1, min(LEADING, len(heard)) + 1):
        if texts_of(heard[:size]) in BELONGING:
            rest = heard[size:]
            lead = sum(1 for _ in takewhile(LEADING_ON.__contains__, texts_of(rest)))
            found = (rest[at:end] for at in range(lead + 1) for end in range(len(rest), at, -1) if _named(rest[at:end], rest[end:], known))
            if name := next(found, []):
                yield beside(name, text[name[0].start:name[-1].end])


def _named(found: list[Word], rest: list[Word], known: tuple[Names, ...]) -> bool:
    """Returns whether words are a name; where more follows than a word for its line, a label has to say what line it is."""
    alone = _made_of(texts_of(rest), vocabulary.LINES | REACHED)
    return surely(found, known) or alone and ending(found, known[1]) == found


def beside(some: list[Word], written: str, own: str = "", excuse: str = "") -> Beside:
    """Returns a name of some words."""
    return Beside(texts_of(some), capitals_of(some), written, own, excuse)


def apart(some: list[Word]) -> bool:
    """Returns whether words say something else of whom they follow than that a token is theirs."""
    said = texts_of(some)
    return any(holds(said, one) for one in APART)


def around(text: str, match: re.Match) -> str:
    """Returns the paragraph around a token, or the whole list."""
    behind = text[match.end():match.end() + NEAR * 2].partition("\n\n")[0]
    return text[max(0, match.start() - NEAR * 2):match.start()].rpartition("\n\n")[2] + behind
