"""Packs the finished site into one ZIM, the file that the Kiwix app opens on telephones and computers without a network.

All languages lie in one file, so that the switch between them works. Bytes are the same for the same site with
the same libzim (docs/_decisions/0018): one worker, files in order, the day of the build, and ids made from the contents.
"""

import errno
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from html import unescape
from pathlib import Path

from ..facts.files.media import media_type
from .offline import carried
from .zim_ids import settle_ids

try:
    from libzim.writer import Compression, Creator, Hint, Item, StringProvider
except ImportError:  # there is no package for every machine
    Creator, Item = None, object

PACKED = ("image/png", "image/jpeg", "image/webp", "font/woff2", "application/pdf")  # already compressed
ILLUSTRATION = 48  # pixels of a side, which openZIM asks for
TITLE = re.compile(rb"<title>(.*?)</title>", re.DOTALL | re.IGNORECASE)
WRITTEN = re.compile(rb'<meta name="?app-source"?')  # a page that a person wrote: the app suggests it by its title
POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>', re.IGNORECASE)


class _File(Item):
    """One file of the site, as libzim asks for it."""

    def __init__(self, name: str, content: bytes):
        super().__init__()
        self.name, self.content = name, content
        self.type = media_type(name)

    def get_path(self) -> str:
        """Returns the address."""
        return self.name

    def get_title(self) -> str:
        """Returns the title of a page, an empty text for everything else."""
        title = TITLE.search(self.content) if self.type == "text/html" else None
        return " ".join(unescape(title[1].decode("utf-8", "replace")).split()) if title else ""

    def get_mimetype(self) -> str:
        """Returns the media type."""
        return self.type

    def get_contentprovider(self):
        """Returns what hands out the bytes."""
        return StringProvider(self.content)

    def get_hints(self) -> dict:
        """Returns whether people look for it by its title, and whether it pays to compress it."""
        return {Hint.FRONT_ARTICLE: self.type == "text/html" and bool(WRITTEN.search(self.content)),
                Hint.COMPRESS: self.type not in PACKED}


def can_write() -> bool:
    """Returns whether this machine has what makes a ZIM."""
    return Creator is not None


def write_zim(site: Path, target: Path, words: Mapping[str, str], about: Mapping[str, str], icon: bytes, home: str) -> None:
    """Writes the copy of the folder `site` to the ZIM `target`: `about` is its metadata, `icon` a PNG.

    Raises OSError when the disk is full or refuses.
    """
    try:
        with _quiet(), _creator(target, home) as creator:
            for name, content in carried(site, words):
                creator.add_item(_File(name, POLICY.sub(b"", content) if name.endswith(".html") else content))
            for name, value in about.items():
                creator.add_metadata(name, value)
            creator.add_illustration(ILLUSTRATION, icon)
    except RuntimeError as error:  # what libzim says of a disk that is full or refuses
        raise OSError(errno.EIO, str(error)) from error
    settle_ids(target)


def _creator(target: Path, home: str):
    return (Creator(target).config_compression(Compression.zstd).config_nbworkers(1).config_indexing(False, "")
            .config_verbose(False).set_mainpath(home))


@contextmanager
def _quiet() -> Iterator[None]:
    """Keeps off the terminal what libzim 9 prints there even when told to be quiet; our own output may be JSON."""
    kept, nowhere = os.dup(1), os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    try:
        yield
    finally:
        os.dup2(kept, 1)
        os.close(kept)
        os.close(nowhere)
