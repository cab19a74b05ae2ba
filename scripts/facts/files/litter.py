"""Knows the files that computers leave in folders for themselves, and that belong to no site and no copy."""

# Of macOS (how a window shows a folder) and of Windows (small pictures, how a folder looks); none of them is a page.
LITTER = frozenset([".ds_store", "thumbs.db", "desktop.ini"])


def litter(name: str) -> bool:
    """Returns whether a computer left a file of this name behind.

    >>> litter("Thumbs.db"), litter("index.html")
    (True, False)
    """
    return name.lower() in LITTER
