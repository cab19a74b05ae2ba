"""Checks the templates, styles, scripts and drawings in `overrides/`: they show pages, and reach, store or run nothing else.

Every reader gets them, and MkDocs runs the templates, so one line there does more than a whole page: it counts visits, lets
another company's window in, or writes a number that the registry does not hold. Built pages are looked at once more.
"""

import os
import re
from collections.abc import Iterator
from datetime import date
from itertools import islice
from pathlib import Path

from ....facts.files.reading import read_text
from ....facts.files.theme import OVERRIDES
from ....facts.finding import Finding, finding
from ....facts.place import Place, line_starts
from ....facts.project import Project

SHOWN, MOST = 60, 20  # characters of what was written, findings of one file
ADDRESS = re.compile(r"""(?i)(?:\b(?:https?|wss?|ftp):|(?<=["'`(=]))//(?!www\.w3\.org/)[\w-]+(?:\.[\w-]+)+|"""
                     r"""\b(?:java|vb)script:|\bdata:(?:text|application)|\burl\(\s*["']?(?!data:image/(?:png|jpeg|webp|gif)[;,])[a-z][a-z0-9+.-]*:|"""
                     r"""\{%-?\s*(?:include|extends|import|from)\s+["'](?:/|[^"']*\.\.)""")
TYPED = re.compile(r"(?i)\b(?:tel|sms|callto|zalo|viber|whatsapp):\+?\d[\d.()-]{0,20}|"
                   r"(?<![\w./#,:+-])(?:\+\d|\(?0[1-9]|1[89]00)(?:[ .()-]{0,2}\d){6,12}(?![\w-]|[ .,]\d)")
TEMPLATE = re.compile(r"""(?i)<(?:iframe|object|embed|applet|frameset|frame|portal|foreignobject)\b|<base\b(?! href="\{\{)|<meta\b[^<>]{0,300}\bhttp-equiv|"""
                      r"""<form\b[^<>]{0,300}\b(?:action|method)\s*=|\bformaction\s*=|<input\b[^<>]{0,300}\btype\s*=\s*["']?(?:password|file)\b|"""
                      r"""[\s"'/]on[a-z]{4,}\s*=\s*["'{]|\bsrcdoc\s*=|<script\b(?![^<>]{0,300}(?:\bsrc="\{\{|\btype="application/ld\+json"))|__[a-z]+__""")
SCRIPT = re.compile(r"""\b(?:fetch|eval|Function|importScripts|getUserMedia)\s*\(|\bimport\s*\(|\b(?:XMLHttpRequest|WebSocket|EventSource|sendBeacon|RTCPeerConnection|"""
                    r"""SharedWorker|serviceWorker|geolocation|localStorage|sessionStorage|indexedDB|innerHTML|outerHTML|insertAdjacentHTML)\b|"""
                    r"""\bdocument\.(?:write(?:ln)?|cookie)\b|\bnew\s+(?:Worker|Image)\b|\bset(?:Timeout|Interval)\s*\(\s*["'`]|\[\s*["'][^"'\]]*["']\s*\+\s*["']""")
STYLE = re.compile(r"(?i)@import\b|\bexpression\s*\(|\bbehavior\s*:|-moz-binding|\bcontent\s*:[^;{}]{0,99}?(?:\\0*3[0-9]\b|(?:[0-9][^;{}0-9]{0,2}){6})")
# Where an address is only told, from the beginning of a line; what runs is looked for there, too, because a text can look like a
# comment. One that nobody ends goes on to the end, as in a browser, and so each letter is read once.
STARRED, TAGGED = r"/\*.*?(?:\*/|\Z)", r"<!--.*?(?:-->|\Z)"
COMMENTS = {ending: re.compile(rf"^[ \t]*(?:{'|'.join(kinds)})", re.DOTALL | re.MULTILINE) for ending, kinds in (
    (".html", (r"\{#.*?(?:#\}|\Z)", TAGGED)), (".svg", (TAGGED,)), (".js", (r"//[^\n]*", STARRED)), (".css", (STARRED,)))}
LETTER = re.compile(r"\S")
POWERS = {".html": TEMPLATE, ".svg": TEMPLATE, ".js": SCRIPT, ".css": STYLE}


def check(project: Project, today: date) -> Iterator[Finding]:
    """Yields addresses, numbers and powers that no template, style, script or drawing needs."""
    root = project.root / OVERRIDES
    for parent, folders, names in os.walk(root) if not root.is_symlink() else ():
        folders.sort()
        for name in sorted(names):
            ending = Path(name).suffix.lower()
            if ending in POWERS:
                yield from _file(project.root, (Path(parent) / name).relative_to(project.root).as_posix(), ending)


def _file(root: Path, path: str, ending: str) -> Iterator[Finding]:
    text = read_text(root, path)[0] or ""
    place, lines = Place(path), line_starts(text)
    looks = [("theme-address-typed", ADDRESS, COMMENTS[ending].sub(_blank, text)), ("theme-code-refused", POWERS[ending], text)]
    looks += [("theme-number-typed", TYPED, text)] if ending in (".html", ".js") else []
    for rule, pattern, seen in looks:
        for match in islice(pattern.finditer(seen), MOST):
            written = " ".join(match[0].split())[:SHOWN]
            yield finding(place.below(lines, match.start()), rule, written=written)


def _blank(comment: re.Match) -> str:
    return LETTER.sub(" ", comment[0])
