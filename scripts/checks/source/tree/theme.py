"""Checks the templates, styles, scripts and drawings in `overrides/`: they show pages, and reach, store or run nothing else.

Every reader gets them, and MkDocs runs the templates, so one line there does more than a whole page: it counts visits, lets
another company's window in, or writes a number that the registry does not hold. Built pages are looked at once more.
What is of no kind that we know is refused, because MkDocs would publish it as it is, or run it (`sitemap.xml`).
"""

import os
import re
from collections.abc import Iterator
from datetime import date
from itertools import islice
from pathlib import Path

from ....facts.files.fonts import is_font
from ....facts.files.litter import litter
from ....facts.files.reading import LARGEST, read_text
from ....facts.files.theme import OVERRIDES
from ....facts.finding import Finding, finding
from ....facts.place import Place, line_starts
from ....facts.project import Project
from . import print_templates, templates

SHOWN, MOST = 60, 20  # characters of what was written, findings of one file
ADDRESS = re.compile(r"""(?i)(?:\b(?:https?|wss?|ftp):|(?<=["'`(=]))//(?!www\.w3\.org/)[\w-]+(?:\.[\w-]+)+|"""
                     r"""\b(?:java|vb)script:|\bdata:(?:text|application)|\burl\(\s*["']?(?!data:image/(?:png|jpeg|webp|gif)[;,])[a-z][a-z0-9+.-]*:|"""
                     r"""\{%-?\s*(?:include|extends|import|from)\s+["'](?:/|[^"']*\.\.)""")
# A number, a call that goes to something other than a contact, or digits in pieces.
TYPED = re.compile(r"(?i)\b(?:tel|sms|callto|zalo|viber|whatsapp):(?:\+?\d[\d.()-]{0,20}|[\"'`]?\s*(?:\{\{-?+\s*+(?!contact\b|channel\b)|[+~]|\$\{)[^}\s]{0,20})|"
                   r"(?<![\w./#,:+-])(?:\+\d|\(?0[1-9]|1[89]00)(?:[ .()-]{0,2}\d){6,12}(?![\w-]|[ .,]\d)")
PIECES = re.compile(r"""["'][+(]?\d[\d .()-]*["'](?:\s*[~+,]\s*["'][\d .()-]+["']){1,12}""")
LEAST = 7  # digits in pieces
TAG = re.compile(r"<[^<>]*>")
TEMPLATE = re.compile(r"""(?i)<(?:iframe|object|embed|applet|frameset|frame|portal|foreignobject)\b|<base\b(?! href="\{\{)|<meta\b[^<>]{0,300}\bhttp-equiv|"""
                      r"""<form\b[^<>]{0,300}\b(?:action|method)\s*=|\bformaction\s*=|<input\b[^<>]{0,300}\btype\s*=\s*["']?(?:password|file)\b|"""
                      r"""[\s"'/]on[a-z]{4,}\s*=\s*["'{]|\bsrcdoc\s*=|<script\b(?![^<>]{0,300}(?:\bsrc="\{\{|\btype="application/ld\+json"))|__[a-z]+__""")
SCRIPT = re.compile(r"""\b(?:fetch|eval|Function|importScripts|getUserMedia)\s*\(|\bimport\s*\(|\b(?:XMLHttpRequest|WebSocket|EventSource|sendBeacon|RTCPeerConnection|"""
                    r"""SharedWorker|serviceWorker|geolocation|localStorage|sessionStorage|indexedDB|innerHTML|outerHTML|insertAdjacentHTML)\b|"""
                    r"""\bdocument\.(?:write(?:ln)?|cookie)\b|\bnew\s+(?:Worker|Image)\b|\bset(?:Timeout|Interval)\s*\(\s*["'`]|"""
                    r"""(?<![\w"'])["'][^"'\n]{0,40}["']\s*\+\s*["'](?=[^"'\n]{0,40}["'])|\batob\b|\bconstructor\s*[.(\[]|\]\s*\(\s*["'`]https?:""")
