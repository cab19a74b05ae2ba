"""Tells browsers what a page may do: nothing but show itself and run our few scripts.

One policy, made from the built files, is written three times: into each page (GitHub Pages
sends no headers of ours), and as header files for nginx, Caddy, and Netlify or Cloudflare.
"""

import re
from pathlib import Path

from ..facts.served import POLICY, header_files, policy, style_hash

STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
CHARSET = re.compile(r"<meta charset=[^>]*>", re.IGNORECASE)


def write_headers(site: Path) -> None:
    """Puts the policy into every page below `site` and writes the header files beside them."""
    styles: set[str] = set()
    for path in sorted(site.rglob("*.html")):
        html = path.read_text(encoding="utf-8")
        styles |= _styles(html)
        path.write_text(with_policy(html), encoding="utf-8", newline="\n")
    for name, text in header_files(styles).items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text, encoding="utf-8", newline="\n")


def with_policy(html: str) -> str:
    """Returns the page with its policy right behind the declaration of its encoding."""
    content = policy(_styles(html), base="<base " in html)
    meta = f'<meta http-equiv="{POLICY}" content="{content}">'
    return CHARSET.sub(lambda match: match[0] + meta, html, count=1)


def _styles(html: str) -> set[str]:
    return {style_hash(style) for style in STYLE.findall(html)}
