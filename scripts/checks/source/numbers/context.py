"""Looks at the words beside a number: is it one to call, the number of an article, or an amount?"""

import re
from itertools import takewhile

from . import vocabulary as words

BEFORE, AFTER = 90, 70  # characters of context
TOKEN = re.compile(r"[^\W\d_]+|\d+|\.(?=\s)|[!?~≈$€£₫|]")
PARAGRAPH = re.compile(r"\n[ \t]*\n")
STOPS = {"!", "?", ".", "|"}
WORD_AFTER = re.compile(r"[\s*_]*(?:-[ ]?)?([^\W\d_]+)(?:[ -]([^\W\d_]+))?(?:[ -]([^\W\d_]+))?")
SHARE_AFTER = re.compile(rf" {words.either('out_of')} \d")  # 115 of 120
SIGN_AFTER = re.compile(r"\s?(?:[%‰°$€£₫]|đ(?!\w)|%|[-.]?[xX*]{3,})")  # 1900 xxxx is a pattern
LIST_AFTER = re.compile(rf"\s*(?:,|;|-|/|{words.either('listing')})\s*(\d[\d.]*)|\s*{words.either('rising')}\s*\d[\d.]*")
CALLED_AFTER = re.compile(rf"[\s\W]{{0,4}}(?:{words.either('being')}\s+)?([^\W\d_]+)(?:\s+([^\W\d_]+))?(?:\s+([^\W\d_]+))?")
LISTED = re.compile(r"[.)][ \t]+([^\W\d_][^\n]{0,200})")
TIMES_AFTER = re.compile(rf"\s{words.either('counted_calls')}\b")
STREET_AFTER = re.compile(rf"[ ,]*(?:{words.either('lanes')} )?([^\W\d_]+(?: [^\W\d_]+){{1,5}})(?:, ([^\W\d_]+))?")
EQUALS_BEFORE, RECKONED_AFTER = re.compile(r"[=≤≥≈] *\Z"), re.compile(r" ?(?:[=×÷+−≤≥] ?| - )\d")
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


def calling(tokens: list[str]) -> int:
    """Returns whether the words before a number say that it is one to call: NO, MAYBE or SURE."""
    rest = list(tokens)
    if rest[-1:] == ["to"] and {"text", "sms"} & set(rest[-4:]):  # text HELP to …
        return SURE
    if rest[-1:] == ["|"]:  # the cell before names what stands in this one
        rest.pop()
    while rest:
        if " ".join(rest[-2:]) in words.NOT_CALLING:
            return NO
        if _ends_with(rest, words.CALLING):
            return SURE
        if _ends_with(rest, words.MAYBE_CALLING) and not _counts(rest):
            return SURE if calling(rest[:-1]) == SURE else MAYBE
        if rest[-1].isdigit() or rest[-1] == "." and rest[-2:-1] and rest[-2] in words.SHORTENED:
            rest.pop()
        elif size := _ends_with(rest, words.FILLERS):
            del rest[-size:]
        else:
            return NO
    return NO


def serving(tokens: list[str]) -> bool:
    """Returns whether the last words name a service, such as the police or an ambulance."""
    return bool(_ends_with(tokens[:-1] if tokens[-1:] == ["|"] else tokens, words.SERVICES))


def _counts(tokens: list[str]) -> bool:
    """Returns whether `số` is the word for an amount here ("trong số", "con số", "a number of")."""
    return " ".join(tokens[-2:]) in words.MANY


def far_calling(tokens: list[str]) -> bool:
    """Returns whether a calling verb stands among the last six words of the sentence."""
    tail = tokens[-6:]
    stops = [at for at, token in enumerate(tail) if token in STOPS]
    tail = tail[stops[-1] + 1:] if stops else tail
    return any(_ends_with(tail[:at], words.CALLING) and " ".join(tail[max(0, at - 2):at]) not in words.NOT_CALLING
               for at in range(1, len(tail) + 1))


def labelled(tokens: list[str]) -> bool:
    """Returns whether a number is that of an article, a page, a decree …, also further on in a list of them."""
    rest = list(tokens)
    while rest and (rest[-1].isdigit() or rest[-1] in words.JOINING or rest[-1] == "|" or rest[-1] == "." and rest[-2:-1] and
                    rest[-2] in words.SHORTENED):
        rest.pop()
    while rest and rest[-1] in words.NUMBER_OF and not _ends_with(rest, words.LABELS):
        rest.pop()
    return bool(_ends_with(rest, words.LABELS)) and " ".join(rest[-2:]) not in words.NOT_LABELS


def tallied(tokens: list[str]) -> bool:
    """Returns whether a sentence counts something: "số vụ năm nay là 113", "the number of cases rose to 115"."""
    last = max((at for at, token in enumerate(tokens) if token in STOPS), default=-1)
    sentence = tokens[last + 1:]
    return any(token in words.TALLIES and any(" ".join(sentence[at + 1:at + 1 + size]) in words.UNITS | words.UNITS_EN for size in (1, 2))
               for at, token in enumerate(sentence))


