"""Tells who owns a host: the domain that somebody registered, not the machine's whole name.

`www.a.vn` and `m.a.vn` have one owner; `a.edu.vn` and `b.edu.vn` don't, which only the public suffix list knows.
"""

from functools import cache, lru_cache

from publicsuffixlist import PublicSuffixList

from ...facts.address import address_parts
from .guard import ascii_host


@cache
def _suffixes() -> PublicSuffixList:
    return PublicSuffixList()


@lru_cache(maxsize=4096)
def host_of(address: str) -> str:
    """Returns the host of an address as it travels, in lower case, without the dot of the root."""
    return ascii_host((address_parts(address).hostname or "").rstrip("."))


@lru_cache(maxsize=4096)
def owner(address: str) -> str:
    """Returns the registered domain of an address (publicsuffix.org), or its host where none can be told.

    >>> owner("https://www.bocongan.gov.vn/x"), owner("https://hoi.edu.vn"), owner("https://a.github.io")
    ('bocongan.gov.vn', 'hoi.edu.vn', 'a.github.io')
    """
    host = host_of(address)
    return _suffixes().privatesuffix(host) or host
