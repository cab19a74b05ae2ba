"""Checks what a finished site tells browsers, servers and search engines: its policy, header files and robots.txt.

A policy that allows more than the build does lets in whatever a later fault brings.
"""

import re
from collections.abc import Iterator
from datetime import date
from itertools import zip_longest

from ....facts.finding import Finding, finding
from ....facts.place import Place
from ....facts.served import ROBOTS, SECURITY, VALID, header_files, policy, robots, security
from ..difference import words_from
from ..files.page import BuiltPage, Fault, fault
from ..world import World

PARTS = re.compile(r"[;\n]")
EXPIRES = re.compile(r"^Expires: ([0-9]{4}-[0-9]{2}-[0-9]{2})T", re.MULTILINE)
LONGEST = 100  # characters of a part that are told


def judge(page: BuiltPage, world: World) -> Iterator[Fault]:
    """Yields a page that says no policy of its own, or another than the build makes of its styles."""
    if page.front.kind != "page" or not world.ours or not world.tree.files.policed:
        return
    wanted, said = policy(page.front.styles, bool(page.front.base)), page.heard.policies
    if len(said) != 1:
        yield fault("built-policy-differs", said=f"{len(said) or 'no'} policies", made="one policy for each page")
    elif said[0] != wanted:
        yield fault("built-policy-differs", **_different(said[0], wanted))


def unserved(world: World) -> Iterator[Finding]:
    """Yields the files for servers and search engines that differ from what the build makes of this site."""
    made = header_files(style for front in world.tree.fronts.values() if front.kind == "page" for style in front.styles)
    made[ROBOTS] = robots(world.project.settings)
    for name in sorted(world.tree.addresses & {*made, SECURITY}):
        said = world.tree.content(name).decode("utf-8", "replace")
        wanted = made.get(name) or _security(said, world)
        if said != wanted:
            yield finding(Place(name), "built-policy-differs", **_different(said, wanted))


def _security(said: str, world: World) -> str:
    """Returns security.txt for the day that it was built on, which only it knows."""
    try:
        expires = date.fromisoformat((EXPIRES.search(said) or [""] * 2)[1])
    except ValueError:
        return ""
    return security(world.project.settings, expires - VALID)


def _different(said: str, wanted: str) -> dict[str, str]:
    """Returns the first part that is not the same, of both."""
    pairs = zip_longest(PARTS.split(said), PARTS.split(wanted), fillvalue="")
    mine, theirs = next(((mine, theirs) for mine, theirs in pairs if mine != theirs), ("", ""))
    mine, theirs = mine.strip(), theirs.strip()
    return {"said": _shown(mine, theirs), "made": _shown(theirs, mine)}


def _shown(part: str, other: str) -> str:
    """Returns a part, of a long one its name and what stands from where it differs."""
    if len(part) <= LONGEST:
        return part or "nothing"
    name, differs = part.partition(" ")[0], words_from(part, other)
    return differs if part.startswith(differs) else f"{name} … {differs or 'and nothing more'}"
