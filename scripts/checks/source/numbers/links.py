"""Checks links for two ways to say one thing and open another: a text that names another host, a second definition."""

import re
from collections.abc import Iterator

from ....facts.finding import Finding, finding
from ....facts.pages import Page
from .address_verdicts import differing_host
from .addresses import opened
from .verdicts import shown

DEFINITION = re.compile(r" {0,3}\[([^\[\]]+)\]:")


def repeated_definitions(page: Page) -> Iterator[Finding]:
    """Yields link definitions of a name that has one already: GitHub shows the first, the site uses the last."""
    first: dict[str, int] = {}
    for passage in page.outline.passages:
        for _, text, line in passage.lines():
            match = DEFINITION.match(text)
            name = " ".join(match[1].lower().split()) if match else ""
            if name and first.setdefault(name, line) != line:
                yield finding(page.place(line), "link-definition-repeated", name=shown(match[1]), first=first[name])


def texts_that_differ(page: Page) -> Iterator[Finding]:
    """Yields links whose text names one host and whose target opens another."""
    for link in page.outline.links:
        if named := differing_host(link.text, opened(link.target)):
            yield finding(page.place(link.line), "link-text-differs", text=named, target=shown(link.target))
