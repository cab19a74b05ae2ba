"""Says when a word to avoid is right where it stands: quoted as what not to say, negated, or about former times."""

import re

from ....facts.words import Word, first_of, holds, holds_parts, words
from ....facts.words.wording import MOST_BETWEEN, OVER, Phrase, Signal, Wording

QUOTE = re.compile(r"[“”\"«»]")
OPENING = "“«"
BEFORE = 14  # words before a quote that can say not to say it
ORDER = 7  # words; “go at once to the nearest …”
REACH = 60  # words of a sentence, before and behind
AFTER = 6  # words behind a quote that can say that it is not so
CLAUSE = re.compile(r"[,;:–—]")
OTHER_CLAUSE = re.compile(r"[,;–—]")  # what is denied before it is denied there only: “don't worry, …”
CLAIMS = frozenset({"harm", "blame", "promise"})  # kinds that the next sentence may put right; advice is followed at once
JUST_BEFORE = 4  # words; “never pay”, “don't just pay”
HEADING = re.compile(r"^#{1,6} .*|^!!! .*", re.MULTILINE)
CELL = re.compile(r"(?<!\\)\|")


def excused(one: Phrase, found: list[Word], at: int, end: int, text: str, wording: Wording) -> bool:
    """Returns whether the text tells people not to say or do it, or says that it is over."""
    start = _sentence_start(found, at)
    just = max(start, at - JUST_BEFORE - max(map(len, one.unless), default=0))
    before = _denying([word.text for word in found[max(just, _clause_start(found, at, just, text)):at]], wording)
    if any(holds(before, words_) for words_ in one.unless):
        return True
    if one.beside and _beside(one, found, start, at, end, wording):
        return True
    if one.kind in OVER and (_over(found, start, at, end, text, wording) or _answered(one, found, end, wording)):
        return True
    if one.kind in CLAIMS and _refuted(found, end, wording):
        return True
    quote = _opening(text, found[at].start)
    return (_quoted(found, at, quote, wording) or _below(wording.titles, text, found[at].start, wording.quoting)
            or quote >= 0 and (_denied(found, end, text, wording) or _below(wording.offenders, text, found[at].start)))


def _denying(before: list[str], wording: Wording) -> list[str]:
    """Returns the words without those that only sound like a denial: “not only”."""
    for some in wording.affirming:
        at = first_of(before, some)
        before = before if at is None else before[:at] + ["|"] + before[at + len(some):]
    return before


def _beside(one: Phrase, found: list[Word], start: int, at: int, end: int, wording: Wording) -> bool:
    """Returns whether words of the sentence make the phrase right, none of them before a “but” that stands before the phrase."""
    sentence = [word.text for word in found[start:_sentence_end(found, end)]]
    turned = max((on for on in range(at - start) for turn in wording.turning if tuple(sentence[on:on + len(turn)]) == turn), default=0)
    return any(holds(sentence[turned:], signal) for signal in one.beside)


def _over(found: list[Word], start: int, at: int, end: int, text: str, wording: Wording) -> bool:
    """Returns whether the sentence is a note about former times, or the next one says that it speaks of what is gone."""
    stop = _sentence_end(found, end)
    sentence = [word.text for word in found[start:stop]]
    goes_on = stop < len(found) and found[stop].text != "|" and not found[stop].text.startswith("\n")
    after = [word.text for word in found[stop + 1:_sentence_end(found, stop + 1)]] if goes_on else []
    said = (_any(wording.past, sentence) or _any(wording.now, [word.text for word in found[end:stop]]) or _any(wording.gone, after))
    return said and not _told_to(found[start:at], sentence, text, wording)


def _answered(one: Phrase, found: list[Word], end: int, wording: Wording) -> bool:
    """Returns whether a question names it and the next sentence, which names it again, says that it is over."""
    stop = _sentence_end(found, end)
    answer = [word.text for word in found[stop + 1:_sentence_end(found, stop + 1)]] if found[stop:] and found[stop].text == "?" else []
    return any(one.end(found, on) for on in range(stop + 1, stop + 1 + len(answer))) and _any(wording.past, answer)


def _any(signals: tuple[Signal, ...], said: list[str]) -> bool:
    return bool(said) and any(holds_parts(said, signal, MOST_BETWEEN) for signal in signals)


def _denied(found: list[Word], end: int, text: str, wording: Wording) -> bool:
    """Returns whether words just behind the quote say that what it says is not so."""
    closing = QUOTE.search(text, found[end - 1].end, found[end - 1].end + 200)
    behind = [word for word in found[end:end + REACH] if closing and word.start >= closing.end()][:AFTER]
    until = next((on for on, word in enumerate(behind) if word.ends), len(behind))
    return any(holds([word.text for word in behind[:until]], signal) for signal in wording.denying)


def _refuted(found: list[Word], end: int, wording: Wording) -> bool:
    """Returns whether the next sentence of the paragraph begins by saying that it is not so."""
    stop = _sentence_end(found, end)
    ended = stop < len(found) and found[stop].text != "|" and not found[stop].text.startswith("\n")
    begin = [word.text for word in found[stop + 1:stop + 1 + AFTER]] if ended else []
    return any(tuple(begin[:len(signal)]) == signal for signal in wording.refuting)


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


def _clause_start(found: list[Word], at: int, least: int, text: str) -> int:
    return next((on for on in range(at, least, -1) if OTHER_CLAUSE.search(text, found[on - 1].start, found[on].start)), least)


def _sentence_start(found: list[Word], at: int) -> int:
    return next((back + 1 for back in range(at - 1, max(-1, at - REACH), -1) if found[back].ends), max(0, at - REACH))


def _sentence_end(found: list[Word], at: int) -> int:
    return next((on for on in range(at, min(len(found), at + REACH)) if found[on].ends), min(len(found), at + REACH))


def _opening(text: str, offset: int) -> int:
    """Returns where the quote begins in which a place stands, or -1."""
    marks = list(QUOTE.finditer(text, max(0, offset - 200), offset))
    inside = marks and (marks[-1][0] in OPENING or marks[-1][0] == '"' and len(marks) % 2 == 1)
    return marks[-1].start() if inside else -1


def _quoted(found: list[Word], at: int, quote: int, wording: Wording) -> bool:
    """Returns whether it stands in quotes behind words such as “don’t say”; quotes may hold several sentences."""
    before = [word.text for word in found[max(0, at - BEFORE - 10):at] if word.end <= quote][-BEFORE:]
    return any(holds(before, signal) for signal in wording.quoting)


def _below(signals: frozenset[tuple[str, ...]], text: str, offset: int, weak: frozenset[tuple[str, ...]] = frozenset()) -> bool:
    """Returns whether a heading, a line ending in a colon or the head of the column says not to say it; a `weak` signal does so below its heading only."""
    heads = list(HEADING.finditer(text, 0, offset))
    said = [heads[-1][0]] if heads else []
    signals -= weak if heads and heads[-1].end() == offset else frozenset()
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
