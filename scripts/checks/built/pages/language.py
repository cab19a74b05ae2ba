"""Checks that each page names its own language, for screen readers and search engines (WCAG 3.1.1)."""

from collections.abc import Iterator

from ..files.page import BuiltPage, Fault, fault
from ..world import World, language_of


def judge(page: BuiltPage, world: World) -> Iterator[Fault]:
    """Yields a page whose `lang` is not the language of its address."""
    if page.front.kind != "page" or not world.ours:
        return
    expected = language_of(page.address, world.project)
    written = page.front.source or world.sources.by_address.get(page.address)
    if written and page.front.language != expected:
        yield fault("built-language-wrong", written=page.front.language, language=expected)
