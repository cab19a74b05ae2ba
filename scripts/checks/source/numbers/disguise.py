"""Reads a text as a reader sees it: what looks like a digit becomes the digit, what nobody sees goes.

A number can hide in digits of other scripts, between invisible characters, behind HTML entities or
marks of emphasis. Every place in the reading leads back to its place in the text.
"""

import html
import re
import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from .characters import INVISIBLE

DOTS = dict.fromkeys(map(ord, "．。｡․"), ".") | dict.fromkeys(map(ord, "·•∙⋅・‧●◦▪⸱ꞏ･"), "·")
SIGNS = dict.fromkeys("∕⁄⧸╱", "/") | dict.fromkeys("【〔「『〈《", "(") | dict.fromkeys("】〕」』〉》", ")")
DRAWN = dict(zip("⠚⠁⠃⠉⠙⠑⠋⠛⠓⠊⚀⚁⚂⚃⚄⚅⇂ƖƐㄣϛㄥ", "0123456789123456113457"))  # in Braille, on dice, upside down
DASHES = "−⁃˗﹣－‐‑➖ー"
WIDE = "\u2469-\u2473\u247d-\u2487\u2491-\u249b\u24eb-\u24f4\u24fe\u277f\u2789\u2793\u3251-\u325f\u32b1-\u32bf"
FRAMES = "*_`[\"“”'‘’"
INLINE_TAGS = frozenset("a abbr b bdi bdo cite code em font i ins kbd mark q s samp small span strong sub sup u var wbr".split())
# One of these begins every piece; far quicker to look for than all of them.
BEGINS = (rf"[\[\]&<{{*`~=\\%!{INVISIBLE}{WIDE}\u0300-\u036f\u20d0-\u20ff\ufe20-\ufe2f]|[^\W\d_][\u0300-\u036f]"
          r"|(?m:^)[ \t]*+[->+*0-9]")
# Every alternative ends where the next one can begin, so that a line of a million brackets takes no longer than words.
PIECE = re.compile(rf"""(?={BEGINS})(?:
    (?P<token>\[\[\s?[A-Za-z]+\s?:\s?[A-Za-z][A-Za-z0-9=,_\s-]{{0,120}}\]\])
  | (?P<entity>&(?:\#[0-9]{{1,8}}|\#[xX][0-9a-fA-F]{{1,7}}|[A-Za-z][A-Za-z0-9]{{1,31}});?)
  | \]\((?P<target>(?:[^()\[\]]|\([^()\[\]]*+\))*+)\)
  | (?P<label>\][ ]?\[(?:[\d_]|[^\w\[\]<\n])*+[^\W\d_][^\[\]<\n]*+\])
  | (?P<tag></?(?P<name>[A-Za-z][A-Za-z0-9]*)(?![A-Za-z0-9:.+@-])[^<>]*>|<![^<>]*>)
  | (?P<anchor>\{{:?[ ]*\#[A-Za-z0-9_-]+[ ]*\}})
  | (?P<marker>(?m:^)[ \t]*+(?:>[> \t]*+|[-+*][ \t]+|[0-9]{{1,2}}[.)][ \t]++(?!\d))+)
  | (?P<marks>[*`]+(?!(?<=[0-9][ ]\*)[ ][0-9])|~~|==|\\(?=[!-/:-@\[-`{{-~]))
  | (?P<nothing>[{INVISIBLE}]+)
  | (?P<percent>%(?:25)*3[0-9]|\\(?:[uU]\{{?0*|[xX])3[0-9]\}}?)
  | (?P<bang>!(?=\[))
  | (?P<wide>[{WIDE}])
  | (?P<composed>[^\W\d_][\u0300-\u036f]+)
  | (?P<over>[\u0300-\u036f\u20d0-\u20ff\ufe20-\ufe2f]+))
""", re.VERBOSE)


class _Eyes(dict):
    """Maps each character to the one it is read as; never more than one, so that places stay."""

    def __missing__(self, code: int) -> str:
        seen = self[code] = _seen(chr(code), code)
        return seen


