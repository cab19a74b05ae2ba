"""Takes an address apart, whatever somebody typed."""

from urllib.parse import SplitResult, urlsplit

OPEN_DATA = "data/"  # the folder of a finished site with what others may reuse


def address_parts(address: str) -> SplitResult:
    """Returns the parts of an address (RFC 3986); one that cannot be taken apart is a path as a whole.

    >>> address_parts("https://a.example/b#c").fragment, address_parts("http://[").path
    ('c', 'http://[')
    """
    try:
        return urlsplit(address)
    except ValueError:  # an IPv6 host that is not closed, letters that no host may have
        return SplitResult("", "", address, "", "")
