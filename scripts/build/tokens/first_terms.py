"""Explains a word of the glossary once on a page."""

import re

TERM = re.compile(r'<dfn class="app-term"><(?:a|span) [^>]*>(?P<term>[^<]*)</(?:a|span)></dfn>')


def first_terms(html: str) -> str:
    """Returns a page in which a word is explained where it first stands, and plain wherever it stands again."""
    seen: set[str] = set()

    def kept(match: re.Match) -> str:
        again = match[0] in seen
        seen.add(match[0])
        return match["term"] if again else match[0]

    return TERM.sub(kept, html)
