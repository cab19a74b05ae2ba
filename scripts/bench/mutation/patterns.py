"""Changes regular expressions as mistakes change them: an anchor lost, once instead of often, the opposite of a class."""

import re
from collections.abc import Iterator

LOOKS_LIKE = re.compile(r"\(\?|\\[dDwWsSbBZA]|\[\^|\]\)?[*+?{]|\[[0-9]-[0-9]")
TOKEN = re.compile(r"(?P<anchor>\\[ZAbB])|(?P<escape>\\.)|(?P<look>\(\?<?[=!])|(?P<group>\(\?P?<\w+>|\(\?[a-z:-]+)|"
                   r"(?P<times>\{[0-9]*,?[0-9]*\})|(?P<sign>[+*?])(?P<how>[+?])?|(?P<open>\[\^?\]?)|(?P<edge>[\^$])|(?P<other>.)", re.DOTALL)
OPPOSITE = {"=": "!", "!": "="}


def is_pattern(text: str) -> bool:
    """Returns whether a text reads as a regular expression or as a part of one."""
    return bool(LOOKS_LIKE.search(text))


def broken(pattern: str) -> Iterator[tuple[int, int, str]]:
    """Yields changes of a pattern: where the changed piece begins and ends, and what stands there instead."""
    whole, at, inside = _compiles(pattern), 0, False
    while at < len(pattern):
        token = TOKEN.match(pattern, at)
        kind = token.lastgroup if token["sign"] is None else "sign"
        if inside:
            inside, kind = token[0] != "]", ""
        elif kind == "open":
            inside = True
        for instead in _instead(kind, token):
            if not whole or _compiles(pattern[:at] + instead + pattern[token.end():]):
                yield at, token.end(), instead
        at = token.end()


def _instead(kind: str, token: re.Match) -> Iterator[str]:
    written = token[0]
    if kind in ("anchor", "edge"):
        yield ""
    elif kind == "look":
        yield written[:-1] + OPPOSITE[written[-1]]
    elif kind == "sign":
        yield {"+": "*", "*": "+", "?": ""}[token["sign"]] + (token["how"] or "" if token["sign"] != "?" else "")
    elif kind == "open":
        yield "[" + written[2:] if written.startswith("[^") else "[^" + written[1:]
    elif kind == "times":
        numbers = [int(number) if number else None for number in written.strip("{}").split(",")]
        for place, number in enumerate(numbers):
            if number is not None:
                changed = [*numbers[:place], number + 1, *numbers[place + 1:]]
                if len(changed) < 2 or None in changed or changed[0] <= changed[1]:
                    yield "{" + ",".join("" if one is None else str(one) for one in changed) + "}"


def _compiles(pattern: str) -> bool:
    try:
        re.compile(pattern, re.VERBOSE if "\n" in pattern else 0)
    except re.error:
        return False
    return True
