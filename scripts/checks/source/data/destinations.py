"""Checks where the addresses in the words and the campaign's own file lead: what is a button on every page is nobody's to redirect.

Anybody may propose words (`strings.yml`); an address among them, such as that of the quick exit, opens from all pages at
once. So it opens a host that the registry, the site itself or the owners' list (`allowed.yml`) names, and nothing else.
"""

import re
from collections.abc import Iterator
from datetime import date

from ....facts.address import address_parts
from ....facts.data.shape import web_address
from ....facts.finding import Finding, finding
from ....facts.place import Place, Text, leaves
from ....facts.project import DATA, Project
from ..numbers.hosts import Hosts, hosts, listed
from ..numbers.known import host_of

FILES = ("strings", "campaign")
FIELDS = re.compile(r"(?:\A|_)(?:address|url)\Z")
ADDRESS = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:(?=[^\s\d])|//)\S+\s*\Z", re.IGNORECASE)
HOST = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+\Z")


def check(project: Project, today: date) -> Iterator[Finding]:
    """Yields addresses that are not https, and hosts that neither the registry nor the owners name.

    Owners who list no host for a file at all are not asked for any.
    """
    facts = hosts(project)
    for name in FILES:
        path = f"{DATA}/{name}.yml"
        for keys, text, place in leaves(project.entries(name), Place(path)):
            if _is_address(keys, text) and not _told_by_shape(keys, text, place):
                yield from _judged(".".join(keys), text, place, facts, path)


def _is_address(keys: tuple[str, ...], text: Text) -> bool:
    return any(FIELDS.search(key) for key in keys) or bool(ADDRESS.match(text))


def _told_by_shape(keys: tuple[str, ...], text: Text, place: Place) -> bool:
    return keys[-1] == "url" and any(web_address(text, place, "url"))


def _judged(name: str, text: Text, place: Place, facts: Hosts, path: str) -> Iterator[Finding]:
    host = host_of(text)
    if address_parts(text).scheme != "https" or not HOST.match(host) or any(char.isspace() for char in text):
        yield finding(place, "address-not-https", name=name, written=text)
    elif any(path.startswith(prefix) for _, prefix in facts.allowed) and not _ours(host, path, facts):
        yield finding(place, "address-not-listed", name=name, host=host)


def _ours(host: str, path: str, facts: Hosts) -> bool:
    return host in facts.known.hosts or host in facts.own or listed(host, path, facts)
