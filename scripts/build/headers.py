"""Tells browsers what a page may do: nothing but show itself and run our few scripts.

One policy, made from the built files, is written three times: into each page (GitHub Pages
sends no headers of ours), and as header files for nginx, Caddy, and Netlify or Cloudflare.
Content-Security-Policy level 3; `frame-ancestors` works only as a header.
"""

import base64
import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
CHARSET = re.compile(r"<meta charset=[^>]*>", re.IGNORECASE)
OTHERS = {
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()",
}


def policy(styles: Iterable[str], base: bool = False) -> str:
    """Returns the policy of pages whose inline styles are `styles`; `base` allows a <base> element."""
    hashes = " ".join(f"'sha256-{_digest(style)}'" for style in sorted(set(styles))) or "'none'"
    return ("default-src 'none'; script-src 'self'; img-src 'self' data:; font-src 'self'; "
            f"style-src {hashes}; base-uri {chr(39)}{'self' if base else 'none'}{chr(39)}; form-action 'none'")


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def write_headers(site: Path) -> None:
    """Puts the policy into every page below `site` and writes the header files beside them."""
    styles: set[str] = set()
    for path in sorted(site.rglob("*.html")):
        html = path.read_text(encoding="utf-8")
        styles.update(STYLE.findall(html))
        path.write_text(with_policy(html), encoding="utf-8", newline="\n")
    headers = {"Content-Security-Policy": policy(styles, base=True) + "; frame-ancestors 'none'", **OTHERS}
    for name, text in header_files(headers).items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text, encoding="utf-8", newline="\n")


def with_policy(html: str) -> str:
    """Returns the page with its policy right behind the declaration of its encoding."""
    content = policy(STYLE.findall(html), base="<base " in html)
    meta = f'<meta http-equiv="Content-Security-Policy" content="{content}">'
    return CHARSET.sub(lambda match: match[0] + meta, html, count=1)


def header_files(headers: dict[str, str]) -> dict[str, str]:
    """Returns the same headers in the form of each server, by file name."""
    nginx = "".join(f'add_header {name} "{value}" always;\n' for name, value in headers.items())
    caddy = "header {\n" + "".join(f'\t{name} "{value}"\n' for name, value in headers.items()) + "}\n"
    hosted = "/*\n" + "".join(f"  {name}: {value}\n" for name, value in headers.items())
    return {"headers/nginx.conf": nginx, "headers/Caddyfile": caddy, "_headers": hosted}
