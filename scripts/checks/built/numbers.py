"""Checks that every number on a finished page is one of the registry, in a link that dials it, under its own name.

The sources were searched before; this looks at what templates, hooks and the generator made of them.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from ...facts.contacts import Contact
from ...facts.finding import Finding, finding
from ...facts.place import Place, Record
from ...facts.project import Project
from ..source.numbers import search
from ..source.numbers.excerpts import Excerpt
from ..source.numbers.hosts import Hosts, hosts
from ..source.numbers.permits import Permits, permits
from .blame import blamed, source_of
from .language import language_of
from .reading import SCHEMES, Group
from .tree import BuiltPage, Tree

UNRENDERED = re.compile(r"\[\[?[^\[\]]*\]\]?")  # told as such
NUMBERS = ("page-number-typed", "page-short-code-typed", "number-unregistered", "number-unpublished", "number-retired",
           "number-identity", "number-account", "mailbox-typed", "handle-typed")


def check(project: Project, tree: Tree) -> Iterator[Finding]:
    """Yields numbers outside of call links, links under another name, and help that only one language gives."""
    judged = _judge(project)
    for page in tree.pages:
        for line in page.shown:
            for written in judged(UNRENDERED.sub("\ufffc", line)):
                yield finding(blamed(project, page), "built-number-typed", written=written)
        yield from _named(project, page)
        for group in page.groups:
            yield from _crossed(project, page, group)
    yield from _unequal(project, tree)


def _judge(project: Project):
    """Returns a function from a line to the numbers in it that no data file explains; most lines are on many pages."""
    facts, allowed, known = hosts(project), permits(project), _told(project)

    @lru_cache(maxsize=None)
    def judged(line: str) -> tuple[str, ...]:
        found = _found(line, facts, allowed)
        for text in known if found else ():
            line = line.replace(text, "\ufffc") if text in line else line
        return _found(line, facts, allowed) if found else ()

    return judged


def _found(line: str, facts: Hosts, allowed: Permits) -> tuple[str, ...]:
    findings = search(Excerpt(line, Place("")), facts, allowed)
    return tuple(dict.fromkeys(value for one in findings if one.rule in NUMBERS for _, value in one.values[:1]))


def _told(project: Project) -> list[str]:
    """Returns the texts of the data files that hold digits or an address, the longest first; they were searched at home."""
    found: set[str] = set()
    values: list[object] = list(project.data.values())
    while values:
        value = values.pop()
        if isinstance(value, (Record, list)):
            values += value.values() if isinstance(value, Record) else value
        elif isinstance(value, str) and len(value) > 8 and any(char.isdigit() or char == "@" for char in value):
            found.add(" ".join(value.split()))
    return sorted(found, key=lambda text: (-len(text), text))


def _named(project: Project, page: BuiltPage) -> Iterator[Finding]:
    for reference in page.references:
        if reference.target.lower().startswith(SCHEMES):
            for name in reference.names:
                if _digits(name) != _digits(reference.target):
                    yield finding(blamed(project, page), "built-call-name-differs", href=reference.target, name=name)


def _digits(text: str) -> str:
    return "".join(char for char in text if char.isdigit())


def _crossed(project: Project, page: BuiltPage, group: Group) -> Iterator[Finding]:
    """A box must say the name of whomever it dials, in the language of the page, and nobody else's number."""
    language = language_of(page.address, project)
    source = source_of(project, page)
    spoken = source.text_language if source else language
    for target in group.targets:
        if (owner := _owner(project, target)) and owner.name.get(spoken, "") not in group.text:
            yield finding(blamed(project, page), "built-call-name-crossed", href=target, contact=owner.id,
                          name=owner.name.get(spoken, ""))


def _owner(project: Project, target: str) -> Contact | None:
    return next((contact for contact in project.contacts.values() if contact.published()
                 for channel in contact.channels if channel.number and channel.href == target), None)


def _unequal(project: Project, tree: Tree) -> Iterator[Finding]:
    """Every language of a page must dial the same numbers; what no contact has, and the help bar, is told elsewhere."""
    main = {page.pair: page for page in project.pages if page.language == project.settings.default}
    built = {page.address: page for page in tree.pages}
    for page in project.pages:
        other = main.get(page.pair)
        here, there = (built.get(project.address(one)) if one else None for one in (page, other))
        if other is page or not here or not there:
            continue
        mine, theirs = (_dialled(project, one) for one in (here, there))
        if mine != theirs:
            yield finding(page.place(), "built-help-differs", here=", ".join(mine) or "–", other=other.path,
                          there=", ".join(theirs) or "–")


def _dialled(project: Project, page: BuiltPage) -> list[str]:
    owners = {reference.target: _owner(project, reference.target) for reference in page.references
              if reference.target.lower().startswith(SCHEMES)}
    return sorted(target for target, owner in owners.items() if owner and owner.id not in project.help_bar)
