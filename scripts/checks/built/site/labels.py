"""Checks that a ZIM opens with the home page, and calls each file what it is: the app searches by titles, and shows by media types."""

import re
from collections.abc import Iterator
from html import unescape

from ....facts.files.media import media_type
from ....facts.finding import Finding, finding
from ....facts.place import Place
from ..files.zim import Zim
from ..world import World
from .orphans import HOME

TITLE = re.compile(rb"<title>(.*?)</title>", re.DOTALL | re.IGNORECASE)


def mislabelled(world: World) -> Iterator[Finding]:
    """Yields what a ZIM says of its files and they do not say themselves."""
    files = world.tree.files
    if not isinstance(files, Zim):
        return
    if files.main() != HOME:
        yield finding(Place(files.main()), "copy-label-differs", what="first page of the copy", here=files.main(), there=HOME)
    titles = {address: _title(content) for address, content in files.contents(name for name in files.names() if name.endswith(".html"))}
    for address, title, kind in files.labels():
        if kind != media_type(address):
            yield finding(Place(address), "copy-label-differs", what="media type", here=kind, there=media_type(address))
        if title not in (wanted := (titles.get(address, ""), address)):
            yield finding(Place(address), "copy-label-differs", what="title in the list of the app", here=title, there=wanted[0] or wanted[1])


def _title(page: bytes) -> str:
    found = TITLE.search(page)
    return " ".join(unescape(found[1].decode("utf-8", "replace")).split()) if found else ""
