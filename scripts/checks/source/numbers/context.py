"""Looks at the words beside a number: is it one to call, the number of an article, or an amount?"""

import re
from itertools import takewhile

from . import vocabulary as words

BEFORE, AFTER, LONGEST = 90, 70, 12  # characters of context, and of a number before a list of others
TOKEN = re.compile(r"[^\W\d_]+|\d+|\.(?=\s)|[!?~≈$€£₫|]")
PARAGRAPH = re.compile(r"\n[ \t]*\n")
STOPS = {"!", "?", ".", "|"}
WORDS_AFTER = re.compile(r"[\s*_]*(?:-[ ]?)?([^\W\d_]+(?:[ -][^\W\d_]+){0,2})")
SHARE_AFTER = re.compile(rf" {words.either('out_of')} \d")  # 115 of 120
SIGN_AFTER = re.compile(r"\s?(?:[%‰°$€£₫]|đ(?!\w)|[-.]?[xX*]{3,})")  # 1900 xxxx is a pattern
LIST_AFTER = re.compile(rf"\s*(?:,|;|-|/|{words.either('listing')})\s*(\d[\d.]*)|\s*{words.either('rising')}\s*\d[\d.]*")
CALLED_AFTER = re.compile(rf"\W{{0,4}}(?:{words.either('being')}\s+)?([^\W\d_]+(?:\s+[^\W\d_]+){{0,2}})")
LISTED = re.compile(r"[.)][ \t]+([^\W\d_].*)")
TIMES_AFTER = re.compile(rf"\s{words.either('counted_calls')}\b")
HOUSE = re.compile(r"(?:/\d+)*")
ISSUE_BEFORE = re.compile(rf"\b{words.either('issues')} \d+ \(\Z", re.IGNORECASE)  # số 9 (294)
LANE_AFTER = re.compile(rf"[ ,]*{words.either('lanes')} ")
STREET_AFTER = re.compile(rf"[ ,]*(?:{words.either('lanes')} )?([^\W\d_]+(?: [^\W\d_]+){{1,5}})(?:, ([^\W\d_]+))?")
EQUALS_BEFORE, RECKONED_AFTER = re.compile(r"[=≤≥≈] *\Z|[a-z0-9)] [+−×÷] \Z"), re.compile(r" ?(?:[=×÷+−≤≥] ?| - )\d")
NO, MAYBE, SURE = 0, 1, 2


def before(text: str, start: int) -> list[str]:
    """Returns the last words before a place in lower case, of the same paragraph."""
    near = text[max(0, start - BEFORE):start].lower()
    return TOKEN.findall(PARAGRAPH.split(near)[-1])


def around(text: str, start: int, end: int) -> str:
    """Returns the words on both sides of a place, of the same paragraph."""
    left, right = text[max(0, start - BEFORE):start], text[end:end + AFTER]
    return PARAGRAPH.split(left)[-1] + text[start:end] + PARAGRAPH.split(right)[0]


def _ends_with(tokens: list[str], known: frozenset[str]) -> int:
    """Returns how many of the last words make a known word or phrase, the longest first; 0 for none."""
    return next((size for size in (4, 3, 2, 1) if len(tokens) >= size and " ".join(tokens[-size:]) in known), 0)


def _begins_with(tokens: list[str], known: frozenset[str]) -> bool:
    """Returns whether the first one, two or three words are a known word or phrase."""
    return any(" ".join(tokens[:size]) in known for size in (1, 2, 3))


def _among(tokens: list[str], known: frozenset[str], but: frozenset[str] = frozenset()) -> bool:
    """Returns whether a known word or phrase stands anywhere, not as the end of one that says something else."""
    return any(_ends_with(tokens[:at], known) and not _ends_with(tokens[:at], but) for at in range(1, len(tokens) + 1))


def _sentence(tokens: list[str]) -> list[str]:
    """Returns the words behind the last sign that ends a sentence."""
    last = max((at for at, token in enumerate(tokens) if token in STOPS), default=-1)
    return tokens[last + 1:]


def calling(tokens: list[str]) -> int:
    """Returns whether the words before a number say that it is one to call: NO, MAYBE or SURE."""
    rest = list(tokens)
    if rest[-1:] == ["to"] and {"text", "sms"} & set(rest[-6:]):  # text HELP to …
        return SURE
    if rest[-1:] == ["|"]:  # the cell before names what stands in this one
        rest.pop()
    while rest:
        if _ends_with(rest, words.NOT_CALLING):
            break
        if _ends_with(rest, words.CALLING):
            return SURE
        if _ends_with(rest, words.MAYBE_CALLING) and not _ends_with(rest, words.MANY):
            return SURE if calling(rest[:-1]) == SURE else MAYBE
        if rest[-1].isdigit() or rest[-1] == "." and rest[-2:-1] and rest[-2] in words.SHORTENED:
            rest.pop()
        elif size := _ends_with(rest, words.FILLERS):
            del rest[-size:]
        else:
            break
    return NO


def serving(tokens: list[str]) -> bool:
    """Returns whether the last words name a service, such as the police or an ambulance."""
    return bool(_ends_with(tokens[:-1] if tokens[-1:] == ["|"] else tokens, words.SERVICES))


def far_calling(tokens: list[str]) -> bool:
    """Returns whether a calling verb stands among the last six words of the sentence."""
    return _among(_sentence(tokens[-6:]), words.CALLING, words.NOT_CALLING)


