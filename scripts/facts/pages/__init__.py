"""Reads the Markdown pages: front matter, headings, links and tokens, with their lines."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..data.shape import Shape, day, either, list_of, one_of, record_of, text, truth
from ..data.strict_yaml import read_yaml
from ..files.reading import PAGES, read_text
from ..finding import Finding, finding
from ..place import Items, Place, Record
from ..settings import Settings
from .limits import LONG, MOST_BEYOND, MOST_FILES, excess
from .outline import Outline, outline

DOCS = "docs"
TYPES = ("home", "help", "hub", "card", "guide", "school", "contents", "data", "notice", "guided", "quiz", "scenario")
AUDIENCES = ("everyone", "parents", "teens", "children", "students", "teachers", "schools", "editors")
ROLES = ("language", "child-protection", "law")
PRINTED = ("title", "short_title", "description", "content_note")  # the lines of front matter that readers get
RISKS = ("low", "medium", "high")
FRONT_MATTER = re.compile(r"---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True)
class Page:
    """One Markdown file. `pair` is its path below the language folder, the same in all languages.
    It ends with `.md`, also where the name of the file does not.

    `foreign` is the language of the text where it stands in for a missing translation.
    """

    path: str
    language: str
    pair: str
    meta: Record
    markdown: str
    outline: Outline
    body_line: int
    foreign: str = ""

    @property
    def type(self) -> str:
        """Returns the type of page that front matter names; it chooses the template."""
        return _said(self.meta.get("type")) or "guide"

    @property
    def title(self) -> str:
        """Returns the title of front matter."""
        return _said(self.meta.get("title"))

    @property
    def short_title(self) -> str:
        """Returns what menus call the page: `short_title` of front matter, else the title."""
        return _said(self.meta.get("short_title")) or self.title

    @property
    def text_language(self) -> str:
        """Returns the language that the text is written in."""
        return self.foreign or self.language

    def place(self, line: int = 1) -> Place:
        """Returns a line of this file."""
        return Place(self.path, line)


def _said(value: object) -> str:
    return value if isinstance(value, str) else ""


def address_of(pair: str, language: str, default: str) -> str:
    """Returns where a page is served, relative to the root of the site.

    >>> address_of("help/index.md", "en", "vi")
    'en/help/index.html'
    """
    html = re.sub(r"\.md\Z", ".html", pair)
    return html if language == default else f"{language}/{html}"


def read_pages(root: Path, settings: Settings) -> tuple[tuple[Page, ...], list[Finding]]:
    """Returns the pages of every language folder, in order of path, and what is wrong with them; none where they are too many or too long."""
    listed = list(listed_pages(root, settings))
    if len(listed) > MOST_FILES:  # told by those who count all files
        return (), []
    empty = set(settings.codes) - {code for _, code, _ in listed}
    pages, findings = [], [finding(Place(f"{DOCS}/{code}"), "folder-missing", language=code) for code in sorted(empty)]
    beyond = 0
    for path, code, _ in listed:
        page, wrong = _read_page(root, path, code)
        findings += wrong
        if page:
            pages.append(page)
            beyond += max(0, len(page.markdown) - LONG)
        if beyond > MOST_BEYOND:
            return (), [finding(Place(path), "pages-too-much", long=LONG, most=MOST_BEYOND)]
    return tuple(pages), findings


def listed_pages(root: Path, settings: Settings) -> Iterator[tuple[str, str, str]]:
    """Yields (path, language, pair) of every page, in order of path, without reading any."""
    for code in settings.codes:
        for path in sorted(_markdown_files(root / DOCS / code)):
            known = path.relative_to(root).as_posix()
            yield known, code, _pair(known)


def page_at(root: Path, path: str) -> Page | None:
    """Returns the page in a file, None when it cannot be read."""
    return _read_page(root, path, path.split("/")[1])[0]


def _markdown_files(folder: Path) -> Iterator[Path]:
    """Yields the pages below a folder; MkDocs passes over names that begin with a dot, and so do we."""
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            if name.lower().endswith(PAGES) and not name.startswith("."):
                yield Path(parent) / name


def _read_page(root: Path, path: str, language: str) -> tuple[Page | None, list[Finding]]:
    content, findings = read_text(root, path)
    if content is None:
        return None, findings
    if too_much := excess(content):
        told = {"what": too_much.what, "count": too_much.count, "most": too_much.most}
        return None, [*findings, finding(Place(path, too_much.line), "page-too-much", **told)]
    match = FRONT_MATTER.match(content)
    meta, wrong = read_yaml(match[1], path, first_line=2) if match else (None, [])
    if isinstance(meta, Record):
        wrong += front_matter_shape()(meta, Place(path), "front matter")
    elif not wrong:
        wrong = [finding(Place(path), "front-matter-missing")]
    known = meta if isinstance(meta, Record) else Record(Place(path))
    page = _page(path, language, known, content, match.end() if match else 0)
    return page, findings + wrong


def _page(path: str, language: str, meta: Record, content: str, start: int) -> Page:
    body_line = content.count("\n", 0, start) + 1
    return Page(path, language, _pair(path), meta, content[start:], outline(content[start:], body_line), body_line)


def _pair(path: str) -> str:
    return os.path.splitext(path.split("/", 2)[2])[0] + ".md"


def front_matter_shape() -> Shape:
    """Returns the shape of a page's front matter."""
    review = record_of({"on": day, "by": text, "role": one_of(*ROLES)})
    return record_of(
        {"title": text, "description": text, "type": one_of(*TYPES), "audience": list_of(one_of(*AUDIENCES)),
         "sources": list_of(text), "reviewed": _reviewed(review)},
        {"call": list_of(text), "content_note": text, "translation": one_of("pending"), "menu": truth, "short_title": text,
         "tactics": list_of(text), "ages": list_of(text), "risk": one_of(*RISKS)})


def _reviewed(review: Shape) -> Shape:
    """The word pending, one review, or a list of reviews, one for each role."""

    def shape(value: object, place: Place, name: str) -> Iterator[Finding]:
        yield from (list_of(review) if isinstance(value, Items) else either(one_of("pending"), review))(value, place, name)

    return shape
