"""Finds out where an address leads within the site, as a browser resolves it (WHATWG URL; RFC 3986, 5.2)."""

import re
from typing import NamedTuple
from urllib.parse import unquote

WEB = re.compile(r"(https?):[\\/]*([^\\/?#]*)(.*)", re.IGNORECASE | re.DOTALL)
BLANKS = frozenset("\t\n\r")
NOT_FOUND = re.compile(r"(?:.*/)?404\.html?\Z")


class Aim(NamedTuple):
    """A place in the site. `path` is decoded and relative to the root; `above` says that it lies outside of it.

    `folder` is true where the address ends like a folder's, `doubled` where it has a slash too many, `own` where it
    was written with the address of the site.
    """

    path: str
    fragment: str = ""
    folder: bool = False
    above: bool = False
    doubled: bool = False
    own: bool = False


def clean(target: str) -> str:
    """Returns an address without the line ends and tabs that browsers pass over."""
    return target if BLANKS.isdisjoint(target) else re.sub(r"[\t\n\r]", "", target)


def cut(target: str) -> tuple[str, str]:
    """Returns the path and the fragment of an address without scheme and host; the query belongs to neither.

    >>> cut("a.html?b#c")
    ('a.html', 'c')
    """
    before, _, fragment = target.partition("#")
    return before.partition("?")[0], fragment


def below(target: str, address: str) -> str | None:
    """Returns what follows the address of the site in a target on the web, None when it leads elsewhere."""
    if address and target.startswith(address):
        return target[len(address):]
    here, there = WEB.match(address), WEB.match(target)
    if not here or not there or here[2].lower() != there[2].lower():
        return None
    root, rest = here[3], there[3] if there[3].startswith("/") else f"/{there[3]}"
    if rest.startswith(root):
        return rest[len(root):]
    return re.sub(r"\A[^?#]*", "", rest) if cut(rest)[0] == root.rstrip("/") else None


def aim(document: str, target: str, own: bool = False) -> Aim:
    """Returns where a relative target leads from a document; from the root of the site when it is `own`.

    >>> aim("en/a.html", "../b%20c/index.html#d").path
    'b c/index.html'
    """
    path, fragment = cut(target)
    if not path and not own:
        return Aim(document.removesuffix("/"), fragment, document.endswith("/"))
    above, doubled, parts = False, "//" in path, [] if own else document.split("/")[:-1]
    segments = path.split("/")
    if "%" in path:
        segments = [unquote(segment) for segment in segments]
    for segment in segments:
        if segment == "..":
            above = above or not parts
            del parts[-1:]
        elif segment not in ("", "."):
            parts.append(segment)
    return Aim("/".join(parts), fragment, segments[-1] in ("", ".", ".."), above, doubled, own)


def document_of(address: str, base: str, site: str) -> str | None:
    """Returns from where the relative addresses of a page count; None when its <base> leads to somebody else's."""
    base = clean(base)
    if not base:
        return address
    root = (WEB.match(site) or ("", "", "", "/"))[3]
    if base.startswith("/") and not base.startswith("//"):
        found = aim("", base[len(root):] if base.startswith(root) else base, own=True)
    elif WEB.match(base) or base.startswith("//"):
        inside = below(base if WEB.match(base) else f"https:{base}", site)
        if inside is None:
            return None
        found = aim("", inside, own=True)
    else:
        found = aim(address, base)
    return f"{found.path}/" if found.folder and found.path else found.path
