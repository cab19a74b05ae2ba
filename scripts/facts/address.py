"""Takes an address apart, whatever somebody typed."""

import re
from urllib.parse import SplitResult, urlsplit

OPEN_DATA = "data/"  # the folder of a finished site with what others may reuse
CARRIED = re.compile(r"[^?#]+?/(https?:/{1,2}[^/].*)")  # web.archive.org/web/20261115083000/https://…


def address_parts(address: str) -> SplitResult:
    """Returns the parts of an address (RFC 3986); one that cannot be taken apart is a path as a whole.

    >>> address_parts("https://a.example/b#c").fragment, address_parts("http://[").path
    ('c', 'http://[')
    """
    try:
        return urlsplit(address)
    except ValueError:  # an IPv6 host that is not closed, letters that no host may have
        return SplitResult("", "", address, "", "")


def carried(copy: str) -> str:
    """Returns the address of what was copied, where the path of a stored copy carries it, else an empty string.

    >>> carried("https://web.archive.example/web/20261115083000/https://a.example/b")
    'https://a.example/b'
    """
    match = CARRIED.match(copy.partition("://")[2])
    return re.sub(r":/+", "://", match[1], count=1) if match else ""
