"""Describes what a data file may hold, and tells exactly where it holds something else.

A shape is a function `(value, place, name) -> findings`; small shapes are put together to
larger ones, so that the description of a file reads like the file itself.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date

from ..address import address_parts
from ..finding import Finding, finding
from ..place import Items, Place, Record
from ..words.nearest import closest, nearest

Shape = Callable[[object, Place, str], Iterator[Finding]]
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
# One mailbox in plain letters (a narrow part of RFC 5321): no second address, no subject, no letter that only looks like one.
MAILBOX = re.compile(r"[A-Za-z0-9_+-]+(?:\.[A-Za-z0-9_+-]+)*@(?:(?!xn--)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}\Z", re.ASCII | re.IGNORECASE)
LONGEST_MAILBOX = 254  # characters
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*\Z")  # BCP 47
# ISO 639-1; country codes are taken for them easily (vn, cz, jp).
LANGUAGES = frozenset("""aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et eu fa ff fi fj
fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la
lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa
sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu""".split())
PARTIAL_DATE = re.compile(r"[0-9]{4}(-(0[1-9]|1[0-2]))?\Z")
LIST, MAPPING = "a list such as [one, two]", "a mapping (lines of  key: value)"
KINDS = {Record: "a mapping", Items: "a list", bool: "true or false", type(None): "nothing"}


def kind_of(value: object) -> str:
    """Returns what a value is, in words for a finding."""
    return KINDS.get(type(value), "a text" if str(value).strip() else "an empty text")


def _mistyped(value: object, place: Place, name: str, wanted: str) -> Finding:
    return finding(place, "field-mistyped", name=name, wanted=wanted, is_now=kind_of(value))


def text(value: object, place: Place, name: str) -> Iterator[Finding]:
    """A text with at least one visible character."""
    if not isinstance(value, str) or not value.strip():
        yield _mistyped(value, place, name, "a text")


def truth(value: object, place: Place, name: str) -> Iterator[Finding]:
    """The word true or false, without quotes."""
    if not isinstance(value, bool):
        yield _mistyped(value, place, name, "true or false")


def one_of(*words: str) -> Shape:
    """One of a few fixed words."""

    def shape(value: object, place: Place, name: str) -> Iterator[Finding]:
        if not isinstance(value, str) or not value:
            yield _mistyped(value, place, name, f"one of: {', '.join(words)}")
        elif value not in words:
            yield finding(place, "field-word-unknown", name=name, word=value, known=", ".join(words),
                          guess=nearest(value, words))

    return shape


def day(value: object, place: Place, name: str) -> Iterator[Finding]:
    """A calendar day, YYYY-MM-DD (ISO 8601)."""
    if not isinstance(value, str):
        yield _mistyped(value, place, name, "a date")
    elif parse_day(value) is None:
        yield finding(place, "field-date-malformed", name=name, written=value)


def parse_day(value: object) -> date | None:
    """Returns the day that a YYYY-MM-DD text names, or None."""
    try:
        return date.fromisoformat(value) if isinstance(value, str) and DAY.match(value) else None
    except ValueError:
        return None


def loose_date(value: object, place: Place, name: str) -> Iterator[Finding]:
    """A day, a month, a year, or `n.d.` for a source that shows no date."""
    if value == "n.d." or isinstance(value, str) and PARTIAL_DATE.match(value):
        return
    yield from day(value, place, name)


def web_address(value: object, place: Place, name: str) -> Iterator[Finding]:
    """An http(s) address with a host and without spaces or user names."""
    if not isinstance(value, str):
        yield _mistyped(value, place, name, "a web address")
        return
    parts = address_parts(value)
    if parts.scheme not in ("http", "https") or "." not in parts.netloc or "@" in parts.netloc \
            or any(char.isspace() for char in value) or not all(parts.netloc.partition(":")[0].split(".")):
        yield finding(place, "field-address-malformed", name=name, written=value)


def mailbox(value: object, place: Place, name: str) -> Iterator[Finding]:
    """One e-mail address and nothing else, which nobody can mistake for another."""
    if not isinstance(value, str) or not value.strip():
        yield _mistyped(value, place, name, "an e-mail address")
    elif len(value) > LONGEST_MAILBOX or not MAILBOX.match(value):
        yield finding(place, "field-mailbox-malformed", name=name, written=value)


def language_code(value: object, place: Place, name: str) -> Iterator[Finding]:
    """The code of a language, from which its name is looked up."""
    yield from text(value, place, name)
    if isinstance(value, str) and value.strip() and not LANGUAGE.match(value):
        yield finding(place, "field-language-malformed", name=name, written=value)
    elif isinstance(value, str) and len(value.partition("-")[0]) == 2 and value[:2] not in LANGUAGES:
        yield finding(place, "field-language-unknown", name=name, written=value)


def either(first: Shape, second: Shape) -> Shape:
    """`first` for a plain value, `second` for a mapping."""

    def shape(value: object, place: Place, name: str) -> Iterator[Finding]:
        yield from (second if isinstance(value, Record) else first)(value, place, name)

    return shape


def list_of(item: Shape) -> Shape:
    """A list whose items all have one shape."""

    def shape(value: object, place: Place, name: str) -> Iterator[Finding]:
        if not isinstance(value, Items):
            yield _mistyped(value, place, name, LIST)
            return
        for at, entry in zip(value.places, value):
            yield from item(entry, at, name)

    return shape


def record_of(required: dict[str, Shape], optional: dict[str, Shape] | None = None) -> Shape:
    """A mapping with these keys and no others."""
    known = {**required, **(optional or {})}

    def shape(value: object, place: Place, name: str) -> Iterator[Finding]:
        if not isinstance(value, Record):
            yield _mistyped(value, place, name, MAPPING)
            return
        meant = {closest(key, known) for key in value if key not in known}  # told as a field that is unknown
        for key in required:
            if key not in value and key not in meant:
                yield finding(place, "field-missing", name=name, key=key)
        for key, entry in value.items():
            yield from _entry(key, entry, value.place_of(key))

    def _entry(key: str, entry: object, place: Place) -> Iterator[Finding]:
        if key in known:
            yield from known[key](entry, place, key)
        else:
            yield finding(place, "field-unknown", key=key, guess=nearest(key, known))

    return shape


def by_id(entry: Shape) -> Shape:
    """A mapping from ids (lower-case words joined by hyphens) to entries of one shape."""

    def shape(value: object, place: Place, name: str) -> Iterator[Finding]:
        if not isinstance(value, Record):
            yield _mistyped(value, place, name, MAPPING)
            return
        for key, item in value.items():
            if not ID.match(key):
                yield finding(value.place_of(key), "id-malformed", id=key)
            yield from entry(item, value.place_of(key), key)

    return shape


def in_languages(languages: tuple[str, ...], item: Shape = text) -> Shape:
    """One value for each language of the site, and for no other."""

    def shape(value: object, place: Place, name: str) -> Iterator[Finding]:
        if not isinstance(value, Record):
            yield finding(place, "field-not-in-languages", name=name, languages=", ".join(languages))
            return
        for language in languages:
            if language not in value:
                yield finding(place, "field-language-missing", name=name, language=language)
        for language, entry in value.items():
            if language not in languages:
                yield finding(value.place_of(language), "field-unknown", key=language, guess="")
            else:
                yield from item(entry, value.place_of(language), f"{name}.{language}")

    return shape
