"""Judges what pages say of their translations: each must point back, and be in the language that is named."""

from collections.abc import Iterator

from ..files.page import BuiltPage, Fault, fault
from ..world import primary
from .places import Places

ANY = "x-default"


def judge(page: BuiltPage, places: Places) -> Iterator[Fault]:
    """Yields translations that do not point back, are in another language, or are named twice."""
    seen: dict[str, str] = {}
    for language, target in page.front.alternates:
        first = seen.setdefault(language.lower(), target)
        if first != target:
            yield fault("built-alternate-repeated", target, language=language, target=target, other=first)
        elif language.lower() != ANY:
            yield from _translation(page, language, target, places)
    yield from _canonical(page, places)


def _translation(page: BuiltPage, language: str, target: str, places: Places) -> Iterator[Fault]:
    other = places.on(page.address, target)
    there = places.world.language(other)
    if there and there != primary(language):
        yield fault("built-alternate-language-differs", target, language=language, target=target, written=there)
    elif other in places.world.tree.fronts and other != page.address and page.address not in places.translations.get(other, ()):
        yield fault("built-alternate-one-way", target, address=page.address, target=other, language=language)


def _canonical(page: BuiltPage, places: Places) -> Iterator[Fault]:
    """A page that names another language's as its own original is dropped by search engines."""
    target = page.front.canonical
    here, there = places.world.language(page.address), places.world.language(places.on(page.address, target)) if target else ""
    if here and there and here != there:
        yield fault("built-canonical-other-language", target, target=target, language=there)
