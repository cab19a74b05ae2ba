"""Every page names its policy, and the header files say the same for each server."""

import base64
import hashlib
from pathlib import Path

from scripts.build.headers import write_headers
from scripts.facts.served import policy, style_hash

STYLE = "p{color:red}"
DIGEST = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
PAGE = f'<!doctype html><html lang="vi"><head><meta charset="utf-8"><style>{STYLE}</style></head><body></body></html>'


def test_the_policy_allows_nothing_but_our_own() -> None:
    """Scripts and pictures from the same place, the one style by its hash."""
    said = policy([style_hash(STYLE)])
    assert said.startswith("default-src 'none'; script-src 'self';")
    assert f"style-src 'sha256-{DIGEST}'" in said
    assert "unsafe" not in said and "http" not in said


def test_the_page_declares_its_policy_before_anything_can_load(tmp_path: Path) -> None:
    """Right behind the encoding; a page without style allows none."""
    (tmp_path / "index.html").write_text(PAGE)
    (tmp_path / "bare.html").write_text('<html><head><meta charset="utf-8"></head></html>')
    write_headers(tmp_path)
    assert f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{policy([style_hash(STYLE)])}">' in (
        tmp_path / "index.html").read_text()
    assert "style-src 'none'" in (tmp_path / "bare.html").read_text()


def test_every_server_gets_the_same_headers(tmp_path: Path) -> None:
    """nginx, Caddy and hosted sites; frame-ancestors works only here."""
    (tmp_path / "index.html").write_text(PAGE)
    write_headers(tmp_path)
    for name in ("headers/nginx.conf", "headers/Caddyfile", "_headers"):
        text = (tmp_path / name).read_text()
        for part in (DIGEST, "frame-ancestors 'none'", "Referrer-Policy", "no-referrer", "nosniff", "Permissions-Policy"):
            assert part in text, (name, part)