def labelled(tokens: list[str]) -> bool:
    """Returns whether a number is that of an article, a page, a decree …, also further on in a list of them."""
    rest = list(tokens)
    while rest and (rest[-1].isdigit() or rest[-1] in words.JOINING or rest[-1] == "|" or rest[-1] == "." and rest[-2:-1] and
                    rest[-2] in words.SHORTENED):
        rest.pop()
    while rest and rest[-1] in words.NUMBER_OF and not _ends_with(rest, words.LABELS):
        rest.pop()
    return bool(_ends_with(rest, words.LABELS)) and not _ends_with(rest, words.NOT_LABELS)


def tallied(tokens: list[str]) -> bool:
    """Returns whether a sentence counts something: "số vụ năm nay là 113", "the number of cases rose to 115"."""
    sentence = _sentence(tokens)
    return any(token in words.TALLIES and _begins_with(sentence[at:], words.UNITS | words.UNITS_EN) for at, token in enumerate(sentence, 1))


def street(text: str, end: int, tokens: list[str]) -> bool:
    """Returns whether a number is that of a house: "trụ sở ở số 113 Trần Hưng Đạo"."""
    end = HOUSE.match(text, end).end()  # 113/45/7
    address = STREET_AFTER.match(text, end)
    names = list(takewhile(str.istitle, address[1].split())) if address else []
    lane = LANE_AFTER.match(text, end)
    if lane and (text[lane.end():lane.end() + 1].isupper() or text[lane.end():lane.end() + 1].isdigit()):
        return True  # đường Láng
    if len(names) < 2 or says(tokens, words.PLACES):
        return len(names) > 1
    town = address[2] if len(names) == len(address[1].split()) else ""
    placed = names[-1].lower() in words.STREETS or bool(town) and (town.istitle() or town.lower() in words.DISTRICTS)
    return placed and not says_any(" ".join(names), words.OFFERS)


def numbered(text: str, start: int, end: int) -> bool:
    """Returns whether a number counts an issue (#113), or the lines of a list that speak of no call (113. Keep it)."""
    if text[start - 1:start] == "#" and text[start - 2:start - 1] in ("", " ", "\n", "("):
        return True
    if ISSUE_BEFORE.search(text, max(0, start - 20), start):
        return True
    line = LISTED.match(text, end) if not text[text.rfind("\n", 0, start) + 1:start].strip() else None
    return bool(line) and not says_any(line[1], words.OFFERS)


def says_any(text: str, known: frozenset[str]) -> bool:
    """Returns whether any word or phrase of a text is known."""
    return _among(TOKEN.findall(text.lower()), known, words.NOT_OFFERS)


def repeated(text: str, end: int) -> bool:
    """Returns whether a number says how often somebody called: "they called 113 times"."""
    return bool(TIMES_AFTER.match(text, end))


def verb(tokens: list[str]) -> bool:
    """Returns whether the last word is a verb of calling."""
    return bool(_ends_with(tokens, words.VERBS))


def asked(tokens: list[str]) -> bool:
    """Returns whether the last word is a verb of calling, perhaps with "số" or "tới" behind it."""
    return verb(tokens[:-1] if _ends_with(tokens, words.TOWARDS) else tokens)


def announced(tokens: list[str]) -> bool:
    """Returns whether a word for a line to call stands right before: "hotline 55"."""
    return bool(_ends_with(tokens, words.LINES))


def reckoned(text: str, start: int, end: int) -> bool:
    """Returns whether a number is a part of a sum, and nobody is asked to call what it comes to."""
    within = EQUALS_BEFORE.search(text, max(0, start - 4), start) or RECKONED_AFTER.match(text, end)
    return bool(within) and not says_any(around(text, start, end), words.OFFERS)


def amount(tokens: list[str]) -> bool:
    """Returns whether the words before a number announce an amount."""
    return bool(_ends_with(tokens, words.AMOUNTS))


def says(tokens: list[str], known: frozenset[str]) -> bool:
    """Returns whether one of the last eight words or phrases is known."""
    return _among(tokens[-8:], known)


def unit(text: str, end: int) -> bool:
    """Returns whether a unit stands behind a number, perhaps behind a list of numbers as long as it."""
    near, rest = text[max(0, end - LONGEST):end], text[end:end + AFTER]
    digits = len(near) - len(near.rstrip("0123456789"))
    while match := LIST_AFTER.match(rest):
        if match[1] and len(match[1]) < digits:
            return False
        rest = rest[match.end():]
    return bool(SIGN_AFTER.match(rest) or SHARE_AFTER.match(rest)) or _unit(rest)


def _unit(rest: str) -> bool:
    match = WORDS_AFTER.match(rest)
    found = match[1].lower().replace("-", " ").split() if match else []
    if not found or _begins_with(found, words.ALWAYS):
        return False
    if _begins_with(found, words.UNITS) or found[:1] == ["of"] and len(found) > 1:
        return True
    adjectives = takewhile(lambda word: word.isascii() and word not in words.NOT_ADJECTIVES or word in words.UNITS_EN, found)
    return not words.UNITS_EN.isdisjoint(adjectives)


def called(text: str, end: int) -> bool:
    """Returns whether the words behind a number say what is reached there ("119 là tổng đài …")."""
    match = CALLED_AFTER.match(text[end:end + AFTER])
    return bool(match) and _among(match[1].lower().split(), words.CALLED)


def word_joined(text: str, start: int) -> str:
    """Returns the letters that stand right before a number without a space, such as the `QH` of QH15."""
    begin = start
    while begin and start - begin < 20 and text[begin - 1].isalpha():
        begin -= 1
    return text[begin:start]
