"""Finds the sitemaps that robots.txt names (sitemaps.org, "Specifying the Sitemap location")."""

import re

from ..files.page import Body, Front, Reference

SITEMAP = re.compile(r"^[ \t]*sitemap[ \t]*:[ \t]*(\S+)", re.IGNORECASE | re.MULTILINE)


def read(content: bytes) -> tuple[Front, Body]:
    """Returns the addresses of the sitemaps."""
    found = tuple(Reference("robots", "sitemap", target) for target in SITEMAP.findall(content.decode("utf-8-sig", "replace")))
    return Front(links=len(found)), Body(found)
