"""Looks at the words beside a number: is somebody asked to call it? What clears a number stands in `counting`."""

import re

from . import vocabulary as words

BEFORE, AFTER = 90, 70  # characters of context
WIDEST = 4  # words of a phrase; `ends_with` tries no more
TOKEN = re.compile(r"[^\W\d_]+|\d+|\.(?=\s)|[!?~≈$€£₫|]")
PARAGRAPH = re.compile(r"\n[ \t]*\n")
CLAUSE_ENDS = re.compile(r"[,;!?](?=\s)|\.(?=\s)|\n[ \t]*\n")
STOPS = {"!", "?", ".", "|"}
CALLED_AFTER = re.compile(rf"\W{{0,4}}(?:{words.either('being')}\s+)?([^\W\d_]+(?:\s+[^\W\d_]+){{0,2}})")
NO, MAYBE, SURE = 0, 1, 2


def before(text: str, start: int) -> list[str]:
    """Returns the last words before a place in lower case, of the same paragraph."""
    near = text[max(0, start - BEFORE):start].lower()
    return TOKEN.findall(PARAGRAPH.split(near)[-1])


def around(text: str, start: int, end: int) -> str:
    """Returns the words on both sides of a place, of the same paragraph."""
    left, right = text[max(0, start - BEFORE):start], text[end:end + AFTER]
    return PARAGRAPH.split(left)[-1] + text[start:end] + PARAGRAPH.split(right)[0]


def clause(text: str, start: int) -> list[str]:
    """Returns those of the last words before a place that no comma, semicolon or end of a sentence parts from it."""
    return TOKEN.findall(CLAUSE_ENDS.split(text[max(0, start - BEFORE):start].lower())[-1])


def ends_with(tokens: list[str], known: frozenset[str]) -> int:
    """Returns how many of the last words make a known word or phrase, the longest first; 0 for none."""
    return next((size for size in (4, 3, 2, 1) if len(tokens) >= size and " ".join(tokens[-size:]) in known), 0)


def begins_with(tokens: list[str], known: frozenset[str]) -> bool:
    """Returns whether the first one, two or three words are a known word or phrase."""
    return any(" ".join(tokens[:size]) in known for size in (1, 2, 3))


def _among(tokens: list[str], known: frozenset[str], but: frozenset[str] = frozenset()) -> bool:
    """Returns whether a known word or phrase stands anywhere, not as the end of one that says something else."""
    ends = (tokens[max(0, at - WIDEST):at] for at in range(1, len(tokens) + 1))
    return any(ends_with(end, known) and not ends_with(end, but) for end in ends)


def sentence(tokens: list[str]) -> list[str]:
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
        if ends_with(rest, words.NOT_CALLING):
            break
        if ends_with(rest, words.CALLING):
            return SURE
        if ends_with(rest, words.MAYBE_CALLING) and not ends_with(rest, words.MANY):
            return SURE if calling(rest[:-1]) == SURE else MAYBE
        if rest[-1].isdigit() or rest[-1] == "." and rest[-2:-1] and rest[-2] in words.SHORTENED:
            rest.pop()
        elif size := ends_with(rest, words.FILLERS):
            del rest[-size:]
        else:
            break
    return NO


def serving(tokens: list[str]) -> bool:
    """Returns whether the last words name a service, such as the police or an ambulance."""
    return bool(ends_with(tokens[:-1] if tokens[-1:] == ["|"] else tokens, words.SERVICES))


def far_calling(tokens: list[str]) -> bool:
    """Returns whether a calling verb stands among the last six words of the sentence."""
    return _among(sentence(tokens[-6:]), words.CALLING, words.NOT_CALLING)


def says_any(text: str, known: frozenset[str]) -> bool:
    """Returns whether any word or phrase of a text is known."""
    return _among(TOKEN.findall(text.lower()), known, words.NOT_OFFERS)


def verb(tokens: list[str]) -> bool:
    """Returns whether the last word is a verb of calling."""
    return bool(ends_with(tokens, words.VERBS))


def asked(tokens: list[str]) -> bool:
    """Returns whether the last word is a verb of calling, perhaps with "số" or "tới" behind it."""
    return verb(tokens[:-1] if ends_with(tokens, words.TOWARDS) else tokens)


def announced(tokens: list[str]) -> bool:
    """Returns whether a word for a line to call stands right before: "hotline 55"."""
    return bool(ends_with(tokens, words.LINES))


def says(tokens: list[str], known: frozenset[str]) -> bool:
    """Returns whether one of the last eight words or phrases is known."""
    return _among(tokens[-8:], known)


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
