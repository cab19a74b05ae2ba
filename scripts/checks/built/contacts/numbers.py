"""Checks that every number on a finished page is one of the registry, in a link that dials it, under its own name.

The sources were searched before; this looks at what templates, hooks and the generator made of them.
"""

from collections.abc import Iterator

from ....facts.contacts.out_of_service import name_of
from ....facts.finding import Finding, finding
from ....facts.place import Place
from ..files.page import BuiltPage, Fault, Front, Group, fault
from ..reading.html import CALLS
from ..world import World, language_of
from .calls import digits, regrouped


def judge(page: BuiltPage, world: World) -> Iterator[Fault]:
    """Yields numbers outside of call links, and links and boxes under another name."""
    if page.front.kind != "page" or not world.ours:
        return
    for line in page.heard.shown:
        for written in world.typed(line):
            yield fault("built-number-typed", written, written=written)
    yield from _named(page)
    for group in page.heard.groups:
        yield from _crossed(page, world, group)


def _named(page: BuiltPage) -> Iterator[Fault]:
    for reference in page.body.references:
        if reference.target.lower().startswith(CALLS):
            for name in reference.names:
                if digits(name) != digits(reference.target):
                    yield fault("built-call-name-differs", reference.target, href=reference.target, name=name)
                else:
                    yield from regrouped(reference.target, name)


def _crossed(page: BuiltPage, world: World, group: Group) -> Iterator[Fault]:
    """A box must say the name of whomever it dials, in the language of the page, and nobody else's number."""
    source = world.source(page.address)
    spoken = source.text_language if source and not group.frame else language_of(page.address, world.project)
    for target in group.targets:
        owner = world.owners.get(target)
        name = name_of(owner, spoken, world.project.silenced) if owner else ""
        if owner and name not in group.text:
            yield fault("built-call-name-crossed", target, href=target, contact=owner.id, name=name)


def unequal(world: World) -> Iterator[Finding]:
    """Every language of a page must dial the same numbers; what no contact has, and the help bar, is told elsewhere."""
    fronts, main = world.tree.fronts, world.project.settings.default
    for address, path in world.sources.by_address.items():
        docs, _, pair = path.split("/", 2)
        other = f"{docs}/{main}/{pair}"
        there = world.sources.addresses.get(other)
        if other == path or address not in fronts or there not in fronts:
            continue
        mine, theirs = (_dialled(world, fronts[one]) for one in (address, there))
        if mine != theirs:
            yield finding(Place(path), "built-help-differs", here=", ".join(mine) or "–", other=other, there=", ".join(theirs) or "–")


def _dialled(world: World, front: Front) -> list[str]:
    owners = {target: world.owners.get(target) for target in front.calls}
    return sorted(target for target, owner in owners.items() if owner and owner.id not in world.project.help_bar)
