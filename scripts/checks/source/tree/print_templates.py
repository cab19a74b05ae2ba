"""Finds what a print template takes from elsewhere: packages of others, files outside `overrides/`, text that runs as code."""

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

TAKEN = re.compile(r"""\b(?:import|include|read|image|json|yaml|toml|csv|xml|cbor|bibliography)\b\s*\(?\s*"([^"\n]*)\"""")
RUN = re.compile(r"\b(?:plugin|eval)\s*\(|\bread\s*\((?!\s*\")")


def taken(text: str, folder: Path, root: Path) -> Iterator[re.Match]:
    """Yields what is taken by a name that is no file of the look (`root`), and what runs; `folder` is where the template lies."""
    yield from RUN.finditer(text)
    for match in TAKEN.finditer(text):
        file = root / match[1].removeprefix("/") if match[1].startswith("/") else folder / match[1]
        if ".." in PurePosixPath(match[1]).parts or not file.is_file():
            yield match
