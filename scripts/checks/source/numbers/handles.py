"""Finds accounts that anybody can open under any name: "@helper", "Zalo của cô: lan_99", "nick meo.2009 trên TikTok".

A name of small letters alone counts right beside the name of a messenger; one with a sign or digits anywhere in its sentence.
"""

import re
from collections.abc import Iterator

from .vocabulary import SAID_OF_APPS, SAID_WITH_AT, either, small

MESSENGERS, ACCOUNT = either("messengers"), either("account_names")
NAMES_MESSENGER = re.compile(rf"(?<![a-z0-9_]){MESSENGERS}(?![a-z0-9_])")  # in small letters: quicker to look for than what follows
AT = re.compile(r"@[A-Za-z0-9_][A-Za-z0-9_.-]+(?:[:@]\w[\w.-]*\.[A-Za-z]{2,})?\Z")  # the last part is the host of a Matrix or Mastodon server
NAMED = re.compile(rf"\b{MESSENGERS}(?:\s{ACCOUNT})?\s?[:=]\s?/?"
                   r"(@?[A-Za-z]++(?:(?:[._-][A-Za-z]*)?[0-9_][A-Za-z0-9._-]*|(?:\.[A-Za-z0-9]+)+|#\d{4}))", re.IGNORECASE)
# A word that people form for an account and for hardly anything else: lan_99, helper.lan, live:lan.tuvan; and lan2009 behind such a name.
WORD = re.compile(r"(?<![\w@./:&=#+\\-])((?P<sure>live:[\w.]{3,})|[A-Za-z]\w*+(?:\.+\w++)+|[A-Za-z][^\W_]*_\w++|(?P<numbered>[a-z]{3,}[0-9]{2,}))"
                  r"(?![\w/(=-]|\[\])", re.ASCII)
SHAPED = re.compile(r"[\w.]*(?:[^\W_]_|[a-z][A-Z])[\w.]*|[a-z]{2,}[0-9]*\.[a-z0-9]{2,}(?:\.[a-z0-9]{2,})*", re.ASCII)
LED = re.compile(rf"\b(?:{MESSENGERS}|{ACCOUNT}|{either('being')})\s[\"“'‘(]?\Z", re.IGNORECASE)
SIGN = re.compile(r"[_:0-9.](?:(?<=_)|(?<=live:)|(?<=[a-z][0-9])|(?<=\.)(?=\w))")  # one of these is in every such word
LONGEST = 40  # characters of such a word
AT_SIGN = re.compile(either("at_signs"))  # in small letters, and quicker to look for than what follows
AT_SAID = re.compile(rf"\b(?i:{either('at_signs')}) ([a-z]\w{{4,}})(?!\w|\.\w)", re.ASCII)  # a còng cogiao9x
IDENTIFIED = re.compile(rf"\b(?i:{MESSENGERS}) (?i:id|username|user name|nick|handle)\s?[:=]?\s?[\"“'‘]?([A-Za-z][\w.-]{{2,}}\w)", re.ASCII)
# lan underscore tu, with a word before it that leads to a name, or a second one, or digits
UNDERSCORED = re.compile(rf"(?<![\w.])([a-z][\w.]*+(?: {either('underscores')} \w+)+)", re.ASCII | re.IGNORECASE)
UNDERSCORE = re.compile(rf" {either('underscores')} ")  # in small letters, and quicker to look for
APP = re.compile(rf"\b(?:{MESSENGERS}|{either('games')}|nick|username|user name)\b", re.IGNORECASE)
STOP, REACH = re.compile(r"[!?\n|]|\.(?=\s|\Z)"), 90  # a sentence ends; characters that are looked at on either side
# One small word alone behind the name of a messenger, or in front of it: "Zalo: …", "nick … trên Zalo".
NAMES_ONE = re.compile(r"[:=]\s?@?[a-z]{6}")  # quicker to look for than the whole
ALONE = re.compile(rf"\b(?i:{MESSENGERS})(?i: {ACCOUNT})?\s?[:=]\s?(@?[a-z]{{6,}})"
                   rf"(?=\s*(?:\Z|[\n.,;()!?|/\]]|[–—-] |{either('ends_of_asking')}\b))")
NICKNAME = re.compile(rf"\b(?i:{ACCOUNT}) ([a-z]{{6,}}) {either('on')} (?i:{MESSENGERS})\b")
# A Vietnamese word is one syllable; a handle is several run together.
SYLLABLE = re.compile(r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?\Z")


def is_handle(word: str) -> bool:
    """Returns whether a word with @ before it names an account, not a rule of a style sheet or everybody in a group."""
    return bool(AT.match(word)) and word[1:].lower() not in SAID_WITH_AT


def handles(text: str) -> Iterator[tuple[int, int, str]]:
    """Yields beginning, end and wording of the accounts in a text that have no @ before them."""
    low = small(text)
    end, messenger = 0, NAMES_MESSENGER.search(low)
    named = (*NAMED.finditer(text), *_identified(text)) if messenger else ()
    said = AT_SAID.finditer(text) if AT_SIGN.search(low) else ()
    for match in sorted((*named, *said, *_shaped(text), *_underscored(text, low)), key=lambda match: (match.start(1), match.start())):
        if match.start(1) >= end:
            end = match.end(1)
            yield match.start(1), end, match[0]
    for match in _alone(text) if messenger else ():
        if not SYLLABLE.match(match[1]) and match[1] not in SAID_OF_APPS:
            yield *match.span(1), match[0]


def _alone(text: str) -> Iterator[re.Match]:
    """Yields one small word behind the name of a messenger or in front of it."""
    for one in NAMES_ONE.finditer(text):
        near = ALONE.finditer(text, max(0, one.start() - REACH), one.end() + REACH)
        yield from (match for match in near if match.end() >= one.end())
    yield from NICKNAME.finditer(text)


def _identified(text: str) -> Iterator[re.Match]:
    """Yields what is said to be somebody's name there: KakaoTalk ID “hanoi-help”."""
    yield from (match for match in IDENTIFIED.finditer(text) if match[1].lower() not in SAID_OF_APPS and not SYLLABLE.match(match[1]))


def _underscored(text: str, low: str) -> Iterator[re.Match]:
    """Yields names with a word for the low line between their parts, in a sentence that names a messenger, a game or a nickname."""
    for match in UNDERSCORED.finditer(text) if UNDERSCORE.search(low) else ():
        before, after = text[max(0, match.start() - REACH):match.start()], text[match.end():match.end() + REACH]
        several = len(UNDERSCORE.findall(small(match[1]))) > 1 or any(char.isdigit() for char in match[1])
        if (several or LED.search(before)) and APP.search(STOP.split(before)[-1] + STOP.split(after)[0]):
            yield match


def _shaped(text: str) -> Iterator[re.Match]:
    """Yields words in the shape of an account's name, in a sentence that names a messenger, a game or a nickname."""
    for match in WORD.finditer(text) if SIGN.search(text) else ():
        start, end = match.span()
        before, after = text[max(0, start - REACH):start], text[end:end + REACH]
        telling = LED.search(before) if match["numbered"] else match["sure"] or SHAPED.fullmatch(match[1])
        if telling and len(match[1]) <= LONGEST and APP.search(STOP.split(before)[-1] + STOP.split(after)[0]):
            yield match
