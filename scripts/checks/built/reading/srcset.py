"""Takes the addresses out of a `srcset`, as the HTML standard says to parse it.

An address may hold commas (`data:` does), so the list cannot be cut at every comma.
"""

import re
from collections.abc import Iterator

BLANK = " \t\n\r\f"
ADDRESS = re.compile(r"[ \t\n\r\f,]*([^ \t\n\r\f]+)")
DESCRIPTORS = re.compile(r"(?:\([^)]*\)?|[^(,])*,?")


def candidates(srcset: str) -> Iterator[str]:
    """Yields the address of each candidate (HTML, 4.8.4.2.2 parsing a srcset attribute).

    >>> list(candidates("a,b.png 1x, data:image/gif;base64,R0 2x,c.png, d.png"))
    ['a,b.png', 'data:image/gif;base64,R0', 'c.png', 'd.png']
    """
    at = 0
    while match := ADDRESS.match(srcset, at):
        address = match[1]
        at = match.end()
        if address.endswith(","):
            address = address.rstrip(",")
        else:
            at = DESCRIPTORS.match(srcset, at).end()
        if address:
            yield address
