"""Checks that no sentence calls a number free which costs money, or of which nobody knows what it costs.

`costs` reads the registry itself; this reads what pages and data say around a contact's token, or around its name where
the sentence speaks of calling. A claim belongs to the nearest contact of its sentence, together with those that are named
in one breath with it.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from datetime import date
from itertools import islice

from ....facts.contacts import Contact
from ....facts.contacts.upkeep import claims_of
from ....facts.finding import Finding, finding
from ....facts.pages.tokens import Token
from ....facts.project import Project
from ....facts.words import Word, bare, bare_word, phrase, unmarked, words
from ....facts.words.said import Said, unheard
from ..numbers import vocabulary
from .clauses import SILENT, Reading, Span, spoken_of
from .named import Names, names_of

IN_ONE_BREATH = 2  # words between two contacts of an enumeration
SAME_CLAUSE, AFTER_COMMA, BEFORE_COMMA, NEXT_SENTENCE = 8, 4, 2, 2  # words between a claim and the contact that it is about
OF_CALLS = 12  # … and behind a comma, where it says that somebody pays for calls
BY_NAME = 4  # … and between a claim and a mere name
MOST = 100  # claims and contacts of one text
CALLING = re.compile(rf"\b{vocabulary.either('calls')}\b")
CONTRASTING, THAT_CALL, BILLED = map(vocabulary.plain, ("contrasting", "that_call", "billed"))
PAUSE = re.compile(r"[,;|–—]")
PARAGRAPH = re.compile(r"\n[ \t]*\n(?![ \t]*(?:[-*+>|]|[0-9]+[.)])[ \t])")  # no item of a list
HEADING, WORDS = re.compile(r"\s*#"), re.compile(r"\w+")
SAID = re.compile(r"[^\W\d_]+|[0-9]+")  # what the words of a claim are made of
LEAD_IN = re.compile(r"[^.!?…\n]*:[*_\s>+-]*\Z")  # the end of “Free numbers:” and the mark of the first item below it
Phrases = dict[str, list[tuple[tuple[str, ...], bool]]]


def check(project: Project, today: date) -> Iterator[Finding]:
    """Yields contacts that a sentence calls free although no call or message to them is known to be."""
    dear = {id: contact for id, contact in project.contacts.items() if _dear(contact)}
    phrases = _phrases(project)
    claimed, names = _at_all(phrases), names_of(project)
    meant = _any_of(names, dear)
    for piece in unheard(project) if dear else ():
        if "[[contact" in piece.text or meant.search(piece.text.lower()):
            yield from _called_free(piece, phrases, claimed, names, project)


def _dear(contact: Contact) -> bool:
    dialled = [channel for channel in contact.channels if channel.number]
    return bool(dialled) and all(channel.cost != "free" for channel in dialled)


def _any_of(names: Names, some: dict[str, Contact]) -> re.Pattern:
    """Returns a pattern for the last words of the names of some contacts; where it finds none, a text names none of them."""
    last = {re.escape(word) for word, entries in names.items() if any(id in some for _, id, _ in entries)}
    return re.compile(rf"(?<!\w)(?:{'|'.join(sorted(last))})(?!\w)" if last else r"(?!)")


def _called_free(piece: Said, phrases: Phrases, claimed: re.Pattern, names: Names, project: Project) -> Iterator[Finding]:
    plain = SILENT.sub(lambda silent: "\ufffc" * len(silent[0]), piece.text)
    if not claimed.search(_run_together(plain)):
        return
    found = words(plain)
    reading = Reading(plain, found, [word.start for word in found])
    claims = list(islice(_claims(reading, phrases), MOST))
    tokens = spoken_of(piece.text, reading, {}) if claims else []
    runs = list(_runs(tokens, reading, claims))
    named = list(_runs(spoken_of(piece.text, reading, names), reading, claims)) if claims else []
    for claim in claims:
        run = _meant(claim, runs, reading) or _named(claim, named, reading)
        for token in run.tokens if run else ():
            for contact in _offered(token, project):
                cost = "charged" if any(channel.cost == "charged" for channel in contact.channels) else "unknown"
                yield finding(piece.place_at(claim.start), "contact-called-free", word=plain[claim.start:claim.end],
                              written=token.written, contact=contact.id, cost=cost)


def _offered(token: Token, project: Project) -> list[Contact]:
    """Returns the contacts with a price that a token prints."""
    some = [project.offered(token.id)] if token.id else project.chosen(token)
    return [contact for contact in some if contact and _dear(contact)]


def _phrases(project: Project) -> Phrases:
    """Returns the words for "free" and what only sounds like them (False), by their first word, the longest first."""
    table: Phrases = {}
    for code in project.settings.codes:
        for claim, some in zip((True, False), claims_of(project.entries("upkeep"), project.entries("strings"), code)):
            for text in filter(None, map(phrase, some)):
                table.setdefault(bare(text[0]), []).append((text, claim))
    return {first: sorted(some, key=lambda one: -len(one[0])) for first, some in table.items()}


def _at_all(phrases: Phrases) -> re.Pattern:
    """Returns a pattern for the words of all claims, run together; where it finds none, no claim is made."""
    said = {_run_together(" ".join(one)) for some in phrases.values() for one, claim in some if claim}
    return re.compile(vocabulary.one_of(said - {""}))


def _run_together(text: str) -> str:
    """Returns the letters and figures of a text, without marks and with nothing between."""
    return "".join(SAID.findall(unmarked(text)))


def _claims(reading: Reading, phrases: Phrases) -> Iterator[Span]:
    done, found = 0, reading.found
    for at, word in enumerate(found):
        for one, claim in phrases.get(bare_word(word.text), ()) if at >= done else ():
            there = tuple(word.text for word in found[at:at + len(one)])
            if there == one or len(one) > 1 and there == tuple(map(bare, one)):
                done = at + len(one)
                end = found[done - 1].end
                if claim and not reading.text.startswith("-", end):
                    yield Span(word.start, end)
                break


def _runs(spoken_of: list[Span], reading: Reading, claims: list[Span]) -> Iterator[Span]:
    """Yields the contacts of a text, those of one enumeration together."""
    run = None
    for one in spoken_of:
        if run and run.name == one.name and not _parted(run, one.start, reading, claims):
            run = Span(run.start, one.end, (*run.tokens, *one.tokens), run.name)
            continue
        if run:
            yield run
        run = one
    if run:
        yield run


def _parted(run: Span, start: int, reading: Reading, claims: list[Span]) -> bool:
    between = reading.between(run.end, start)
    return (len(run.tokens) >= MOST or _turned(between) or _count(between) > IN_ONE_BREATH or any(word.ends and word.text[0] != "\n" for word in between)
            or any(run.end <= claim.start < start for claim in claims)
            or _count(between) > 0 and PARAGRAPH.search(reading.text, run.end, start) is not None)


def _count(some: list[Word]) -> int:
    return sum(word.text[0].isalnum() for word in some)


def _closed(between: list[Word]) -> bool:
    """Returns whether words end a clause: “… is charged; …”."""
    return _count(between[:next((at for at, word in enumerate(between) if word.text == ";"), 0)]) > 0


def _turned(between: list[Word]) -> bool:
    """Returns whether words end a clause or turn to the next contact: “… but …”."""
    return _closed(between) or any(word.text in CONTRASTING for word in between)


def _meant(claim: Span, runs: list[Span], reading: Reading) -> Span | None:
    """Returns the contacts that a claim is about, if any."""
    at = bisect_left(runs, claim.start, key=lambda run: run.start)
    left = runs[at - 1] if at and _follows(runs[at - 1], claim, reading) else None
    right = runs[at] if at < len(runs) and _leads(claim, runs[at], reading) else None
    if not left or not right:
        return left or right
    ahead, behind = reading.between(claim.end, right.start), reading.between(left.end, claim.start)
    return right if _count(ahead) < _count(behind) and not PAUSE.search(reading.text, claim.end, right.start) else left


def _named(claim: Span, runs: list[Span], reading: Reading) -> Span | None:
    """Returns the contacts that a claim is about by their names alone: near to it, in a sentence that speaks of calling."""
    run = _meant(claim, runs, reading)
    if not run or not run.name:
        return None
    between = reading.between(min(run.end, claim.end), max(run.start, claim.start))
    near = _count(between) <= BY_NAME and not any(word.ends for word in between)
    return run if near and CALLING.search(" ".join(word.text for word in reading.sentence(claim.start))) else None


def _follows(run: Span, claim: Span, reading: Reading) -> bool:
    """Returns whether a claim behind a contact is about it: in its sentence, or as a short sentence of its own."""
    between = reading.between(run.end, claim.start)
    if _closed(between):
        return False
    stops = [at for at, word in enumerate(between) if word.ends and word.text[0] != "|"]
    if stops:
        after = reading.between(claim.end, len(reading.text))[:1]
        short = between[stops[0]].text[0] == "." and _count(between) <= NEXT_SENTENCE and all(word.ends for word in after)
        return len(stops) == 1 and (short or _that_call(between[stops[0] + 1:]))
    if not PAUSE.search(reading.text, run.end, claim.start):
        return _count(between) <= SAME_CLAUSE
    return _count(between) <= (OF_CALLS if any(word.text in BILLED for word in between) else AFTER_COMMA)


def _that_call(some: list[Word]) -> bool:
    """Returns whether words that lead to a claim speak of the call before them alone: “That call is free”."""
    return len(some) > 0 and all(word.text in THAT_CALL for word in some)


def _leads(claim: Span, run: Span, reading: Reading) -> bool:
    """Returns whether a claim before a contact is about it: in its sentence, or as the title of a list."""
    between, text = reading.between(claim.end, run.start), reading.text
    if _turned(between):
        return False
    if any(word.ends and word.text[0] != "|" for word in between):
        gap = text[claim.end:run.start]
        title, _, below = gap.partition("\n")
        if HEADING.match(text, text.rfind("\n", 0, claim.start) + 1):
            return len(WORDS.findall(title)) <= BEFORE_COMMA and not WORDS.search(below)
        return LEAD_IN.match(gap) is not None and _count(between) <= BEFORE_COMMA
    if PAUSE.search(text, claim.end, run.start):  # "Free, day and night: …", but not "If somebody offers you a free ticket, call …"
        return _count(between) <= BEFORE_COMMA and _count(reading.before(claim.start)) <= BEFORE_COMMA
    return _count(between) <= SAME_CLAUSE
