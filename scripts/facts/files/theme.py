"""Says where the templates, styles, scripts and drawings of a project lie: its own `overrides/`, or this program's."""

from pathlib import Path

OVERRIDES = "overrides"
HOUSE = Path(__file__).resolve().parents[3] / OVERRIDES  # this program's


def theme_of(root: Path) -> Path:
    """Returns the theme that the project `root` is built with: its own folder where it has one, else this program's."""
    own = root / OVERRIDES
    return own if own.is_dir() else HOUSE
