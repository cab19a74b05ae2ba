"""Finds the full names that stand before a token in its sentence, or in the label over it, with more words between:
“River rescue, where all can swim, is [[…]].”

The name begins its clause, or words of seeking lead to it, and what stands right before the token says that the two are one.
Which words do that stands in `numbers/words.yml`: `finding`, `equating`; those of `apart` and `negating` say something else of the name.
"""

import re
from collections.abc import Iterator

from ....facts.pages.tokens import TOKEN, parse_token
from ....facts.words import Word, words
from ..numbers import vocabulary
from .beside import FINDING, NEAR, RESUMING, Beside, apart, around, beside, sentence_begins
from .named import ARTICLES, Names, ending, speaks_of, texts_of

EQUATING = re.compile(rf"(?:[:：–—→⇒]|->|\b{vocabulary.either('equating')})[\s*_\"“,]*\Z", re.IGNORECASE)
LABELLED = re.compile(r":[*_ \t]*+\n\s*+([-*+][ \t]+|[0-9]+[.)][ \t]+)?+[*_ \t]*+\Z")
BEGUN = re.compile(r"[,:(“\"–—]")
FOLLOWED = re.compile(r"[*_]*\s*(?:[,:(“”\"–—→⇒]|->)")
LISTED = re.compile(r"[^\n]*\n\s*(?:[-*+]|[0-9]+[.)])[ \t]")
QUOTED = re.compile(r"[“\"‘][*_]*\Z"), re.compile(r"[*_]*[”\"’]")
SAVED = re.compile(r"(?P<between>[^.;!?\n\[\]“”\"]*)[“\"](?P<name>[^”\"\n]*)[”\"]")
SAVING = vocabulary.plain("saving")
Known = tuple[Names, ...]


def in_sentence(text: str, known: Known) -> Iterator[tuple[re.Match, Beside]]:
    """Yields the tokens of a text that have a full name before them in their sentence, each with that name."""
    done = 0
    for match in TOKEN.finditer(text):
        start = max(done, match.start() - NEAR)
        done = match.end()
        if EQUATING.search(text, max(start, match.start() - 20), match.start()) or LABELLED.search(text, start, match.start()):
            yield from ((match, one) for one in _named(text, _begin(text, start, match), match, known))
        yield from ((match, one) for one in _saved(text, match, known))


def _saved(text: str, match: re.Match, known: Known) -> Iterator[Beside]:
    """Yields the quoted name under which a token is to be saved: “Save [[…]] as “River rescue”.”"""
    quoted = SAVED.match(text, match.end(), match.end() + NEAR)
    name = words(quoted["name"]) if quoted else []
    if name and any(ending(name, names) == name for names in known[:2]):
        begun = sentence_begins(text, max(0, match.start() - NEAR), match.start())
        if not SAVING.isdisjoint(texts_of(words(text[begun:match.start()] + quoted["between"]))):
            yield beside(name, quoted["name"], excuse=around(text, match))


def _begin(text: str, start: int, match: re.Match) -> int:
    """Returns where the sentence before a token begins, or the label over it, where it is the only one below that."""
    label = LABELLED.search(text, start, match.start())
    end = label.start() if label and not LISTED.match(text, match.end()) else match.start()
    return max(sentence_begins(text, start, end), text.rfind("|", start, end) + 1)


def _named(text: str, start: int, match: re.Match, known: Known) -> Iterator[Beside]:
    heard = words(text[start:match.start()])
    last = (size for size in range(len(heard), 0, -1) if any(heard[size - 1].text in names for names in known[:2]))
    name = next((some for size in last if (some := _name(text, start, heard[:size], known))), [])
    if not name:
        return
    at, end = heard.index(name[0]), heard.index(name[-1]) + 1
    rest = words(text[match.end():match.end() + NEAR].partition("\n\n")[0])
    told = [heard[:at], heard[end:], rest[:next((at for at, word in enumerate(rest) if word.ends), len(rest))]]
    if not apart(heard[end:]) and not any(speaks_of(some, parse_token(match[1]).id, known) for some in told):
        yield beside(name, text[start + name[0].start:start + name[-1].end], excuse=around(text, match))


def _name(text: str, start: int, heard: list[Word], known: Known) -> list[Word]:
    """Returns the name with which some words end, where it stands for itself in its clause, or is what to save a number as."""
    end = start + heard[-1].end
    if (name := ending(heard, known[0])) and FOLLOWED.match(text, end):
        return name if _sought(text, start, start + name[0].start) else []
    if QUOTED[1].match(text, end) and (name := ending(heard, known[1])) and not SAVING.isdisjoint(texts_of(heard)):
        return name if QUOTED[0].search(text, start, start + name[0].start) else []
    return []


def _sought(text: str, start: int, first: int) -> bool:
    """Returns whether a name begins its clause, but for an article and words of seeking."""
    return clause_before(text, start, first) in FINDING


def clause_before(text: str, start: int, first: int) -> tuple[str, ...]:
    """Returns the words of its clause before a name, without the article at their end."""
    said = texts_of(words(text[max((one.end() for one in BEGUN.finditer(text, start, first)), default=start):first]))
    said = said[max((at for at, word in enumerate(said, 1) if word in RESUMING), default=0):]
    return said[:-1] if said and said[-1] in ARTICLES else said
