"""Looks at the words beside a number: is it one to call, the number of an article, or an amount?"""

import re

from . import vocabulary as words

BEFORE, AFTER = 90, 70  # characters of context
TOKEN = re.compile(r"[^\W\d_]+|\d+|\.(?=\s)|[!?~≈$€£₫|]")
PARAGRAPH = re.compile(r"\n[ \t]*\n")
STOPS = {"!", "?", ".", "|"}
JOINING = {"và", "va", "hoặc", "hoac", "hay", "đến", "den", "tới", "toi", "and", "or", "to"}
SHORTENED = {"tel", "đt", "dt", "sđt", "sdt", "no", "art", "arts", "tr", "pp", "fig", "sec", "hotline", "p", "đ"}
WORD_AFTER = re.compile(r"[\s*_]*(?:-[ ]?)?([^\W\d_]+)(?:[ -]([^\W\d_]+))?(?:[ -]([^\W\d_]+))?")
SIGN_AFTER = re.compile(r"\s?(?:[%‰°$€£₫]|đ(?!\w)|%)")
LIST_AFTER = re.compile(r"\s*(?:,|;|-|và|hoặc|hay|and|or)\s*(\d[\d.]*)|"
                        r"\s*(?:(?:lên |xuống )?đến|(?:lên )?tới|to|lên|xuống|sang|còn|down to|up to)\s*\d[\d.]*")
CALLED_AFTER = re.compile(r"[\s\W]{0,4}(?:(?:là|la|is)\s+)?([^\W\d_]+)(?:\s+([^\W\d_]+))?(?:\s+([^\W\d_]+))?")
NO, MAYBE, SURE = 0, 1, 2


def before(text: str, start: int) -> list[str]:
    """Returns the last words before a place in lower case, of the same paragraph."""
    near = text[max(0, start - BEFORE):start].lower()
    return TOKEN.findall(PARAGRAPH.split(near)[-1])


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
        if rest[-1].isdigit() or rest[-1] == "." and rest[-2:-1] and rest[-2] in SHORTENED:
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
    return " ".join(tokens[-2:]) in {"con số", "trong số", "tổng số", "một số", "đa số", "phần số", "vô số", "số số"}


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
    while rest and (rest[-1].isdigit() or rest[-1] in JOINING or rest[-1] == "|" or rest[-1] == "." and rest[-2:-1] and
                    rest[-2] in SHORTENED):
        rest.pop()
    while rest and rest[-1] in ("số", "từ", "no", "number", "numbers", "from"):
        rest.pop()
    return bool(_ends_with(rest, words.LABELS)) and " ".join(rest[-2:]) not in words.NOT_LABELS


def street(text: str, end: int, tokens: list[str]) -> bool:
    """Returns whether a number is that of a house: "trụ sở ở số 113 Trần Hưng Đạo"."""
    named = re.match(r"[ ,]*(?:(?:đường|phố|ngõ|ngách|hẻm) )?(\w+) (\w+)", text[end:end + 40])
    return bool(named) and named[1][0].isupper() and named[2][0].isupper() and bool(says(tokens, words.PLACES))


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
    return bool(SIGN_AFTER.match(rest)) or _unit(rest)


def _unit(rest: str) -> bool:
    match = WORD_AFTER.match(rest)
    if not match:
        return False
    found = [word.lower() for word in match.groups() if word]
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
