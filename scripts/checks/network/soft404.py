"""Recognises a page that is gone and doesn't say so in its status (soft 404).

Many sites answer "200 OK" with a page that tells people it isn't there, or quietly lead to their first page; to a
program both look fine, to a parent at night they are a dead end.
"""

from posixpath import dirname
from random import Random
from urllib.parse import urlunsplit

from ...facts.address import address_parts
from .answers import Answer
from .fingerprint import same_page
from .limits import Limits
from .owner import owner
from .phrases import named, spoken

LETTERS = "bcdfghjkmnpqrstvwxz"  # no vowels, so that no word comes out by chance


def gone(answer: Answer, sibling: Answer | None, limits: Limits) -> tuple[str, str]:
    """Returns why a page that answered is really gone, and a detail; two empty strings when it seems to be there."""
    if phrase := spoken(answer.text, "missing"):
        return "says-missing", phrase
    if to_home(answer):
        return "to-home", answer.final
    if not answer.text.words and not answer.text.title and not answer.size:
        return "empty-page", ""
    if sibling and same_page(answer, sibling, limits) and answer.text.words > limits.short:
        return "like-any-other", sibling.address
    return "", ""


def to_home(answer: Answer) -> bool:
    """Returns whether a link to something ended at the first page of the same owner."""
    return bool(answer.hops) and not _home(answer.address) and _home(answer.final) \
        and owner(answer.address) == owner(answer.final)


def _home(address: str) -> bool:
    """Tells whether an address is a site's first page, also one of a language: `/`, `/vi/`, `/index.html`."""
    parts = address_parts(address)
    names = [name for name in parts.path.split("/") if name]
    if parts.query and not names:
        return False  # /?id=7 is how some sites name their articles
    return not names or len(names) == 1 and (len(names[0]) == 2 and names[0].isalpha() or named(address, "home"))


def sibling_of(address: str, random: Random) -> str:
    """Returns an address in the same folder that nobody ever wrote, or an empty string for first pages."""
    parts = address_parts(address)
    if _home(address):
        return ""
    path = parts.path.rstrip("/")
    suffix = path.rpartition(".")[2] if "." in path.rpartition("/")[2] else ""
    name = "".join(random.choice(LETTERS) for _ in range(16))
    ending = f".{suffix}" if suffix else "/" * parts.path.endswith("/")
    return urlunsplit((parts.scheme, parts.netloc, f"{dirname(path).rstrip('/')}/{name}{ending}", "", ""))
