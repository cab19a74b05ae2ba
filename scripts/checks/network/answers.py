"""What came back when an outside address was asked: a frozen value, so that judging it needs no network.

Everything that another site sends is bounded before it gets here, and none of it is ever run or shown as it came.
"""

from dataclasses import dataclass

PERMANENT = (301, 308)  # RFC 9110, 15.4.2 and 15.4.9: the new address should be used from now on


@dataclass(frozen=True)
class Hop:
    """One redirect on the way: the address that was asked, and the status it redirected with."""

    address: str
    status: int


@dataclass(frozen=True)
class Text:
    """What a reader would see of a page: `words` is the number of visible words, `sample` their beginning.

    `refresh` is where the page sends readers on by itself, without a redirect.
    """

    title: str = ""
    heading: str = ""
    language: str = ""
    words: int = 0
    sample: str = ""
    anchors: frozenset[str] = frozenset()
    refresh: str = ""


@dataclass(frozen=True)
class Answer:
    """The end of asking one address. `trouble` names why there is no status, and is empty when there is one.

    `final` is where the redirects ended, `kind` the media type (`text/html`), `size` the bytes that were read.
    """

    address: str
    final: str = ""
    hops: tuple[Hop, ...] = ()
    status: int = 0
    trouble: str = ""
    detail: str = ""
    kind: str = ""
    size: int = 0
    cut: bool = False
    text: Text = Text()

    @property
    def permanent(self) -> bool:
        """Returns whether every redirect on the way was one for good."""
        return all(hop.status in PERMANENT for hop in self.hops)

    @property
    def page(self) -> bool:
        """Returns whether it is a page of text that a browser shows."""
        return self.kind in ("text/html", "application/xhtml+xml")
