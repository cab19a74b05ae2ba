"""Checks every telephone link of the finished pages against the registry."""

from collections.abc import Iterator

from .page import BuiltPage, Fault, Reference, fault
from .reading.html import CALLS
from .world import World


def judge(page: BuiltPage, world: World) -> Iterator[Fault]:
    """Yields links that dial what the registry does not publish, or say one number and dial another."""
    if page.front.kind != "page" or not world.ours:
        return
    for reference in page.body.references:
        if reference.target.lower().startswith(CALLS):
            yield from _call(reference, world)
    yield from _help(page, world)


def _call(reference: Reference, world: World) -> Iterator[Fault]:
    if reference.target not in world.published:
        yield fault("built-call-unregistered", reference.target, href=reference.target)
    elif _digits(reference.text) != _digits(reference.target):
        yield fault("built-call-text-differs", reference.target, text=reference.text, href=reference.target)


def _digits(text: str) -> str:
    return "".join(char for char in text if char.isdigit())


def _help(page: BuiltPage, world: World) -> Iterator[Fault]:
    """Every page that a person wrote must reach the contacts of the help bar in one tap."""
    if not page.front.source and page.address not in world.sources.by_address:
        return
    dialled = {reference.target for reference in page.body.references}
    for id, href in world.help:
        if href not in dialled:
            yield fault("built-help-missing", contact=id, href=href)
