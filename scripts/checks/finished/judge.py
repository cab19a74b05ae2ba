"""Judges what a finished file says: whatever reads as a contact must be the registry's, or stand in the page's own source."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from .digits import CLASS, ages, read, regrouped, rows, spoken, telephone
from .extract import PACKED, Piece
from .reference import ENDS, FORMATS, LONG_ENOUGH, Reference, opened

SCHEME = re.compile(r"\s*([a-z][a-z0-9+.-]*):", re.IGNORECASE)
BEGINS, GOES_ON = re.compile(r"(?<![^\W_])(?<![^\W_][@.-])"), re.compile(r"[@.-]?[^\W_]")  # a word, number or host; a longer one
SAFE = ("http", "https", "mailto", "data")
DIALLING = ("tel", "sms")
WHOLE, UNLINKED = ("text", "card"), ("value", "card")  # kinds of pieces: what people read to its end; where a number needs no link
MAIL = re.compile(r"[\w.+-]{1,64}\s?(?:@|\(at\)|\[at\]|＠)\s?[\w-]+(?:(?:\.|\s?[\[(]dot[\])]\s?)[\w-]+)+", re.IGNORECASE)
BARE = re.compile(r"(?<![\w@./-])(?:https?:/*|//)?((?:[^\W_][\w-]{0,62}\.)+(?:com|vn|net|org|info|me|io|app|xyz|top|ly|click|"
                  r"site|online|link|cc|test|example))(?![\w-])(?:[:/?][^\s\"'<>]*)?", re.IGNORECASE)
COPIED = re.compile(r'<a href="([^"<>]*)">([^<>]*)</a>')  # written out for others to copy
OWN_PAGE = re.compile(r"\ufffc[\w/-]+\.html\b")
TEN = re.compile("0123456789")  # all digits, in programs that look for one
BEGUN = 18  # characters by which a text is known that is cut off later
HIDDEN = re.compile("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
Fault = tuple[str, int, dict[str, str]]


@dataclass
class Source:
    """What the source of a file holds: its rows of digits, its words of digits, its text."""

    rows: set[str] = field(default_factory=set)
    spoken: set[str] = field(default_factory=set)
    text: str = ""


def source_of(text: str) -> Source:
    """Returns what a Markdown file explains."""
    return Source({_plain(row) for row in rows(read(text))}, set(spoken(text)), text)


def _plain(text: str) -> str:
    return re.sub(r"[^0-9]", "", text)


def _written(target: str, text: str) -> bool:
    """Returns whether an address stands in a Markdown file, and not as a part of a longer one."""
    return re.search(rf"{re.escape(target)}(?![\w/?#&=%~+@-])", text) is not None


def _dialled(said: str) -> str:
    return "".join(char for char in said if char.isnumeric() or char == "+")


class Judge:
    """Judges pieces by a reference; lines that stand on every page are looked at once."""

    def __init__(self, reference: Reference):
        self.reference = reference
        self._by_start: dict[str, list[str]] = defaultdict(list)
        for told in reference.texts:  # the longest first
            self._by_start[told[:LONG_ENOUGH]].append(told)
        self._rows: Callable = lru_cache(maxsize=None)(self._strange)
        self._bare = lru_cache(maxsize=None)(self._without_told)
        self._known = lru_cache(maxsize=None)(self._knows)

    def piece(self, piece: Piece, source: Source, language: str) -> Iterator[Fault]:
        """Yields rule, line and values for each fault of a piece."""
        if piece.kind == "target":
            for rule, values in self._target(piece, language, source):
                yield rule, piece.line, values
            return
        if piece.kind == "value" and self._unread(piece.text):
            return
        strict = piece.kind in WHOLE or " " in piece.text and any(char.isalpha() for char in piece.text)
        for digits, written, sure in self._rows(piece.text):
            if piece.kind in UNLINKED and digits in self.reference.live:  # in a call link's place it would be compared with the link
                if sure and (shown := self._regrouped(digits, written)):  # 11-3 is a day of March
                    yield "finished-number-regrouped", piece.line, {"written": written, "shown": shown}
                continue
            if (sure or strict) and digits not in source.rows and digits not in source.spoken:
                yield "finished-number-unknown", piece.line, {"written": written}
        for written in self._addresses(piece.text):
            if written not in source.text:
                yield "finished-target-unknown", piece.line, {"target": written}

    def _regrouped(self, digits: str, written: str) -> str:
        """Returns how a live number is shown, where its digits stand in other groups; empty where they do not."""
        shown = self.reference.shown.get(digits, "")
        return shown if shown and regrouped(written, shown) else ""

    def _unread(self, text: str) -> bool:
        """Returns whether a value is nothing to dial: an index, a number that people search for, why one has ended."""
        alone = not any(char.isalpha() for char in text) and _plain(text) in self.reference.every
        return alone or any(said in text for said in self.reference.farewells) or bool(PACKED.fullmatch(text))

    def _without_told(self, text: str) -> str:
        """Returns a text without what the data files say word for word."""
        text = " ".join(text.split())
        left, at, end = [], 0, len(text)
        while at < end:
            begun = self._by_start.get(text[at:at + LONG_ENOUGH])
            told = self._told_at(text, at, begun) if begun else ""
            left.append("\ufffc" if told else text[at])
            at += len(told) or 1
        return "".join(left)

    def _told_at(self, text: str, at: int, begun: list[str]) -> str:
        """Returns the longest of these texts that stands at a place, and not as a part of a longer number or host."""
        for told in begun:
            end = at + len(told)
            if text.startswith(told, at) and BEGINS.match(text, at) and not GOES_ON.match(text, end):
                return told
        return ""

    def _begun(self, text: str) -> str:
        """Returns a text without what it cites of a data file and cuts off, as lists of search results do."""
        *cut_off, rest = text.split("…")
        return "…".join([*map(self._uncited, cut_off), rest])

    def _uncited(self, text: str) -> str:
        cited = text.rstrip()
        for at in range(len(cited) - BEGUN + 1):
            if any(told.startswith(cited[at:]) for told in self._by_start.get(cited[at:at + LONG_ENOUGH], ())):
                return text[:at] + "\ufffc"
        return text

    def _copied(self, link: re.Match) -> str:
        right = link[1] in self.reference.owners and _dialled(link[2]) == link[1].partition(":")[2]
        return "\ufffc" if right else link[0]

    def _strange(self, text: str) -> tuple[tuple[str, str, bool], ...]:
        bare = self._bare(self._begun(COPIED.sub(self._copied, " ".join(text.split()))))
        plain = read(BARE.sub(lambda found: "\ufffc" if self._explained(found) else found[0], bare))
        for pattern in (OWN_PAGE, CLASS, TEN):
            plain = pattern.sub(" ", plain)
        kept = [row for row in rows(plain) if not ages(row) or _plain(row) in self.reference.every]
        found = [(_plain(row), row, telephone(row) or _plain(row) in self.reference.forbidden) for row in kept]
        said = [(digits, digits, len(digits) > 6) for digits in spoken(plain)]
        return tuple(one for one in found + said if len(one[0]) > 2 and not re.fullmatch(r"(?:19|20)\d\d", one[0]))

    def _addresses(self, text: str) -> Iterator[str]:
        if not any(sign in text for sign in ".(["):
            return
        bare = self._bare(text)
        for match in MAIL.finditer(bare):
            if match[0].lower() not in self.reference.mailboxes:
                yield match[0]
        for match in BARE.finditer(MAIL.sub(" ", bare)):
            if not self._explained(match):
                yield match[0]

    def _explained(self, found: re.Match) -> bool:
        return self._known(found[1]) and self._named(opened(found[0]), found[1])

    def _knows(self, host: str) -> bool:
        host = host.lower().rstrip(".")
        return any(host == known or host.endswith(f".{known}") for known in self.reference.hosts)

    def _target(self, piece: Piece, language: str, source: Source) -> Iterator[tuple[str, dict[str, str]]]:
        target = piece.text.strip()
        decoded = opened(HIDDEN.sub("", target))
        scheme = SCHEME.match(decoded)
        name = scheme[1].lower() if scheme else ""
        if name in DIALLING:
            yield from self._call(piece, target, language)
        elif name and name not in SAFE:
            yield "finished-target-unknown", {"target": target}
        elif name == "mailto" and decoded[7:].partition("?")[0].lower() not in self.reference.mailboxes:
            yield "finished-target-unknown", {"target": target}
        elif name in ("http", "https") or decoded.startswith(("//", "\\\\")):
            yield from self._web(decoded[scheme.end():] if scheme else decoded, target, decoded, source)

    def _web(self, rest: str, target: str, decoded: str, source: Source) -> Iterator[tuple[str, dict[str, str]]]:
        network = re.split(r"[/\\?#]", rest.lstrip("/\\"))[0]
        if not network.isascii() or "@" in network or ":" in network or not self._known(network):
            yield "finished-target-unknown", {"target": target}
        elif not self._named(decoded, network) and not _written(target, source.text):
            yield "finished-target-unknown", {"target": target}

    def _named(self, address: str, host: str) -> bool:
        """Returns whether a known host alone, or an address below it, stands in the data files: there, anybody may have a page."""
        plain = address.rstrip(ENDS)
        below = plain[plain.lower().index(host.lower()) + len(host):]
        return (below in ("", "/") or plain in self.reference.urls or address in self.reference.urls or self.reference.ours(plain)
                or host.lower().removeprefix("www.") in FORMATS)

    def _call(self, piece: Piece, target: str, language: str) -> Iterator[tuple[str, dict[str, str]]]:
        owner = self.reference.owners.get(target)
        if owner is None:
            yield "finished-target-unknown", {"target": target}
            return
        number = target.partition(":")[2]
        for said in (piece.shown, *piece.names):
            if _dialled(said) != number or HIDDEN.search(said):
                yield "finished-call-differs", {"target": target, "said": " ".join(said.split())}
            elif shown := self._regrouped(_plain(number), said):
                yield "finished-number-regrouped", {"written": " ".join(said.split()), "shown": shown}
        name = self.reference.names.get(owner, {}).get(language, "")
        beside = " ".join("".join(piece.box).split()) if piece.box else ""
        if beside and " ".join(name.split()) not in beside:
            yield "finished-name-crossed", {"target": target, "contact": owner, "name": name}
