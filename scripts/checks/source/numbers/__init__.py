"""Checks that no number, address or handle is typed where a token belongs, in whatever disguise.

The policy is a whole one: pages and data files print contacts only through tokens, so everything that
reads as one is refused, unless it is a registered value at home or on the owners' list (`allowed.yml`).
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice

from ....facts.files.past import REGISTRY
from ....facts.finding import Finding, finding
from ....facts.place import Place
from ....facts.project import Project
from . import address_verdicts, addresses, characters, disguise, drawn, groups, keys, numerals, riddles, shortcodes, spoken, telephone, verdicts
from .allowed import without_books
from .excerpts import Excerpt, excerpts
from .hosts import Hosts, hosts
from .known import Known
from .links import repeated_definitions, texts_that_differ
from .names import names
from .permits import Permits, permits

CARRIED = (telephone.NATIONAL, telephone.SERVICE)  # what the name of a place or of a file may be taken for
MOST = 100  # findings of one text; a page of garbage holds thousands
PATH = re.compile(r"(?<![\w./-])(?:[A-Za-z0-9_-]++/)*+[A-Za-z0-9_-]++"
                  r"\.(?:md|html?|ya?ml|json|css|js|py|txt|pdf|zip|svg|png|jpe?g|webp|gif|mp4|docx?)\b")
TAKEN_ON = re.compile(r"(?<!\d)(?:19|20)\d\d(?:0[1-9]|1[0-2])[0-3]\d(?:[0-2]\d[0-5]\d[0-5]\d)?(?!\d)")  # in the name of a picture
PAPER = re.compile(r"\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b|\b0000-000[1-3]-\d{4}-\d{3}[\dX]\b|\bU\+[0-9A-F]{4,6}\b|\b10\.\d{4,5}/(?!\S*0\d{8})\S+", re.IGNORECASE)  # UUID, RFC 9562; ORCID, ISO 27729; Unicode; DOI, ISO 26324
DEFANGED_HOST = re.compile(r"(?<![\w.-])[A-Za-z0-9-]{1,63}(?:\[\.\][A-Za-z0-9-]{1,63})+(?!\w)")
BLOTTED = re.compile(r"[-+.0-9](?:(?<!\.)|(?=[a-z\]]))")  # without one of these there is no path, no paper and no id
TITLE = re.compile(r"\s[\"'(]|\Z")  # of a link, behind its target
SLUG = re.compile(r"(?<![\w/-])[a-z0-9]++(?:-[a-z0-9]++)++(?![\w-])")


def check(project: Project, today: date) -> Iterator[Finding]:
    """Yields everything in pages and data files that reads as a contact and is none of the registry's tokens."""
    facts, allowed = hosts(project), permits(project)
    for excerpt in excerpts(project):
        if excerpt.file and REGISTRY in project.unread:
            continue  # told already; whose the numbers of other data files are, nobody knows then
        yield from dict.fromkeys(islice(search(excerpt, facts, allowed), MOST))
    for place, name in names(project):
        inside = telephone.within(TAKEN_ON.sub("", name), facts.known, CARRIED)
        yield from (finding(place, "file-number-typed", name=place.path.rpartition("/")[2], number=digits) for digits in inside)
    for page in project.pages:
        yield from repeated_definitions(page)
        yield from texts_that_differ(page)


def search(excerpt: Excerpt, facts: Hosts, allowed: Permits) -> Iterator[Finding]:
    """Yields the findings of one text."""
    for at, code, name in characters.invisible(excerpt.text):
        yield finding(excerpt.place_at(at), "text-invisible-character", code=code, name=name)
    for at, word in characters.strange_words(excerpt.text):
        yield finding(excerpt.place_at(at), "text-mixed-scripts", written=verdicts.shown(word))
    reading, hidden = disguise.read(excerpt.text)
    yield from _contacts(reading, excerpt, facts, allowed)
    for piece in hidden:
        yield from _hidden(piece, excerpt, facts, allowed)


def _contacts(reading: disguise.Reading, excerpt: Excerpt, facts: Hosts, allowed: Permits) -> Iterator[Finding]:
    """Yields the findings for the addresses of a text as a reader sees it, and for the numbers in the rest of it."""
    covered = []
    for address in addresses.typed(reading):
        covered.append((address.start, address.end))
        yield from _address(address, reading.origin(address.start), excerpt, facts)
    if not excerpt.whole:
        yield from _numbers(_masked(reading.text, covered, allowed), reading, excerpt, facts, allowed)


