"""Shapes of settings: what a value of `mkdocs.yml` may be, and what it could do if it were something else."""

import re
from collections.abc import Iterator

from ....facts.address import address_parts
from ....facts.data.shape import Shape, kind_of
from ....facts.finding import Finding, finding
from ....facts.place import Items, Place, Record
from ....facts.words.nearest import nearest
from ..numbers.characters import strange_words

HOST = re.compile(r"[\w.-]+(?<![.-])\Z")  # without a user and a port
LONGEST = 500  # characters of one value
POWERS = {  # settings of MkDocs that load, run or follow something; everybody who tries one learns why not
    "INHERIT": "reads settings from another file", "hooks": "runs code at build time",
    "extra_javascript": "adds a script to every page", "extra_css": "changes how every page looks",
    "extra_templates": "adds templates", "watch": "reads folders outside the project",
    "dev_addr": "opens the preview to other computers", "custom_dir": "takes the templates from another folder",
    "analytics": "sends every visit to another company", "consent": "asks for cookies that this site never sets",
    "docs_dir": "publishes another folder", "site_dir": "writes into another folder"}


def plain(value: object, place: Place, name: str) -> Iterator[Finding]:
    """A word, a number or a text without markup, or nothing at all."""
    if isinstance(value, (Items, Record)) or isinstance(value, str) and ("<" in value or len(value) > LONGEST):
        yield _refused(place, name, value, "a short text without markup")


def only(*allowed: str) -> Shape:
    """One of a few values, written as YAML shows them."""

    def shape(value: object, place: Place, name: str) -> Iterator[Finding]:
        if _written(value) not in allowed:
            yield _refused(place, name, value, " or ".join(allowed))

    return shape


def closed(value: object, place: Place, name: str) -> Iterator[Finding]:
    """Lines of what is not published; a line that begins with `!` would publish something after all."""
    yield from plain(value, place, name)
    for line in str(value or "").splitlines():
        if line.strip().startswith("!"):
            yield _refused(place, name, line.strip(), "lines that leave something out")


def web(value: object, place: Place, name: str) -> Iterator[Finding]:
    """An address of the web, or nothing."""
    parts = address_parts(value) if isinstance(value, str) else None
    if value is not None and (not parts or parts.scheme not in ("https", "http") or not parts.netloc):
        yield _refused(place, name, value, "an address that begins with https://")


def home(value: object, place: Place, name: str) -> Iterator[Finding]:
    """The address of the site itself: a host and a path, in letters of one script, because every page sends readers and their copies there."""
    yield from web(value, place, name)
    parts = address_parts(value) if isinstance(value, str) else None
    if parts and parts.netloc and (not HOST.match(parts.netloc) or parts.query or parts.fragment or any(strange_words(parts.netloc))):
        yield _refused(place, name, value, "https://, a host and a path, as in https://site.example/path/")


def local(value: object, place: Place, name: str) -> Iterator[Finding]:
    """A path inside the project, or nothing."""
    parts = address_parts(value) if isinstance(value, str) else None
    outside = not parts or parts.scheme or parts.netloc or value.startswith(("/", "\\")) or ".." in value
    if value is not None and outside:
        yield _refused(place, name, value, "a path inside the project")


def harmless(value: object, place: Place, name: str) -> Iterator[Finding]:
    """Anything that templates print, as long as no address in it does more than open a page."""
    if isinstance(value, Record):
        for key, inner in value.items():
            yield from harmless(inner, value.place_of(key), key)
    elif isinstance(value, Items):
        for inner, at in zip(value, value.places):
            yield from harmless(inner, at, name)
    elif isinstance(value, str) and ":" in value and " " not in value.strip() \
            and address_parts(value.strip()).scheme.lower() not in ("", "https", "http", "mailto"):
        yield _refused(place, name, value, "an address that begins with https:// or mailto:")
    else:
        yield from plain(value, place, name)


def keys(known: dict[str, Shape]) -> Shape:
    """A mapping with these keys and no others; any of them may be missing."""

    def shape(value: object, place: Place, name: str) -> Iterator[Finding]:
        if not isinstance(value, Record):
            yield _refused(place, name, value, f"lines of  key: value  ({', '.join(known)})")
            return
        for key, inner in value.items():
            if key in known:
                yield from known[key](inner, value.place_of(key), key)
            else:
                yield finding(value.place_of(key), "settings-key-refused", key=key, where=name,
                              reason=POWERS.get(key, "is not among the settings we use"),
                              guess="" if key in POWERS else nearest(key, known))

    return shape


def each(item: Shape) -> Shape:
    """A list of which every item has one shape, or that item alone."""

    def shape(value: object, place: Place, name: str) -> Iterator[Finding]:
        for inner, at in zip(value, value.places) if isinstance(value, Items) else ((value, place),):
            yield from item(inner, at, name)

    return shape


def named(known: dict[str, Shape]) -> Shape:
    """A plugin or an extension: its name alone, or the name with its options."""

    def shape(value: object, place: Place, name: str) -> Iterator[Finding]:
        entries = value.items() if isinstance(value, Record) else [(_written(value), None)]
        for id, options in entries:
            at = value.place_of(id) if isinstance(value, Record) else place
            if id not in known:
                yield finding(at, "settings-loads-unknown", name=id, where=name, known=", ".join(known),
                              guess=nearest(id, known))
            elif options is not None:
                yield from known[id](options, at, id)

    return shape


def _written(value: object) -> str:
    """Returns a value as people write it, or what it is."""
    if isinstance(value, (Items, Record)):
        return kind_of(value)
    return str(value).lower() if isinstance(value, bool) else "nothing" if value is None else str(value)


def _refused(place: Place, key: str, value: object, wanted: str) -> Finding:
    return finding(place, "settings-value-refused", key=key, written=_written(value), wanted=wanted)


def nav(value: object, place: Place, name: str) -> Iterator[Finding]:
    """Paths, with or without titles, in sections as deep as one likes."""
    if isinstance(value, Items):
        yield from each(nav)(value, place, name)
    elif isinstance(value, Record):
        for title, inner in value.items():
            yield from plain(title, value.place_of(title), name)
            yield from nav(inner, value.place_of(title), name)
    else:
        yield from local(value, place, name)
