"""Removes from a built site what no page of ours uses: Material's own scripts, fonts and pictures."""

from importlib.util import find_spec
from pathlib import Path

from ..facts.files.litter import litter


def prune(site: Path, overrides: Path) -> int:
    """Removes Material's files and inlined stylesheets below `site`; returns how many files went."""
    theme = Path(find_spec("material").submodule_search_locations[0]) / "templates"
    gone = 0
    for path in sorted(site.rglob("*"), reverse=True):
        inside = path.relative_to(site)
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif _unused(inside, theme, overrides):
            path.unlink()
            gone += 1
    return gone


def _unused(path: Path, theme: Path, overrides: Path) -> bool:
    if litter(path.name) or path.suffix == ".css" or path.parts[0] == "print":  # inlined by now; templates of paper and pictures
        return True
    return path.parts[0] == "assets" and (theme / path).is_file() and not (overrides / path).is_file()
