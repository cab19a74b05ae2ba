"""Says when a word to avoid is right where it stands: quoted as what not to say, negated, put right, or about former times."""

from ....facts.words import first_of, holds, holds_parts
from ....facts.words.phrases import MOST_BETWEEN, Phrase
from ....facts.words.variants import Pattern
from ....facts.words.wording import OVER, Wording
from .spot import Spot, heard

BEFORE = 14  # words before a quote that can say not to say it
ORDER = 7  # words; “go at once to the nearest …”
AFTER = 9  # words behind a phrase or its quote that can say that it is not so
JUST_BEFORE = 4  # words; “never pay”, “don't just pay”
CALLED = 8  # words; “don't call any of those who wrote to us …”
CLAIMS = frozenset({"harm", "blame", "promise", "fear", "compare", "claim"})  # the next sentence may put them right; advice is followed at once
SPOKEN = CLAIMS | {"name"}  # a text may tell people not to call anybody so


def excused(one: Phrase, spot: Spot, wording: Wording) -> bool:
    """Returns whether the text tells people not to say or do it, that it is not so, or that it is over."""
    return (_negated(one, spot, wording) or _beside(one, spot, wording)
            or one.kind in OVER and (_over(spot, wording) or _answered(one, spot, wording))
            or one.kind in CLAIMS and _refuted(spot, wording)
            or one.kind in SPOKEN and (_refused(spot, wording) or _disputed(spot, wording))
            or one.kind == "advice" and (_described(spot, wording) or _asked(spot, wording))
            or _titled(spot, wording) or spot.quote >= 0 and _quoted(one, spot, wording))


def _negated(one: Phrase, spot: Spot, wording: Wording) -> bool:
    """Returns whether words just before the phrase, or among its own, make it right."""
    before = _denying(spot.just_before(JUST_BEFORE + max(map(len, one.unless), default=0)), wording)
    return any(holds(before, some) for some in one.unless) or any(holds(heard(spot.found[spot.at:spot.end]), some) for some in one.inside)


def _denying(before: list[str], wording: Wording) -> list[str]:
    """Returns the words without those that only sound like a denial: “not only”."""
    for some in wording.affirming:
        at = first_of(before, some)
        before = before if at is None else before[:at] + ["|"] + before[at + len(some):]
    return before


def _beside(one: Phrase, spot: Spot, wording: Wording) -> bool:
    """Returns whether words of the sentence make the phrase right, none of them before a “but” that stands before the phrase."""
    if not one.beside:
        return False
    sentence = spot.sentence
    turned = max((on for on in range(spot.at - spot.start) for turn in wording.turning if tuple(sentence[on:on + len(turn)]) == turn), default=0)
    return any(holds(sentence[turned:], signal) for signal in one.beside)


def _refused(spot: Spot, wording: Wording) -> bool:
    """Returns whether the clause says not to call anybody so: “don't call them …”."""
    return _any(wording.refusing, _denying(spot.just_before(CALLED), wording))


def _disputed(spot: Spot, wording: Wording) -> bool:
    """Returns whether the sentence says of those who say so that they are wrong: “whoever says that … is wrong”."""
    said = any(holds(heard(spot.found[spot.start:spot.at]), signal) for signal in wording.claiming)
    return said and _any(wording.denying, spot.rest(spot.end)[:AFTER])


def _described(spot: Spot, wording: Wording) -> bool:
    """Returns whether the clause tells what people do, not what to do: “children often …”."""
    before = spot.just_before(JUST_BEFORE)
    return any(holds(before, signal) for signal in wording.describing)


def _asked(spot: Spot, wording: Wording) -> bool:
    """Returns whether the sentence only asks what happened: “do you have to pay something first?”"""
    ends = spot.stop < len(spot.found) and spot.found[spot.stop].text == "?"
    return ends and _one_begins(spot.sentence, wording.asking)


def _refuted(spot: Spot, wording: Wording) -> bool:
    """Returns whether the next sentence of the paragraph begins by saying that it is not so."""
    return _one_begins(spot.next_sentence(spot.end), wording.refuting)


def _titled(spot: Spot, wording: Wording) -> bool:
    """Returns whether a heading above, a line ending in a colon or the head of the column says not to say it; a weak signal does so below its heading only."""
    in_title = wording.titles - wording.quoting if spot.in_heading else wording.titles
    return any(holds(title, signal) for title in (spot.heading, spot.lead) for signal in in_title)


def _quoted(one: Phrase, spot: Spot, wording: Wording) -> bool:
    """Returns whether the words around the quote say that nobody should say so, or that it is not so."""
    before, behind = spot.before_quote(BEFORE), spot.rest(spot.behind_quote)
    return (any(holds(before, signal) for signal in wording.quoting)
            or any(holds(title, signal) for title in (spot.heading, spot.lead) for signal in wording.offenders)
            or any(tuple(before[-len(signal):]) == signal for signal in wording.negating)
            or _any(wording.denying, behind[:AFTER])
            or any(holds(behind, signal) for signal in wording.replacing) or _one_begins(spot.next_sentence(spot.behind_quote), wording.replacing)
            or one.kind in SPOKEN and _mentioned(before, behind, wording))


def _mentioned(before: list[str], behind: list[str], wording: Wording) -> bool:
    """Returns whether the quote is spoken of as a word, and nobody is told to use it: “the word …”."""
    named = any(tuple(before[-len(signal):]) == signal for signal in wording.naming)
    return named and not any(holds(before[-ORDER:], signal) for signal in wording.advising) and not _one_begins(behind, wording.advising)


def _over(spot: Spot, wording: Wording) -> bool:
    """Returns whether the sentence is a note about former times, or the next one says that it speaks of what is gone."""
    said = _any(wording.past, spot.sentence) or _any(wording.now, spot.rest(spot.end)) or _any(wording.gone, spot.next_sentence(spot.end))
    return said and not _told_to(spot, wording)


def _answered(one: Phrase, spot: Spot, wording: Wording) -> bool:
    """Returns whether a question names it and the next sentence, which names it again, says that it is over."""
    asked = spot.stop < len(spot.found) and spot.found[spot.stop].text == "?"
    answer = spot.next_sentence(spot.end) if asked else []
    return _any(wording.past, answer) and any(one.end(spot.found, on) for on in range(spot.stop + 1, spot.stop + 1 + len(answer)))


def _told_to(spot: Spot, wording: Wording) -> bool:
    """Returns whether readers are told to go there, or that all is as it was: then it is no note about former times."""
    before, sentence = heard(spot.found[spot.start:spot.at]), spot.sentence
    near = before[-ORDER:]
    if any(holds(sentence, signal) for signal in wording.unchanged) or any(holds(near, signal) for signal in wording.orders):
        return not any(holds(near, signal) for signal in wording.quoting)
    return any(tuple(before[at:at + len(verb)]) == verb and spot.begins(spot.start + at)
               for verb in wording.verbs for at in range(max(0, len(before) - ORDER), len(before) - len(verb) + 1))


def _any(signals: tuple[Pattern, ...], said: list[str]) -> bool:
    return bool(said) and any(holds_parts(said, signal, MOST_BETWEEN) for signal in signals)


def _one_begins(said: list[str], signals: frozenset[tuple[str, ...]]) -> bool:
    return any(tuple(said[:len(signal)]) == signal for signal in signals)
