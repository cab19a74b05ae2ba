"""Takes finished files apart: what each says, in text, attributes, scripts and data, and where.

It reads HTML with Python's own parser, so that it does not err where the parser of the other checks errs.
"""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser

BOXES = ("app-contact-card", "app-call-buttons", "app-site-footer__numbers")
INLINE = frozenset("a abbr b bdi bdo cite code em i ins kbd mark q s samp small span strong sub sup u var wbr font".split())
SILENT = frozenset("class id style rel lang hreflang type d viewbox points for name http-equiv property role dir method width "
                   "height charset integrity sizes color media xmlns x y r cx cy rx ry fill stroke transform tabindex hidden "
                   "stroke-width crossorigin nonce headers scope start colspan rowspan datetime".split())
LINKING = frozenset("href src action formaction poster data cite ping background srcset xlink:href manifest".split())
SETTING = re.compile(r"width=device-width|default-src|\A(?:#[0-9a-f]{3,8}|\S+\.md)\Z", re.IGNORECASE)
PACKED = re.compile(r"\S{300,}")  # an index for programs, in which any sign may follow any other
STRING = re.compile(r'"((?:[^"\\\n]|\\.)*+)"|\'((?:[^\'\\\n]|\\.)*+)\'|`([^`]*+)`')

ESCAPE = re.compile(r"\\(?:u\{([0-9a-fA-F]+)\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([0-9a-fA-F]{1,6}) ?)")


@dataclass
class Piece:
    """Something that a file says: `kind` is text, target, or value; a target has the text, names and box of its link."""

    kind: str
    line: int
    text: str
    shown: str = ""
    names: list[str] = field(default_factory=list)
    box: list[str] | None = None


class Page(HTMLParser):
    """One HTML or SVG file: its pieces, its language and the file that it was made from."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[Piece] = []
        self.language = self.source = ""
        self.line: list[tuple[int, str]] = []
        self.open: list[tuple[str, Piece | None, list[str] | None]] = []
        self.inside: Counter[str] = Counter()  # of what is open: how often each tag, which links, which boxes
        self.links: list[Piece] = []
        self.boxes: list[list[str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes the attributes of a tag, and opens the link or box that it begins."""
        found: dict[str, str] = defaultdict(str)
        for name, value in attrs:
            found.setdefault(name, value or "")  # of two with one name, browsers take the first
        if tag == "html":
            self.language = found["lang"]
        if tag == "meta" and found["name"] == "app-source":
            self.source = found["content"]
        if tag not in INLINE:
            self.end_line()
        link = self._attributes(tag, found)
        box: list[str] | None = [] if any(name in BOXES for name in found["class"].split()) else None
        if tag == "li" and self.boxes:
            box = []
        self.open.append((tag, link, box))
        self.inside[tag] += 1
        self.links += [link] if link is not None else []
        self.boxes += [box] if box is not None else []

    def _attributes(self, tag: str, found: dict[str, str]) -> Piece | None:
        line, link = self.getpos()[0], None
        names = [value for name, value in found.items() if name in ("title", "aria-label", "aria-labelledby", "aria-description", "alt") and value]
        for name, value in found.items():
            if name in LINKING:
                link = Piece("target", line, value, names=list(names), box=self._box())
                self.pieces.append(link)
            elif name not in SILENT and value and not SETTING.search(value):
                self.pieces.append(Piece("value", line, value))
        for outer in self.links:
            outer.names += names
        return link if tag == "a" else None

    def _box(self) -> list[str] | None:
        return self.boxes[-1] if self.boxes else None

    def handle_endtag(self, tag: str) -> None:
        """Closes a tag and whatever was left open in it."""
        if tag not in INLINE:
            self.end_line()
        closed = not self.inside[tag]
        while not closed:
            name, link, box = self.open.pop()
            closed = name == tag
            self.inside[name] -= 1
            if link is not None:
                self.links.pop()
            if box is not None:
                self.boxes.pop()

    def handle_data(self, data: str) -> None:
        """Notes a text for its line, its link and its boxes; scripts and styles give their strings."""
        if self.inside["script"] or self.inside["style"]:
            self.pieces += [Piece("value", self.getpos()[0], text) for text in strings(data)]
            return
        for link in self.links:
            link.shown += data
        for box in self.boxes:
            box.append(data)
        dialling = any(link.text.lower().startswith(("tel:", "sms:")) for link in self.links)
        self.line.append((self.getpos()[0], "\ufffc" if dialling else data))

    def handle_comment(self, data: str) -> None:
        """Notes a comment, which some programs show."""
        self.pieces.append(Piece("value", self.getpos()[0], data))

    def end_line(self) -> None:
        """Ends a line of text."""
        if text := " ".join("".join(said for _, said in self.line).split()):
            self.pieces.append(Piece("text", self.line[0][0], text))
        self.line = []


def page(content: str) -> Page:
    """Returns an HTML or SVG file taken apart."""
    found = Page()
    found.feed(content)
    found.close()
    found.end_line()
    return found


def strings(code: str) -> Iterator[str]:
    """Yields the quoted strings of a script, a style or JSON, with their escapes read."""
    for match in STRING.finditer(code):
        text = match[1] or match[2] or match[3] or ""
        text = ESCAPE.sub(lambda found: _char(found[found.lastindex]), text).encode("utf-16", "surrogatepass").decode("utf-16", "ignore")
        yield text if PACKED.fullmatch(text) else unescape(text)


def data_strings(content: str) -> Iterator[str]:
    """Yields the names and texts of JSON, of what is damaged its quoted strings."""
    try:
        waiting = [json.loads(content)]
    except (ValueError, RecursionError):
        yield from strings(content)
        return
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            waiting += [*value, *value.values()]
        elif isinstance(value, list):
            waiting += value
        elif value is not None:
            yield str(value)


def _char(code: str) -> str:
    value = int(code, 16)
    return chr(value) if value < 0x110000 else ""


def plain_pieces(content: str, folded: bool = False) -> list[Piece]:
    """Returns the lines of a file without markup: of a text or a list, or, where long lines are folded, of a card or calendar."""
    content = re.sub(r"\r?\n[ \t](?=\S)", "", content) if folded else content  # RFC 6350, 3.2
    content = re.sub(r"\\([\\,;])", r"\1", content) if folded else content  # … and 3.4
    return [Piece("card" if folded else "text", number, line.strip()) for number, line in enumerate(content.splitlines(), 1) if line.strip()]