def _address(address: addresses.Address, origin: int, excerpt: Excerpt, facts: Hosts) -> Iterator[Finding]:
    place = excerpt.place_at(origin)
    yield from address_verdicts.of_address(address, excerpt, place, facts)
    silent = excerpt.whole or address.kind == "scheme"
    yield from _carried(() if silent else telephone.within(address.opened, facts.known), excerpt, place, facts)


def _carried(numbers: Iterable[str], excerpt: Excerpt, place: Place, facts: Hosts) -> Iterator[Finding]:
    """Yields the findings for numbers that stand within something else, such as an address."""
    for digits in numbers:
        yield from verdicts.of_number(telephone.Found(0, 0, digits), digits, "", excerpt, place, facts.known)


def _masked(text: str, covered: list[tuple[int, int]], allowed: Permits) -> str:
    """Returns a text with addresses, paths and ids blotted out, whose digits are not there to be called."""
    parts, done = [], 0
    for start, end in sorted(covered):
        if start >= done:
            parts += [text[done:start], "\ufffc" * (end - start)]
            done = end
    text = "".join([*parts, text[done:]])
    if not BLOTTED.search(text):
        return text
    if "[.]" in text:
        text = DEFANGED_HOST.sub(lambda host: host[0] if re.search(r"\d{7}", host[0]) else "\ufffc" * len(host[0]), text)
    text = PATH.sub(lambda path: path[0] if any(re.search(r"\d{7}", part) for part in TAKEN_ON.split(path[0])) else "\ufffc" * len(path[0]), text)
    text = PAPER.sub(lambda paper: "\ufffc" * len(paper[0]), without_books(text))
    return SLUG.sub(lambda slug: "\ufffc" * len(slug[0]) if slug[0] in allowed.ids else slug[0], text)


def _numbers(text: str, reading: disguise.Reading, excerpt: Excerpt, facts: Hosts, allowed: Permits) -> Iterator[Finding]:
    plain = drawn.undrawn(text, facts.known)
    dialled = {at for match in (addresses.DIALLED.finditer(excerpt.text) if ":" in excerpt.text else ()) for at in range(*match.span())}
    for start, end in list(groups.garbage(plain)):
        place = excerpt.place_at(reading.origin(start))
        yield finding(place, "number-unregistered", written=verdicts.shown(text[start:end]), digits="…", guess="")
        plain = plain[:start] + "\ufffc" * (end - start) + plain[end:]
    seen: set[int] = set()
    for found in _found(plain, facts.known, reading):
        places = range(found.start, found.end)
        if not seen.isdisjoint(places):
            continue
        seen.update(places)
        start, end = reading.span(found.start, found.end)
        if start in dialled:
            continue
        if not allowed.permitted(excerpt.place.path, excerpt.text, start, end, found.digits):
            begin = start - 1 if excerpt.text[start - 1:start] in ("(", "+") else start
            place = excerpt.place_at(start)
            yield from verdicts.of_number(found, excerpt.text[begin:end], plain, excerpt, place, facts.known)


def _found(text: str, known: Known, reading: disguise.Reading) -> Iterator[telephone.Found]:
    """Yields every number of a text; each way of writing one is looked for where its figures or words are there at all."""
    figures = riddles.DIGIT.search(text)
    counted = figures or numerals.said(text)
    for chain in groups.chains(text) if figures else ():
        yield from telephone.registered(chain, known)
        yield from telephone.shaped(chain, text, known)
        yield from shortcodes.codes(chain, text, known, reading)
    if counted:
        yield from keys.pressed(text, known)
        yield from riddles.solved(text, known)
    yield from spoken.roman(text, known)
    if counted:
        yield from spoken.spelled(text, known)
    if figures:
        yield from telephone.lettered(text)


def _hidden(piece: disguise.Hidden, excerpt: Excerpt, facts: Hosts, allowed: Permits) -> Iterator[Finding]:
    """Yields what stands in the target of a link, in an HTML tag or in the name of a place."""
    found = list(addresses.targets(piece))
    spans = []
    if not found and piece.kind != "tag":
        yield from _carried(telephone.within(piece.text, facts.known, CARRIED), excerpt, excerpt.place_at(piece.origin), facts)
    for address in found:
        spans.append(address.written)
        yield from _address(address, address.start, excerpt, facts)
    rest = piece.text.strip("<>") if piece.kind == "tag" else piece.text[TITLE.search(piece.text).start():]
    for written in spans:
        rest = rest.replace(written, "\ufffc")
    if any(char.isdigit() or char.isalpha() for char in rest):
        inner = Excerpt(rest, excerpt.place_at(piece.origin), excerpt.file, excerpt.entry, excerpt.key)
        reading, _ = disguise.read(rest)
        yield from _contacts(reading, inner, facts, allowed)