def _seen(char: str, code: int) -> str:
    if char.isascii():
        return " " if char in "\t\v\f" else char
    if char in DRAWN:
        return DRAWN[char]
    value = unicodedata.numeric(char, None)
    if value in range(10):
        return str(int(value))
    if unicodedata.category(char) == "Pd" or char in DASHES:
        return "-"
    plain = DOTS.get(code) or SIGNS.get(char) or unicodedata.normalize("NFKC", char)
    return plain if len(plain) == 1 else char


EYES = _Eyes()


def plain(text: str) -> str:
    """Returns a short text as it is read: entities decoded, invisible characters gone, every digit ASCII."""
    return re.sub(f"[{INVISIBLE}]", "", html.unescape(text)).translate(EYES)


@dataclass
class Reading:
    """A text as read; `starts` and `origins` say where its pieces stand in the text as written."""

    raw: str
    text: str
    starts: list[int]
    origins: list[tuple[int, bool]]

    def origin(self, offset: int) -> int:
        """Returns where a character of the reading stands in the text as written."""
        at = bisect_right(self.starts, offset) - 1
        origin, as_written = self.origins[at]
        return origin + (offset - self.starts[at] if as_written else 0)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Returns where a stretch of the reading begins and ends in the text as written."""
        return self.origin(start), self.origin(max(start, end - 1)) + 1

    def patched(self, start: int, end: int) -> bool:
        """Returns whether something was taken out or decoded inside a stretch."""
        return bisect_right(self.starts, start) < bisect_left(self.starts, end)

    def disguised(self, start: int, end: int) -> bool:
        """Returns whether a stretch is written with other signs than it is read."""
        first, last = self.span(start, end)
        return self.raw[first:last] != self.text[start:end]

    def stands_out(self, start: int, end: int) -> bool:
        """Returns whether a stretch is alone on its line, or in emphasis, code or quotation marks."""
        below, above = self.text.rfind("\n", 0, start) + 1, self.text.find("\n", end)
        around = self.text[below:start] + self.text[end:above if above >= 0 else len(self.text)]
        first, last = self.span(start, end)
        framed = self.raw[first - 1:first] in tuple(FRAMES) and (
            self.raw[last:last + 1] in tuple(FRAMES) or self.raw[last:last + 2] in ("](", "]["))
        return framed and "|" not in around or not any(char.isalnum() or char == "|" for char in around)


@dataclass(frozen=True)
class Hidden:
    """What a page carries without showing it: the target of a link, an HTML tag, the name of a place."""

    kind: str
    text: str
    origin: int


def read(text: str) -> tuple[Reading, list[Hidden]]:
    """Returns a text as a reader sees it, and what it carries along unseen."""
    starts, origins, hidden, parts, length, done = [], [], [], [], 0, 0
    for match in PIECE.finditer(text):
        kind = match.lastgroup if match["tag"] is None else "tag"
        shown = _shown(match, kind)
        for part, origin, as_written in ((text[done:match.start()], done, True), (shown, match.start(), False)):
            if part:
                parts.append(part)
                starts.append(length)
                origins.append((origin, as_written))
                length += len(part)
        done = match.end()
        if kind in ("target", "tag", "anchor"):
            hidden.append(Hidden(kind, match[kind], match.start(kind)))
    seen = "".join([*parts, text[done:]]).translate(EYES)
    return Reading(text, seen, [*starts, length], [*origins, (done, True)]), hidden


def _shown(match: re.Match, kind: str) -> str:
    """Returns what a reader sees of a piece."""
    if kind == "entity":
        return plain(match[0])
    if kind == "wide":
        return str(int(unicodedata.numeric(match[0])))
    if kind == "percent":
        return match[0].rstrip("}")[-1]
    if kind == "composed":
        return unicodedata.normalize("NFC", match[0])
    if kind == "tag":
        return "" if match["name"] and match["name"].lower() in INLINE_TAGS else " "
    return {"token": " \ufffc ", "target": "]", "label": "]"}.get(kind, "")
