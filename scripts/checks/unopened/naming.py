"""Tells names in a zip that lead out of the folder where it is unpacked, on any system."""

import re

DRIVE = re.compile(r"[A-Za-z]:")


def leads_out(name: str) -> bool:
    r"""Returns whether a name does more than lead down from a folder (APPNOTE 4.4.17: relative, with forward slashes).

    >>> [leads_out(name) for name in ("a/b.html", "a/", "../a", "/a", "a\\b", "C:a", "a//b", "")]
    [False, False, True, True, True, True, True, True]
    """
    parts = name.removesuffix("/").split("/")
    return "\\" in name or "\0" in name or bool(DRIVE.match(name)) or any(part in ("", ".", "..") for part in parts)
