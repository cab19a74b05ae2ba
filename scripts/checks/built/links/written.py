"""Judges how an address is written, before anybody looks where it leads."""

import re
from collections.abc import Iterator
from urllib.parse import unquote_to_bytes

from ..files.page import Fault, Reference, fault
from ..reading.html import CALLS
from .aim import WEB, cut

SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
DRIVE = re.compile(r"/*[a-z]:(?:[\\/]|\Z)", re.IGNORECASE)
LOCAL = re.compile(r"(?:localhost|[^/:]*\.local|[^/:]*\.localhost|0\.0\.0\.0|127(?:\.\d+){3}|10(?:\.\d+){3}|192\.168(?:\.\d+){2}"
                   r"|172\.(?:1[6-9]|2\d|3[01])(?:\.\d+){2}|169\.254(?:\.\d+){2}|\[::1\])(?::\d*)?\Z", re.IGNORECASE)
HOST = re.compile(r"(?:[^\s@/\\]*@)?(?:\[[0-9a-f:.]+\]|[^\s\[\]:@<>\"'`|^{}]+)(?::\d*)?\Z", re.IGNORECASE)
ESCAPE = re.compile("%(?![0-9a-fA-F]{2})")
MAILBOX = re.compile(r"(?:[^\s@<>()\[\],;:\\\"]+|\"[^\"\n]+\")@(?:[^\s@.,;:<>()\[\]\\\"]+\.)+[^\s@.,;:<>()\[\]\\\"]{2,}\Z")
# What a link may begin with; the telephone's own are compared with the registry, and javascript: runs code.
ANYWHERE = {"http", "https", "mailto", *(call.rstrip(":") for call in CALLS)}
# In sites of other makers also what the HTML standard lets a page handle (8.6.1.3, safelisted schemes).
OTHERS = {"ftp", "ftps", "geo", "im", "irc", "ircs", "magnet", "matrix", "mms", "news", "nntp", "openpgp4fpr", "sftp", "sip", "sips",
          "smsto", "ssh", "urn", "webcal", "xmpp", "facetime", "skype", "tg", "whatsapp"}
LISTS = {"json-ld", "sitemap", "feed", "manifest", "search", "robots"}
FOLLOWED = {"a", "area", "form", "base", "button"}
FRAMES = {"iframe", "frame", "object", "embed"}
SPACED = {"style", "meta", *LISTS}  # there, spaces are written as they are


def told(reference: Reference) -> dict[str, str]:
    """Returns what the findings about an address say of it."""
    return {"attribute": reference.attribute, "target": reference.target}


def emptiness(reference: Reference) -> Iterator[Fault]:
    """Yields an address that says nothing, in Markdown `()`; an empty `action` sends a form to its own page,
    and an empty `url()` of a stylesheet means no picture."""
    if reference.tag not in LISTS and reference.attribute not in ("action", "formaction", "ping", "url"):
        yield fault("built-link-empty", "()", tag=reference.tag, attribute=reference.attribute)


def scheme(reference: Reference, target: str, ours: bool) -> Iterator[Fault]:
    """Yields an address that begins with what no page may begin with; the target has a scheme."""
    name = SCHEME.match(target)[1].lower()
    if name in ("http", "https"):
        yield from _host(reference, target)
    elif name == "mailto":
        yield from _mail(reference, target)
    elif reference.tag not in LISTS and not _allowed(name, reference.tag, target, ours):
        yield fault("built-link-scheme-unknown", reference.target, **told(reference), scheme=name)


def _allowed(name: str, tag: str, target: str, ours: bool) -> bool:
    if name in ("data", "blob"):
        return tag not in FOLLOWED | {"iframe", "frame", "meta"}
    if name == "about":
        return tag in FRAMES and target.lower() in ("about:blank", "about:srcdoc")
    return name in ANYWHERE or not ours and name in OTHERS


def local(target: str) -> bool:
    """Returns whether an address leads to the machine or the house network of whoever wrote it."""
    if ":" not in target and not target.startswith("//"):
        return False
    match = WEB.match(target) or re.match(r"(//)([^\\/?#]*)", target) or re.match(r"()([^\\/?#:]*:\d+)(?=[/?#]|\Z)", target)
    return bool(DRIVE.match(target) or target[:5].lower() == "file:" or match and LOCAL.match(match[2]))


def _host(reference: Reference, target: str) -> Iterator[Fault]:
    match = WEB.match(target)
    if not HOST.match(match[2]) or not re.match(r"https?://[^/\\]", target, re.IGNORECASE):
        yield fault("built-link-host-malformed", reference.target, **told(reference))


def _mail(reference: Reference, target: str) -> Iterator[Fault]:
    """RFC 6068: addresses between commas, then `?subject=…`; without any address it must at least say something."""
    people, _, rest = target[7:].partition("?")
    known = [unquote_to_bytes(person).decode("utf-8", "replace").strip() for person in people.split(",")] if people else []
    if people.startswith("//") or not known and not rest or not all(map(MAILBOX.match, known)):
        yield fault("built-mail-malformed", reference.target, target=reference.target)


def escapes(reference: Reference, target: str) -> Iterator[Fault]:
    """Yields a path whose escapes mean no letter in UTF-8."""
    path = cut(target)[0]
    if "%" not in path:
        return
    try:
        unquote_to_bytes(path).decode("utf-8")
    except UnicodeDecodeError:
        yield fault("built-link-escape-malformed", reference.target, **told(reference))
        return
    if ESCAPE.search(path):
        yield fault("built-link-escape-malformed", reference.target, **told(reference))


def spaces(reference: Reference, target: str) -> Iterator[Fault]:
    """Yields a path with a space in it, which an address may not have (RFC 3986, 2)."""
    if " " in cut(target)[0] and reference.tag not in SPACED:
        yield fault("built-link-space-typed", reference.target, **told(reference), escaped=reference.target.replace(" ", "%20"))


def backslashes(reference: Reference, target: str) -> Iterator[Fault]:
    """Yields a path of Windows, which works nowhere else."""
    if "\\" in cut(target)[0]:
        yield fault("built-link-backslash", reference.target, **told(reference), better=reference.target.replace("\\", "/"))
