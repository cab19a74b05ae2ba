"""Says when a word to avoid is right where it stands: quoted as what not to say, negated, or about former times."""

import re

from ...facts.wording import Phrase, Wording
from ...facts.words import Word, holds, words

QUOTE = re.compile(r"[“”\"«»]")
OPENING = "“«"
BEFORE = 14  # words before a quote that can say not to say it
ORDER = 7  # words; “go at once to the nearest …”
CLAUSE = re.compile(r"[,;:–—]")
JUST_BEFORE = 4  # words; “never pay”, “don't just pay”
HEADING = re.compile(r"^#{1,6} .*|^!!! .*", re.MULTILINE)
CELL = re.compile(r"(?<!\\)\|")


def excused(one: Phrase, found: list[Word], at: int, text: str, wording: Wording) -> bool:
    """Returns whether the text tells people not to say or do it, or says that it is over."""
    start = _sentence_start(found, at)
    before = [word.text for word in found[max(start, at - JUST_BEFORE - max(map(len, one.unless), default=0)):at]]
    if any(holds(before, words_) for words_ in one.unless):
        return True
    if one.kind != "harm":
        end = next((on for on in range(at, len(found)) if found[on].ends), len(found))
        sentence = [word.text for word in found[start:end]]
        if any(holds(sentence, signal) for signal in wording.past) and not _told_to(found[start:at], sentence, text, wording):
            return True
    quote = _opening(text, found[at].start)
    return (_quoted(found, at, quote, wording) or _below(wording.titles, text, found[at].start)
            or quote >= 0 and _below(wording.offenders, text, found[at].start))


def _told_to(before: list[Word], sentence: list[str], text: str, wording: Wording) -> bool:
    """Returns whether readers are told to go there, or that all is as it was: then it is no note about former times."""
    near = [word.text for word in before[-ORDER:]]
    if any(holds(sentence, signal) for signal in wording.unchanged) or any(holds(near, signal) for signal in wording.orders):
        return not any(holds(near, signal) for signal in wording.quoting)
    heard = [word.text for word in before]
    return any(tuple(heard[at:at + len(verb)]) == verb and _begins(before, at, text)
               for verb in wording.verbs for at in range(max(0, len(heard) - ORDER), len(heard) - len(verb) + 1))


def _begins(found: list[Word], at: int, text: str) -> bool:
    """Returns whether a clause begins at a word: it is the first one, or a comma stands before it."""
    return at == 0 or CLAUSE.search(text[found[at - 1].end - 1:found[at].start]) is not None


def _sentence_start(found: list[Word], at: int) -> int:
    return next((back + 1 for back in range(at - 1, -1, -1) if found[back].ends), 0)


def _opening(text: str, offset: int) -> int:
    """Returns where the quote begins in which a place stands, or -1."""
    marks = list(QUOTE.finditer(text, max(0, offset - 200), offset))
    inside = marks and (marks[-1][0] in OPENING or marks[-1][0] == '"' and len(marks) % 2 == 1)
    return marks[-1].start() if inside else -1


def _quoted(found: list[Word], at: int, quote: int, wording: Wording) -> bool:
    """Returns whether it stands in quotes behind words such as “don’t say”; quotes may hold several sentences."""
    before = [word.text for word in found[max(0, at - BEFORE - 10):at] if word.end <= quote][-BEFORE:]
    return any(holds(before, signal) for signal in wording.quoting)


def _below(signals: frozenset[tuple[str, ...]], text: str, offset: int) -> bool:
    """Returns whether a heading, a line ending in a colon or the head of the column says not to say it."""
    heads = list(HEADING.finditer(text, 0, offset))
    said = [heads[-1][0]] if heads else []
    line_start = text.rfind("\n", 0, offset) + 1
    block = text[:line_start].rsplit("\n\n", 1)[-1]
    if text.startswith("|", line_start):
        column = len(CELL.findall(text, line_start, offset)) - 1
        cells = CELL.split(block.strip().split("\n")[0])[1:]
        said += cells[column:column + 1] if block.strip() else []
    else:
        led = text[:line_start].rstrip().split("\n")
        lead = next((line for line in reversed(led[-20:]) if line.strip() and line.lstrip()[0] not in "-*+0123456789"), "")
        said += [lead] if lead.rstrip(" *").endswith(":") else []
    return any(holds([word.text for word in words(title)], signal) for title in said for signal in signals)
