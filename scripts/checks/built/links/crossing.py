"""Judges links that leave the language of their page: a reader, and a screen reader, must be told before.

WCAG 3.1.2 (language of parts) asks for `lang` on words of another language; `hreflang` says it of the page behind the link.
"""

from collections.abc import Iterator

from ..files.page import Fault, Reference, fault
from ..world import World, primary

FOLLOWED = ("a", "area")


def judge(reference: Reference, address: str, other: str, world: World) -> Iterator[Fault]:
    """Yields a link from a page to a page of another language that does not say so, or names a wrong one."""
    said, there = primary(reference.said.lstrip("~")), world.language(other)
    if reference.tag not in FOLLOWED or not there:
        return
    by_hreflang = said and not reference.said.startswith("~")
    if by_hreflang and said != there:
        yield fault("built-link-language-differs", reference.target, target=reference.target, said=said, language=there)
    elif world.language(address) and world.language(address) != there != said:
        yield fault("built-link-language-untold", reference.target, target=reference.target, language=there)