def street(text: str, end: int, tokens: list[str]) -> bool:
    """Returns whether a number is that of a house: "trụ sở ở số 113 Trần Hưng Đạo"."""
    address = STREET_AFTER.match(text, end)
    names = list(takewhile(str.istitle, address[1].split())) if address else []
    if len(names) < 2 or says(tokens, words.PLACES):
        return len(names) > 1
    town = address[2] if len(names) == len(address[1].split()) else ""
    placed = names[-1].lower() in words.STREETS or bool(town) and (town.istitle() or town.lower() in words.DISTRICTS)
    return placed and not says_any(" ".join(names), words.OFFERS)


def numbered(text: str, start: int, end: int) -> bool:
    """Returns whether a number counts an issue (#113), or the lines of a list that speak of no call (113. Keep it)."""
    if text[start - 1:start] == "#" and text[start - 2:start - 1] in ("", " ", "\n", "("):
        return True
    line = LISTED.match(text, end) if not text[text.rfind("\n", 0, start) + 1:start].strip() else None
    return bool(line) and not says_any(line[1], words.OFFERS)


def says_any(text: str, known: frozenset[str]) -> bool:
    """Returns whether any word or phrase of a text is known."""
    tokens = TOKEN.findall(text.lower())
    return any(_ends_with(tokens[:at], known) and " ".join(tokens[max(0, at - 2):at]) not in words.NOT_OFFERS
               for at in range(1, len(tokens) + 1))


def repeated(text: str, end: int) -> bool:
    """Returns whether a number says how often somebody called: "they called 113 times"."""
    return bool(TIMES_AFTER.match(text, end))


def asked(tokens: list[str]) -> bool:
    """Returns whether the last word is a verb of calling, perhaps with "số" or "tới" behind it."""
    rest = tokens[:-1] if tokens[-1:] and tokens[-1] in words.TOWARDS else tokens
    return bool(rest) and (rest[-1] in words.VERBS or " ".join(rest[-2:]) in words.VERBS)


def announced(tokens: list[str]) -> bool:
    """Returns whether a word for a line to call stands right before: "hotline 55"."""
    return bool(_ends_with(tokens, words.LINES))


def asked_to_press(tokens: list[str]) -> bool:
    """Returns whether the last words ask for a key to be pressed."""
    while tokens and tokens[-1] in words.KEYS:
        tokens = tokens[:-1]
    return bool(_ends_with(tokens, words.PRESSING))


def reckoned(text: str, start: int, end: int) -> bool:
    """Returns whether a number is a part of a sum, and nobody is asked to call what it comes to."""
    within = EQUALS_BEFORE.search(text, max(0, start - 4), start) or RECKONED_AFTER.match(text, end)
    return bool(within) and not says_any(around(text, start, end), words.OFFERS)


def amount(tokens: list[str]) -> bool:
    """Returns whether the words before a number announce an amount."""
    return bool(_ends_with(tokens, words.AMOUNTS))


def says(tokens: list[str], known: frozenset[str]) -> bool:
    """Returns whether one of the last eight words or phrases is known."""
    tail = tokens[-8:]
    return any(_ends_with(tail[:at], known) for at in range(1, len(tail) + 1))


def unit(text: str, end: int) -> bool:
    """Returns whether a unit stands behind a number, perhaps behind a list of numbers as long as it."""
    size = 1
    while size and text[end - size:end].isdigit() and size < 12:
        size += 1
    digits, rest = size - 1, text[end:end + AFTER]
    while match := LIST_AFTER.match(rest):
        if match[1] and len(match[1]) < digits:
            return False
        rest = rest[match.end():]
    return bool(SIGN_AFTER.match(rest) or SHARE_AFTER.match(rest)) or _unit(rest)


def _unit(rest: str) -> bool:
    match = WORD_AFTER.match(rest)
    if not match:
        return False
    found = [word.lower() for word in match.groups() if word]
    if any(" ".join(found[:size]) in words.ALWAYS for size in (2, 3)):
        return False
    if any(" ".join(found[:size]) in words.UNITS for size in (1, 2, 3)) or found[:1] == ["of"] and len(found) > 1:
        return True
    for word in found:
        if word in words.UNITS_EN:
            return True
        if word in words.NOT_ADJECTIVES or not word.isascii():
            return False
    return False


def called(text: str, end: int) -> bool:
    """Returns whether the words behind a number say what is reached there ("119 là tổng đài …")."""
    match = CALLED_AFTER.match(text[end:end + AFTER])
    found = [word.lower() for word in match.groups() if word] if match else []
    return any(" ".join(found[at:at + size]) in words.CALLED for size in (1, 2, 3) for at in range(len(found)))


def word_joined(text: str, start: int) -> str:
    """Returns the letters that stand right before a number without a space, such as the `QH` of QH15."""
    begin = start
    while begin and start - begin < 20 and text[begin - 1].isalpha():
        begin -= 1
    return text[begin:start]
