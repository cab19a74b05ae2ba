"""Joins the scripts that every page loads into one file: each request costs a weak phone a round trip."""

import re
from pathlib import Path
from posixpath import dirname, join, normpath, relpath

from ..facts.files.scripts import name_of, spare

SCRIPT = re.compile(r'<script defer src="([^"]+)"></script>\s*')


def join_scripts(site: Path) -> None:
    """Replaces the deferred scripts of every page below `site` by one that holds them all, in the order of the page.

    Scripts that no page loads by itself are left: another script asks for them when a reader does.
    A missing script is left to the built checks, and its page as it is.
    """
    joined: set[tuple[str, ...]] = set()
    single: set[str] = set()
    for path in sorted(site.rglob("*.html")):
        folder, html = path.parent.relative_to(site).as_posix(), path.read_text(encoding="utf-8")
        loaded = tuple(normpath(join(folder, source)) for source in SCRIPT.findall(html))
        if len(loaded) > 1 and all((site / address).is_file() for address in loaded):
            joined.add(loaded)
            path.write_text(_with_one(html, relpath(_address(loaded), folder)), encoding="utf-8", newline="\n")
        else:
            single.update(loaded)
    _write(site, joined, single)


def _write(site: Path, joined: set[tuple[str, ...]], single: set[str]) -> None:
    """Writes the joined scripts, and removes those that no page loads alone."""
    texts = {address: (site / address).read_text(encoding="utf-8") for loaded in joined for address in loaded}
    for loaded in joined:
        whole = "".join(spare(texts[address]) for address in loaded)
        (site / _address(loaded)).write_text(whole, encoding="utf-8", newline="\n")
    for address in texts.keys() - single:
        (site / address).unlink()


def _address(loaded: tuple[str, ...]) -> str:
    """Returns an address that says what is inside."""
    return join(dirname(loaded[0]), name_of(Path(one).stem for one in loaded))


def _with_one(html: str, source: str) -> str:
    """Returns the page with one script in the place of the first."""
    first = SCRIPT.search(html)
    one = f'<script defer src="{source}"></script>\n'
    return html[:first.start()] + one + SCRIPT.sub("", html[first.start():])
