"""Checks that no telephone number is typed in a page: a typed number stays when the registry changes.

Numbers of laws (113/2025/QH15), dates, years and amounts are left alone. A short number that only looks
like one of the registry (Article 113) cannot be told from a typed one, so that is a warning.
"""

import re
from collections.abc import Iterator
from datetime import date

from ...facts.finding import Finding, finding
from ...facts.links import AUTOLINK, INLINE_LINK, REFERENCE
from ...facts.pages import Page
from ...facts.place import Place
from ...facts.project import Project
from ...facts.tokens import TOKEN
from .contacts import digits
from .links import CALLS

TELEPHONE = re.compile(r"(?<![\w/.,+-])(?:\+[0-9]{1,3}|\(?0[0-9]{1,3}\)?|1[89]00)(?P<gap>[ .-]?)[0-9]{2,9}"
                       r"(?:(?P=gap)[0-9]{2,9}){0,4}(?![\w/]|[.,-][0-9])")
SHORT = re.compile(r"(?<![\w/.,:+-])[0-9]{3,6}(?![\w/%]|[.,:-][0-9])")
DIGIT = re.compile("[0-9]")
YEARS = re.compile(r"1[89]00-(?:18|19|20)[0-9]{2}\Z")
FEWEST = {"+": 8, "1": 8, "0": 9}  # digits; 01-02-2026 is a day
BARE_ADDRESS = re.compile(r"https?://\S+")


def check(project: Project, today: date) -> Iterator[Finding]:
    """Yields telephone numbers, retired ones too, and warns of short codes of the registry."""
    owners = {digits(channel.number): contact.id for contact in project.contacts.values()
              for channel in contact.channels if channel.number}
    retired = {digits(entry.number): entry.replaced_by for entry in project.retired.values()}
    for page in project.pages:
        for text, place in _texts(page):
            yield from _typed(text, place, owners, retired)
    for _, text in project.practice_texts():
        yield from _typed(_words(text), text.place, owners, retired)


def _texts(page: Page) -> Iterator[tuple[str, Place]]:
    for key in ("title", "short_title", "description", "content_note"):
        if isinstance(page.meta.get(key), str):
            yield page.meta[key], page.meta.place_of(key)
    for passage in page.outline.passages:
        if DIGIT.search(TOKEN.sub("", passage.text)):
            for _, text, line in passage.lines():
                yield _words(text), page.place(line)


def _words(text: str) -> str:
    """Returns what is left for reading: without tokens, addresses, and links that dial (told as such)."""
    if REFERENCE.match(text):
        return ""
    text = INLINE_LINK.sub(lambda link: "" if link[3].lower().startswith(CALLS) else link[2], TOKEN.sub("", text))
    return BARE_ADDRESS.sub("", AUTOLINK.sub("", text))


def _typed(text: str, place: Place, owners: dict[str, str], retired: dict[str, str]) -> Iterator[Finding]:
    long = [match[0] for match in TELEPHONE.finditer(text) if _is_telephone(match[0])]
    for number in long:
        id = owners.get(digits(number)) or retired.get(digits(number)) or "id"
        yield finding(place, "page-number-typed", number=number, id=id)
        text = text.replace(number, "")
    for match in SHORT.finditer(text):
        if match[0] in retired:
            yield finding(place, "page-number-typed", number=match[0], id=retired[match[0]] or "id")
        elif match[0] in owners:
            yield finding(place, "page-short-code-typed", number=match[0], contact=owners[match[0]])


def _is_telephone(written: str) -> bool:
    return len(digits(written)) >= FEWEST[written.lstrip("(")[0]] and not YEARS.match(written)
