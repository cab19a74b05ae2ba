"""What the checks need to know of one finished file: in front what other pages ask about it, behind that the rest."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from ..pages.allowed import Oddity


class Reference(NamedTuple):
    """One address in a file: the tag and the attribute that hold it, and what is said about it.

    `said` is the language in which the link says its target is written: `en` where `hreflang` says so, `~en` where
    the words of the link are marked with `lang`. `text` is what a reader sees, and `names` is what else the link is
    called, both kept for telephone links only.
    """

    tag: str
    attribute: str
    target: str
    rel: str = ""
    said: str = ""
    text: str = ""
    names: tuple[str, ...] = ()


class Group(NamedTuple):
    """A box that names one contact and dials it: what it says, every target in it, and whether it is of the page's frame,
    which is in the language of the address, also where the text stands in for a missing translation."""

    text: str
    targets: tuple[str, ...]
    frame: bool = False


class Row(NamedTuple):
    """What one part of a page dials: `bar`, `footer`, `buttons`, a `card`, or a link of the `text`."""

    part: str
    targets: tuple[str, ...]


class Box(NamedTuple):
    """A box about one contact, a `card`, a `button` or one at the `end` of a page: its name where it has a line of its own,
    its texts, each number with the line around it, where it leads, its days as written and as shown."""

    kind: str
    name: str
    pieces: tuple[str, ...]
    rows: tuple[tuple[str, str], ...]
    links: tuple[str, ...]
    days: tuple[tuple[str, str], ...]


class Fault(NamedTuple):
    """A broken rule on a finished page; `about` is what the page wrote there, to find its line by.

    `line` is the line of the Markdown, for checks that know it.
    """

    rule: str
    values: tuple[tuple[str, str], ...] = ()
    about: str = ""
    line: int = 0

    def at(self, line: int) -> "Fault":
        """Returns the fault with a line of the Markdown."""
        return self._replace(line=line)


def fault(rule: str, about: str = "", **values: object) -> Fault:
    """Returns a fault with its values as text."""
    return Fault(rule, tuple((name, str(value)) for name, value in values.items()), about)


@dataclass(frozen=True)
class Front:
    """What other pages ask about a page. `ids` are the places a link can lead to, `alternates` its translations, and
    `calls` the telephone addresses that it links to.

    `kind` is `page`, `drawing`, `sheet` or `list` (sitemap, feed, manifest, search data). `aside` is true of pages
    that nobody has to find: those that send readers on, and those for nobody's eyes but a browser's. `styles` are the
    hashes of its inline styles.
    """

    kind: str = "list"
    source: str = ""
    language: str = ""
    base: str = ""
    canonical: str = ""
    ids: tuple[str, ...] = ()
    alternates: tuple[tuple[str, str], ...] = ()
    calls: tuple[str, ...] = ()
    aside: bool = False
    links: int = 0
    outside: int = 0
    styles: tuple[str, ...] = ()


@dataclass(frozen=True)
class Body:
    """The rest of a file: its addresses, ids that stand twice, tokens left over, and what is wrong with its form."""

    references: tuple[Reference, ...] = ()
    repeated: tuple[str, ...] = ()
    tokens: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True)
class Heard:
    """What only pages of our own are judged by: the HTML in them that this project does not write, their lines and
    attributes as a reader or a screen reader gets them, the boxes that name a contact, what each part of them dials,
    the policies that it names, what it hides, with how, the text of its article, and the links in that with their words."""

    oddities: tuple[Oddity, ...] = ()
    shown: tuple[str, ...] = ()
    groups: tuple[Group, ...] = ()
    rows: tuple[Row, ...] = ()
    boxes: tuple[Box, ...] = ()
    policies: tuple[str, ...] = ()
    hidden: tuple[tuple[str, str], ...] = ()
    article: str = ""
    links: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class BuiltPage:
    """One finished file with its address; `hear` takes what it says from its bytes, which few ask for."""

    address: str
    front: Front = field(default_factory=Front)
    body: Body = field(default_factory=Body)
    hear: Callable[[], Heard] = Heard

    @cached_property
    def heard(self) -> Heard:
        """Returns what the file says."""
        return self.hear()
