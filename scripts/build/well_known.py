"""Writes the small files that machines look for at the root of a site: robots.txt and security.txt."""

from datetime import date
from pathlib import Path

from ..facts.served import ROBOTS, SECURITY, robots, security
from ..facts.settings import Settings


def write_well_known(site: Path, settings: Settings, built: date) -> None:
    """Writes `robots.txt`, and `.well-known/security.txt` when `mkdocs.yml` names whom to tell."""
    (site / ROBOTS).write_text(robots(settings), encoding="utf-8", newline="\n")
    if settings.security_contact:
        (site / SECURITY).parent.mkdir(exist_ok=True)
        (site / SECURITY).write_text(security(settings, built), encoding="utf-8", newline="\n")
