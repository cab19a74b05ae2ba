"""Says what is searched: pages with their front matter, and every text of the data files that a reader may get."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ....facts.data.shape import web_address
from ....facts.data.strict_yaml import read_yaml
from ....facts.files.reading import read_text
from ....facts.pages import Page
from ....facts.place import Items, Place, Record, Text, leaves, line_starts
from ....facts.project import DATA, Project
from ....facts.settings import SETTINGS, languages_of

# What a field for ids, paths and words of a list holds when it holds nothing else.
CODED = re.compile(r"[a-z][a-z0-9./_#-]*\Z")
CODED_FIELDS = frozenset(
    "sources evidence bar pages page how from as_of date until in_force checked since replaced_by call audience type kind rank "
    "status languages language basis seen cost reachable_from reviewed_on translation".split())
FINGERPRINT = re.compile(r"[0-9a-f]{64}\Z")
OWNERS_ONLY = ("contacts", "retired")
UNSEARCHED = ("allowed", "wording", "upkeep")  # they list what the checks look for
APART = frozenset(f"{DATA}/{name}.yml" for name in (*OWNERS_ONLY, *UNSEARCHED))
COUNTS = frozenset({("reading", "limits"), ("review", "again_after_days")})  # words and days, in fields that hold nothing else
NAMES = ("name", "also")
SAID = ("site_name", "site_description", "site_author", "copyright", "repo_name", "name")  # of the site, and of a language
DATA_FILES = (".yml", ".yaml", ".json", ".csv", ".tsv", ".txt", ".toml", ".ini")


@dataclass(frozen=True)
class Excerpt:
    """A text with its place: of a page, or of a data file (`file`, without its ending).

    `entry` is the id of the registry's entry that it belongs to, `key` its field; `whole` says that the
    text is nothing but an address, `lines` holds where each line of a longer text begins.
    """

    text: str
    place: Place
    file: str = ""
    entry: str = ""
    key: str = ""
    whole: bool = False
    lines: tuple[int, ...] = ()

    def place_at(self, offset: int) -> Place:
        """Returns the place of a character."""
        return self.place.below(self.lines, offset) if self.lines else self.place


def excerpts(project: Project) -> Iterator[Excerpt]:
    """Yields every text that is searched, pages first."""
    for page in project.pages:
        yield from of_page(page)
    for name, entries in project.data.items() if not project.data_quiet else ():
        if name in UNSEARCHED:
            continue
        for id, entry in entries.items():
            owner = id if name in OWNERS_ONLY else ""
            if (name, id) not in COUNTS:
                yield from _of_data(entry, entries.place_of(id), name, owner, id)
    yield from _of_other_files(project)
    yield from _of_settings(project)


def _of_settings(project: Project) -> Iterator[Excerpt]:
    """Yields what readers get of `mkdocs.yml`: names of the site, of its languages and of the entries of its menu."""
    written = project.settings.written if project.settings else Record(Place(SETTINGS))
    for record in (written, *languages_of(written)):
        for key in SAID:
            if isinstance(text := record.get(key), Text):
                yield Excerpt(str(text), record.place_of(key), SETTINGS, key=key)
    for title, place in _titles(written.get("nav")):
        yield Excerpt(title, place, SETTINGS, key="nav")


def _titles(entry: object) -> Iterator[tuple[str, Place]]:
    """Yields the titles of a menu, each with its place."""
    for title, below in entry.items() if isinstance(entry, Record) else ():
        yield str(title), entry.place_of(title)
        yield from _titles(below)
    for below in entry if isinstance(entry, Items) else ():
        yield from _titles(below)


def of_page(page: Page) -> Iterator[Excerpt]:
    """Yields the body of a page and the texts of its front matter, also of fields that nobody knows."""
    for key, value in page.meta.items():
        yield from _of_data(value, page.meta.place_of(key), "", "", key)
    yield Excerpt(page.markdown, page.place(page.body_line), lines=line_starts(page.markdown))


def _of_other_files(project: Project) -> Iterator[Excerpt]:
    """Yields data files that nothing reads yet, as they are written; tomorrow something may print them."""
    read = {entries.place.path for entries in project.data.values()} | {place.path for entries in project.data.values()
                                                                          for place in entries.places.values()}
    for path in sorted((project.root / DATA).rglob("*")):
        name = path.relative_to(project.root).as_posix()
        if path.suffix in DATA_FILES and path.is_file() and name not in read and name not in project.unread and name not in APART:
            yield from _of_file(name, path.stem, read_text(project.root, name)[0] or "")


def _of_file(name: str, stem: str, text: str) -> Iterator[Excerpt]:
    """Yields the values of a data file, or its text as it stands where it is no YAML."""
    value = read_yaml(text, name, numbers=True)[0] if name.endswith((".yml", ".yaml")) else None
    if isinstance(value, (Record, Items)):
        yield from _of_data(value, value.place, stem, "", "")
    else:
        yield Excerpt(text, Place(name), stem, lines=line_starts(text))


def _of_data(value: object, place: Place, file: str, entry: str, id: str) -> Iterator[Excerpt]:
    for keys, text, at in leaves(value, place):
        key = next((name for name in reversed(keys) if len(name) != 2), id)  # not the language
        if not _spared(text, file, key) and (key != "url" or not any(web_address(text, at, key))):  # told by the shape of the file
            whole = bool(file) and text.startswith(("http://", "https://")) and not any(char.isspace() for char in text)
            yield Excerpt(str(text), at, file, entry, key, whole)


def _spared(value: Text, file: str, key: str) -> bool:
    """Returns whether a text is only an id, a day or a path, the number of an entry itself, or a note of the owners."""
    if file in OWNERS_ONLY and key in ("note", "number", "address"):
        return True  # numbers and mailboxes are told by the shape of the file
    if key == "sha256" and FINGERPRINT.match(value):
        return True
    return key in CODED_FIELDS and bool(CODED.match(value)) and not re.search(r"[0-9]{7}", value.replace("-", ""))
