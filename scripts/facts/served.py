"""Says what browsers, servers and search engines are told about the whole site: the policy, the headers, the small files.

The build writes it, and the checks of finished files hold what stands there against it.
Content-Security-Policy level 3; `frame-ancestors` works only as a header. RFC 9309, RFC 9116.
"""

import base64
import hashlib
import re
from collections.abc import Iterable
from datetime import date, timedelta

from .settings import Settings

POLICY = "Content-Security-Policy"
OTHERS = {
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()",
}
ROBOTS, SECURITY = "robots.txt", ".well-known/security.txt"
# Below the site, what only a server needs: no carried copy holds any of it.
SERVER_ONLY = re.compile(r"(.*/)?404\.html\Z|sitemap\.xml\Z|(.*/)?feed\.xml\Z|robots\.txt\Z|_headers\Z|\.well-known/|headers/|assets/cards/")
VALID = timedelta(days=365)  # RFC 9116 asks for less than a year


def style_hash(text: str) -> str:
    """Returns the name by which a policy allows one inline style."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def policy(hashes: Iterable[str], base: bool = False) -> str:
    """Returns the policy of pages with the inline styles of these hashes; `base` allows a <base> element."""
    styles = " ".join(sorted(set(hashes))) or "'none'"
    return ("default-src 'none'; script-src 'self'; img-src 'self' data:; font-src 'self'; "
            f"style-src {styles}; base-uri {chr(39)}{'self' if base else 'none'}{chr(39)}; form-action 'none'")


def header_files(hashes: Iterable[str]) -> dict[str, str]:
    """Returns the headers of a site with these inline styles in the form of each server, by file name."""
    headers = {POLICY: policy(hashes, base=True) + "; frame-ancestors 'none'", **OTHERS}
    nginx = "".join(f'add_header {name} "{value}" always;\n' for name, value in headers.items())
    caddy = "header {\n" + "".join(f'\t{name} "{value}"\n' for name, value in headers.items()) + "}\n"
    hosted = "/*\n" + "".join(f"  {name}: {value}\n" for name, value in headers.items())
    return {"headers/nginx.conf": nginx, "headers/Caddyfile": caddy, "_headers": hosted}


def robots(settings: Settings) -> str:
    """Returns robots.txt: everything may be read."""
    return f"User-agent: *\nAllow: /\nSitemap: {settings.address}sitemap.xml\n"


def security(settings: Settings, built: date) -> str:
    """Returns security.txt of the day of the build."""
    expires = (built + VALID).isoformat()
    languages = ", ".join(settings.codes)
    return (f"Contact: {settings.security_contact}\nExpires: {expires}T00:00:00Z\n"
            f"Preferred-Languages: {languages}\nCanonical: {settings.address}{SECURITY}\n")
