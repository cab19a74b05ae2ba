"""Checks that a page asks nobody else for anything: no request may tell a third party of the visit."""

from collections.abc import Iterator

from ....facts.address import address_parts
from ..files.page import BuiltPage, Fault, Reference, fault
from ..world import World

FOLLOWED = {"a", "area"}  # opened only when the reader chooses to
READ = {"base", "json-ld", "sitemap", "feed", "manifest", "search", "robots"}  # nothing is fetched because it stands there
INFORMING = {"canonical", "alternate", "license", "author", "help", "next", "prev", "noreferrer", "noopener", "me", "search",
             "bookmark", "shortlink", "amphtml", "privacy-policy", "terms-of-service", "first", "last", "up", "via", "edit"}
FAR = ("http", "https", "ftp", "ws", "wss")


def judge(page: BuiltPage, world: World) -> Iterator[Fault]:
    """Yields every resource that a browser would fetch from another server by itself."""
    for reference in page.body.references:
        if "//" in reference.target and fetched(reference) and _elsewhere(reference.target):
            yield fault("built-resource-remote", reference.target, tag=reference.tag, target=reference.target)


def fetched(reference: Reference) -> bool:
    """Returns whether a browser asks for an address by itself, as soon as it shows the page."""
    if reference.tag == "link":
        return not set(reference.rel.lower().split()) <= INFORMING
    if reference.tag == "meta":
        return reference.attribute == "content"
    return reference.tag not in READ and (reference.tag not in FOLLOWED or reference.attribute == "ping")


def _elsewhere(target: str) -> bool:
    parts = address_parts(target)
    return bool(parts.netloc) or parts.scheme.lower() in FAR
