"""Writes the small files that machines look for at the root of a site: robots.txt and security.txt."""

from datetime import date, timedelta
from pathlib import Path

from ..facts.settings import Settings

VALID = timedelta(days=365)  # RFC 9116 asks for less than a year


def write_well_known(site: Path, settings: Settings, built: date) -> None:
    """Writes `robots.txt`, and `.well-known/security.txt` when `mkdocs.yml` names whom to tell."""
    (site / "robots.txt").write_text(robots(settings), encoding="utf-8", newline="\n")
    if settings.security_contact:
        path = site / ".well-known" / "security.txt"
        path.parent.mkdir(exist_ok=True)
        path.write_text(security(settings, built), encoding="utf-8", newline="\n")


def robots(settings: Settings) -> str:
    """Returns robots.txt (RFC 9309): everything may be read."""
    return f"User-agent: *\nAllow: /\nSitemap: {settings.address}sitemap.xml\n"


def security(settings: Settings, built: date) -> str:
    """Returns security.txt (RFC 9116) of the day of the build."""
    expires = (built + VALID).isoformat()
    languages = ", ".join(settings.codes)
    return (f"Contact: {settings.security_contact}\nExpires: {expires}T00:00:00Z\n"
            f"Preferred-Languages: {languages}\nCanonical: {settings.address}.well-known/security.txt\n")
