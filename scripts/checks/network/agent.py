"""Says who is asking: a server's owner must be able to see what we are, why we come, and where to complain."""

from ...facts.pages.slug import slug
from ...facts.settings import Settings


def user_agent(settings: Settings) -> str:
    """Returns the `User-Agent` (RFC 9110, 10.1.5) of the check, made from `mkdocs.yml` alone, in ASCII."""
    name = slug(settings.name).encode("ascii", "ignore").decode().strip("-") or "site"
    issues = f"{settings.repository}/issues" if settings.repository else settings.security_contact
    says = [f"+{settings.address}" if settings.address else "", "looks at each link about once a week",
            f"complaints: {issues}" if issues else ""]
    text = f"{name}-link-check/1.0 ({'; '.join(filter(None, says))})"
    return "".join(char for char in text if " " <= char <= "~")
