"""Knows what a page says when it isn't the page: not found, for sale, kept from abroad, robots only with a riddle.

The phrases are data (`phrases.yml`), language by language, so that whoever meets a new one adds it without touching code.
"""

import re
from functools import cache, lru_cache
from pathlib import Path

from ...facts.address import address_parts
from ...facts.data.strict_yaml import read_yaml
from ...facts.pages.slug import slug
from ...facts.place import Record
from .answers import Text

TABLE = Path(__file__).with_name("phrases.yml")
PARTS = re.compile(r"\s[|\-–—·:»]\s|\|")  # what stands between a title and the name of the site
SHORT = 250  # words; a longer page that holds such a phrase is an article about it


@cache
def phrases() -> dict[str, dict[str, tuple[str, ...]]]:
    """Returns the phrases of each kind as `{"missing": {"whole": (…), "inside": (…)}}`, ready to be compared."""
    table, findings = read_yaml(TABLE.read_text(encoding="utf-8"), TABLE.name)
    assert isinstance(table, Record) and not findings, findings
    return {kind: {where: tuple(folded(phrase) for spoken in by_language.values() for phrase in spoken)
                   for where, by_language in places.items()} for kind, places in table.items()}


def folded(text: str) -> str:
    """Returns a text in lower-case letters without marks and punctuation, between two blanks.

    >>> folded("Không tìm thấy trang!")
    ' khong tim thay trang '
    """
    return f" {slug(text, ' ')} "


@lru_cache(maxsize=1024)
def spoken(text: Text, kind: str, share: float = 0.5) -> str:
    """Returns the phrase of a kind that a page says, without marks, or an empty string.

    In a title or heading the phrase must be at least `share` of the part it stands in, so that an article about missing
    children is not taken for a missing page.
    """
    known = phrases()[kind]
    parts = [folded(part) for said in (text.title, text.heading) for part in PARTS.split(said)]
    body = folded(text.sample) if text.words <= SHORT else ""
    heads = (phrase for phrase in known["whole"] for part in parts
             if phrase in part and len(phrase.split()) >= share * len(part.split()))
    return next(iter([*heads, *(phrase for phrase in known["inside"] if phrase in body)]), "").strip()


@lru_cache(maxsize=1024)
def named(address: str, kind: str) -> bool:
    """Returns whether the host or the path of an address holds a name of a kind, such as `login`.

    >>> named("https://accounts.a.vn/", "login"), named("https://a.vn/trang-chu.html", "home")
    (True, True)
    """
    parts = address_parts(address)
    names = [*(parts.hostname or "").split(".")[:-2], *(name.rsplit(".", 1)[0] for name in parts.path.split("/"))]
    return any(folded(name) in phrases()[kind]["address"] for name in names)
