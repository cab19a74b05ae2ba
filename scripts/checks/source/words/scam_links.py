"""Checks that the address of a scam, shown as an example, cannot be opened: `hxxp`, and `[.]` for the dots.

A reader who is told of a fake site must not land on it by a tap, nor by copying the line.
"""

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice

from ....facts.address import address_parts
from ....facts.finding import Finding, finding
from ....facts.place import Record, Text, mapping, texts
from ....facts.project import Project
from ....facts.words import holds, words
from ....facts.words.said import Said, said_on
from ....facts.words.wording import lists_of, signal_phrases

ENDINGS = """com net org info biz vn top xyz cc icu club online site shop live vip me io app link tk ml ga cf gq ru cn pro
 cyou buzz win work life today asia mobi ws pw name support help""".split()
LIVE = re.compile(r"(?i)https?://[^\s<>()\[\]\"“”]+|(?<![\w@./-])(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:{})(?![\w.-]*\w)(?:/[^\s<>()\[\]\"“”]*)?"
                  .format("|".join(ENDINGS)))
# Half defanged: messengers and phones make a link of a bare host, whatever stands before it.
HALF = re.compile(r"(?i)(?:h(?:xx|\*\*|__)ps?\[?:\]?//|https?(?:\[:\]//|\[://\]))(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,24}"
                  r"(?![\w.-]*\w|\[)(?:[:/][^\s<>()\[\]\"“”]*)?")
COLON = re.compile(r"\[:\]//|\[://\]|\[?:\]?//")
MOST = 1_000  # addresses that are looked at in one text
STOP = re.compile(r"[.!?]\s|\n\s*\n|\n\s*[-*|]|\|")


def check(project: Project, today: date) -> Iterator[Finding]:
    """Yields addresses that can be opened in a sentence about fake or malicious ones."""
    private = lists_of(project, "private")
    signals = signal_phrases(mapping(private.get("scam")))
    official = (host for some in mapping(private.get("official_hosts")).values() for host in texts(some))
    known = frozenset((*_hosts(project), *official)) if signals else frozenset()
    for page in project.pages:
        for piece in said_on(page):
            yield from _half(piece)
            if signals:
                yield from _live(piece, signals, known)


def _half(piece: Said) -> Iterator[Finding]:
    """Yields addresses of which only the beginning is broken: `hxxp://` in front of a host with its dots whole."""
    for match in islice(HALF.finditer(piece.text), MOST) if "//" in piece.text else ():
        written = match[0].rstrip(".,;:!?*_`")
        safe = defanged(COLON.sub("://", written, count=1))
        yield finding(piece.place_at(match.start()), "scam-link-half", written=written, safe=safe)


def _live(piece: Said, signals: frozenset, known: frozenset[str]) -> Iterator[Finding]:
    for match in islice(LIVE.finditer(piece.text), MOST) if "." in piece.text else ():
        written = match[0].rstrip(".,;:!?*_`")
        host = _host(written)
        if host in known or any(host.endswith(f".{other}") for other in known):
            continue
        heard = [word.text for word in words(_sentence(piece.text, match.start(), match.end()))]
        if any(holds(heard, some) for some in signals):
            yield finding(piece.place_at(match.start()), "scam-link-live", written=written, safe=defanged(written))


def defanged(address: str) -> str:
    """Returns an address that nobody can open.

    >>> defanged("http://bank-vn.top/login")
    'hxxp://bank-vn[.]top/login'
    """
    scheme, mark, rest = address.rpartition("://")
    host, slash, path = rest.partition("/")
    return scheme.lower().replace("tt", "xx") + mark + host.replace(".", "[.]") + slash + path


def _sentence(text: str, start: int, end: int) -> str:
    """Returns the words around an address, without it."""
    before = STOP.split(text[max(0, start - 200):start])[-1]
    return f"{before} {STOP.split(text[end:end + 200])[0]}"


def _hosts(project: Project) -> Iterator[str]:
    """Yields the hosts of this site, of its sources and of its contacts: nobody takes these for a scammer's."""
    yield _host(project.settings.address)
    for entry in (*project.entries("sources").values(), *project.entries("contacts").values()):
        yield from (_host(text) for text in _addresses(entry))


def _addresses(value: object) -> Iterator[str]:
    if isinstance(value, Text) and "." in value and " " not in value:
        yield value
    for inner in value.values() if isinstance(value, Record) else value if isinstance(value, list) else ():
        yield from _addresses(inner)


def _host(address: str) -> str:
    parts = address_parts(address if "://" in address else f"//{address}")
    return parts.netloc.lower().rpartition("@")[2].partition(":")[0].removeprefix("www.")
