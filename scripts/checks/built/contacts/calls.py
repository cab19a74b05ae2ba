"""Checks every telephone link of the finished pages against the registry."""

import re
from collections.abc import Iterator

from ....facts.contacts import grouped
from ....facts.pages import Page
from ....facts.place import texts
from ..files.page import BuiltPage, Fault, Reference, fault
from ..reading.html import CALLS
from ..world import World

GROUP = re.compile("[0-9]+")


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
    elif digits(reference.text) != digits(reference.target):
        yield fault("built-call-text-differs", reference.target, text=reference.text, href=reference.target)
    else:
        yield from regrouped(reference.target, reference.text)


def regrouped(href: str, said: str) -> Iterator[Fault]:
    """Yields a number in other groups than pages print it in: 190 0969 680 reads as a mobile number. One by one, digits are spelled."""
    display = grouped(href.partition(":")[2])
    groups = GROUP.findall(said)
    if len(groups) > 1 and groups != GROUP.findall(display) and any(len(group) > 1 for group in groups):
        yield fault("built-call-regrouped", href, text=" ".join(said.split()), href=href, display=display)


def digits(text: str) -> list[str]:
    """Returns the digits of a text in order: what is left of a number however it is grouped."""
    return [char for char in text if char.isdigit()]


def _help(page: BuiltPage, world: World) -> Iterator[Fault]:
    """Every page that a person wrote must reach the contacts of the help bar, and those it names, in one tap."""
    source = world.source(page.address)
    if not page.front.source and source is None:
        return
    dialled, bar = {reference.target for reference in page.body.references}, world.project.help_bar
    for id in bar:
        if (href := world.offers.get(id)) and href not in dialled:
            yield fault("built-help-missing", contact=id, href=href)
    for id, line in named(source).items() if source else ():
        if id not in bar and (href := world.offers.get(id)) and href not in dialled:
            yield fault("built-contact-missing", contact=id, href=href).at(line)


def named(page: Page) -> dict[str, int]:
    """Returns the contacts that a page names by a token or for its call buttons, and the line where it does."""
    found = {token.id: line for token, line in page.outline.tokens if token.kind == "contact"}
    return {**found, **{id: id.place.line for id in texts(page.meta.get("call"))}}
