"""The whole project as one frozen value: settings, data files, contacts and pages.

Everything after this room works on a Project and nothing else; bad input is not an exception
but a finding in `problems`, and whatever can still be read is there.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from . import contacts as registry
from .data_shapes import SHAPES
from .finding import Finding, finding
from .pages import DOCS, Page, address_of, read_pages
from .place import Place, Record, Text, mapping, texts
from .reading import read_text
from .settings import Settings, read_settings
from .shape import Shape
from .strict_yaml import read_yaml
from .tokens import Token

DATA = "docs/_data"


@dataclass(frozen=True)
class Project:
    """What the project says. `data` maps the name of a data file (`sources`) to its entries."""

    root: Path
    settings: Settings | None
    data: dict[str, Record] = field(default_factory=dict)
    contacts: dict[str, registry.Contact] = field(default_factory=dict)
    retired: dict[str, registry.Retired] = field(default_factory=dict)
    pages: tuple[Page, ...] = ()
    problems: tuple[Finding, ...] = ()

    def entries(self, name: str) -> Record:
        """Returns the entries of a data file, empty when the file is missing."""
        return self.data.get(name) or Record(Place(f"{DATA}/{name}.yml"))

    def page(self, pair: str, language: str) -> Page | None:
        """Returns the page of a pair in a language."""
        return self.by_path.get(f"{DOCS}/{language}/{pair}")

    @cached_property
    def by_path(self) -> dict[str, Page]:
        """Returns the pages by the path they should have, `docs/vi/index.md`."""
        return {f"{DOCS}/{page.language}/{page.pair}": page for page in self.pages}

    @cached_property
    def by_address(self) -> dict[str, Page]:
        """Returns the pages by the address at which they are served, `en/index.html`."""
        return {self.address(page): page for page in self.pages}

    @cached_property
    def unread(self) -> frozenset[str]:
        """Returns the paths of which something was told already, so that nobody calls them missing."""
        return frozenset(problem.place.path for problem in self.problems)

    def stands(self, pair: str, language: str) -> bool:
        """Returns whether the file of a page is there, also when it could not be read."""
        path = f"{DOCS}/{language}/{pair}"
        return path in self.by_path or path in self.unread

    def address(self, page: Page) -> str:
        """Returns where a page is served, relative to the root of the site."""
        return address_of(page.pair, page.language, self.settings.default)

    def chosen(self, token: Token) -> list[registry.Contact]:
        """Returns the published contacts that fit every filter of a token, in registry order."""
        return [contact for contact in self.contacts.values() if contact.published()
                and all(getattr(contact, name, None) == value for name, value in token.filters)]

    def statement(self, file: str, group: str, id: str) -> Record | None:
        """Returns an entry below a group of a data file: `campaign`, `facts`, `reach-2026`."""
        found = self.group(file, group).get(id)
        return found if isinstance(found, Record) else None

    def group(self, file: str, name: str) -> Record:
        """Returns a mapping inside a data file, empty when there is none; the whole file without a name."""
        return mapping(self.entries(file).get(name)) if name else self.entries(file)

    @property
    def help_bar(self) -> list[Text]:
        """Returns the ids of the contacts that every page offers."""
        return texts(self.group("campaign", "help").get("bar"))


def read_project(root: Path) -> Project:
    """Returns the project in the folder `root`; never raises for what the folder holds."""
    project = read_facts(root)
    if project.settings is None:
        return project
    pages, odd = read_pages(root, project.settings)
    return replace(project, pages=pages, problems=(*project.problems, *odd))


def read_facts(root: Path) -> Project:
    """Returns the project without its pages, for those who ask about few of them or none."""
    settings, problems = read_settings(root)
    if settings is None:
        return Project(root, None, problems=tuple(problems))
    data, wrong = _read_data(root, settings)
    people, numbers = _registry(data, settings, wrong)
    return Project(root, settings, data, people, numbers, problems=tuple(problems + wrong))


def _read_data(root: Path, settings: Settings) -> tuple[dict[str, Record], list[Finding]]:
    data, findings = {}, []
    for name, (required, shape) in SHAPES.items():
        path = f"{DATA}/{name}.yml"
        if not required and not os.path.lexists(root / path):
            continue
        value, wrong = _read_file(root, path, shape(settings.codes), required)
        findings += wrong
        if isinstance(value, Record):
            data[name] = value
    return data, findings


def _read_file(root: Path, path: str, shape: Shape, required: bool) -> tuple[object, list[Finding]]:
    text, findings = read_text(root, path)
    if text is None:
        return None, findings
    value, wrong = read_yaml(text, path)
    findings += wrong
    if value is None or required and value == {}:
        return None, findings + ([] if wrong else [finding(Place(path), "data-empty")])
    return value, findings + list(shape(value, Place(path), path.rsplit("/", 1)[-1]))


def _registry(data: dict[str, Record], settings: Settings, wrong: list[Finding]) -> tuple[dict, dict]:
    """Returns contacts and retired numbers, leaving out every entry that has a finding."""
    codes = settings.codes
    shapes = {"contacts": registry.contacts_shape(codes), "retired": registry.retired_shape(codes)}
    people = _fitting(data.get("contacts"), shapes["contacts"], lambda *found: registry.contact(*found, codes))
    numbers = _fitting(data.get("retired"), shapes["retired"], registry.retired)
    return people, numbers


def _fitting(entries: Record | None, shape: Shape, make: Callable) -> dict:
    found = {}
    for id, entry in (entries or {}).items():
        alone = Record(entries.place)
        alone[id], alone.places[id] = entry, entries.place_of(id)
        if not any(shape(alone, alone.place, "")):
            found[id] = make(id, entry, entries.place_of(id))
    return found