STYLE = re.compile(r"(?i)@import\b|\\0{0,4}[4-7][0-9a-f](?![0-9a-f])|\bexpression\s*\(|\bbehavior\s*:|-moz-binding|\bcontent\s*:[^;{}]{0,99}?(?:\\0*3[0-9]\b|(?:[0-9][^;{}0-9]{0,2}){6})")
# Where an address is only told, from the beginning of a line; what runs is looked for there, too, because a text can look like a
# comment. One that nobody ends goes on to the end, as in a browser, and so each letter is read once.
STARRED, TAGGED = r"/\*.*?(?:\*/|\Z)", r"<!--.*?(?:-->|\Z)"
COMMENTS = {ending: re.compile(rf"^[ \t]*(?:{'|'.join(kinds)})", re.DOTALL | re.MULTILINE) for ending, kinds in (
    (".html", (r"\{#.*?(?:#\}|\Z)", TAGGED)), (".svg", (TAGGED,)), (".js", (r"//[^\n]*", STARRED)), (".css", (STARRED,)), (".typ", (r"//[^\n]*", STARRED)))}
LETTER = re.compile(r"\S")
POWERS = {".html": TEMPLATE, ".svg": TEMPLATE, ".js": SCRIPT, ".css": STYLE}
PRINT, FONTS, NOTES = ".typ", (".woff2", ".ttf", ".otf"), (".md", ".txt")
KINDS = (*POWERS, PRINT, *FONTS, *NOTES)


def check(project: Project, today: date) -> Iterator[Finding]:
    """Yields addresses, numbers and powers that no template, style, script or drawing needs."""
    root = project.root / OVERRIDES
    for parent, folders, names in os.walk(root) if not root.is_symlink() else ():
        folders.sort()
        for name in sorted(names):
            file = Path(parent) / name
            if not litter(name) and not file.is_symlink() and file.is_file():  # `files` tells of the others
                yield from _file(project.root, file.relative_to(project.root).as_posix(), file.suffix.lower())


def _file(root: Path, path: str, ending: str) -> Iterator[Finding]:
    if ending not in KINDS or Path(path).name.startswith("."):
        yield finding(Place(path), "theme-kind-unknown", name=Path(path).name, known=", ".join(KINDS))
    elif ending in FONTS:
        yield from font(root / path, Place(path))
    elif ending not in NOTES:
        yield from _text(root, path, ending)


def font(file: Path, place: Place) -> Iterator[Finding]:
    """Yields whether a file is no font, or more than one."""
    if file.stat().st_size > LARGEST or not is_font(file.read_bytes()):
        yield finding(place, "font-unreadable", name=file.name)


def _text(root: Path, path: str, ending: str) -> Iterator[Finding]:
    text, unread = read_text(root, path)
    if text is None:
        yield from unread
        return
    place, lines = Place(path), line_starts(text)
    for rule, found in (("theme-address-typed", ADDRESS.finditer(COMMENTS[ending].sub(_blank, text))),
                        ("theme-code-refused", _powers(text, ending, root / path, root / OVERRIDES)),
                        ("theme-number-typed", _numbers(text, ending))):
        for match in islice(found, MOST):
            yield finding(place.below(lines, match.start()), rule, written=" ".join(match[0].split())[:SHOWN])
    if ending == ".html" and templates.WORTH_READING.search(text):
        yield from _reached(text, place)


def _powers(text: str, ending: str, file: Path, look: Path) -> Iterator[re.Match]:
    return print_templates.taken(text, file.parent, look) if ending == PRINT else POWERS[ending].finditer(text)


def _numbers(text: str, ending: str) -> Iterator[re.Match]:
    """Yields numbers that are typed, in one piece or in several; lengths in styles, and the lines of a drawing, are none."""
    if ending != ".css":
        yield from TYPED.finditer(TAG.sub(_blank, text) if ending == ".svg" else text)
        yield from (match for match in PIECES.finditer(text) if sum(map(str.isdigit, match[0])) >= LEAST)


def _reached(text: str, place: Place) -> Iterator[Finding]:
    if len(text) > templates.LARGEST:
        yield finding(place, "file-too-large", size=len(text), largest=templates.LARGEST)
        return
    for line, written in islice(templates.reached(text), MOST):
        yield finding(Place(place.path, line), "theme-code-refused", written=written[:SHOWN])


def _blank(found: re.Match) -> str:
    return LETTER.sub(" ", found[0])
