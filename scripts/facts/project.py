"""The whole project as one frozen value: settings, data files, contacts and pages.

Everything after this room works on a Project and nothing else; bad input is not an exception
but a finding in `problems`, and whatever can still be read is there.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path

from . import contacts as registry
from .contacts.contact_shapes import contacts_shape, retired_shape
from .contacts.out_of_service import silenced
from .data.data_files import DATA, read_data
from .data.shape import Shape
from .finding import Finding
from .pages import DOCS, Page, address_of, read_pages
from .pages.tokens import Token
from .place import Place, Record, Text, mapping, texts
from .practice import Practice, practice, practice_contacts, practice_texts
from .settings import Settings, read_settings


@dataclass(frozen=True)
class Project:
    """What the project says. `data` maps the name of a data file (`sources`) to its entries.

    `today` is the day for which it is read: it decides whether a line that was out of service may be dialled again.
    `data_quiet` says that nothing was told of these data files before, so that their texts need no second look.
    """

    root: Path
    settings: Settings | None
    data: dict[str, Record] = field(default_factory=dict)
    contacts: dict[str, registry.Contact] = field(default_factory=dict)
    retired: dict[str, registry.Retired] = field(default_factory=dict)
    pages: tuple[Page, ...] = ()
    practice: Practice = Practice()
    today: date | None = None
    problems: tuple[Finding, ...] = ()
    data_quiet: bool = False

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
        """Returns the published contacts that fit every filter of a token, in registry order.

        Where none is left, those that were replaced: pages print whom to reach instead.
        """
        fitting = [contact for contact in self.contacts.values() if contact.printable()
                   and all(getattr(contact, name, None) == value for name, value in token.filters)]
        return [contact for contact in fitting if contact.published()] or fitting

    def offered(self, id: str) -> registry.Contact | None:
        """Returns whom to reach under an id: the contact itself, or what stands in for it while it cannot be used."""
        contact = self.contacts.get(id)
        if contact is None or contact.works_on(self.today):
            return contact
        return self.stand_in(contact)

    def stand_in(self, contact: registry.Contact) -> registry.Contact | None:
        """Returns what `replaced_by` names, or who takes over for that one in turn: the first that can be used today."""
        passed = {contact.id}
        other = self.contacts.get(contact.replaced_by)
        while other and other.id not in passed and not other.works_on(self.today):
            passed.add(other.id)
            other = self.contacts.get(other.replaced_by)
        return other if other and other.works_on(self.today) else None

    def instead(self, contact: registry.Contact) -> registry.Contact | None:
        """Returns what pages name in the place of a contact that is not, or was not, in service."""
        return self.stand_in(contact) if contact.status != "live" else None

    def out_of_use(self) -> list[registry.Retired]:
        """Returns every number that must not be called: those of `retired.yml`, and those of retired contacts.

        `replaced_by` names who answers in the end, where somebody does.
        """
        why = mapping(self.entries("strings").get("contact_retired"))
        numbers = [registry.Retired(contact.id, channel.place, channel.number, contact.replaced_by, contact.name, why)
                   for contact in self.contacts.values() if contact.status == "retired"
                   for channel in contact.channels if channel.number]
        return [replace(entry, replaced_by=other.id) if (other := self.offered(entry.replaced_by)) else entry
                for entry in (*self.retired.values(), *numbers)]

    @cached_property
    def silenced(self) -> frozenset[str]:
        """Returns the numbers that no name may carry today, because nobody answers them."""
        return silenced(self.contacts.values(), self.today)

    def statement(self, file: str, group: str, id: str) -> Record | None:
        """Returns an entry below a group of a data file: `campaign`, `facts`, `reach-2026`."""
        found = self.group(file, group).get(id)
        return found if isinstance(found, Record) else None

    def group(self, file: str, name: str) -> Record:
        """Returns a mapping inside a data file, empty when there is none; the whole file without a name."""
        return mapping(self.entries(file).get(name)) if name else self.entries(file)

    def practice_texts(self) -> Iterator[tuple[str, Text]]:
        """Yields every text of guides, quizzes and scenarios, with the name of its field."""
        return practice_texts(self.data, self.settings.codes)

    def contacts_on(self, page: Page) -> list[str]:
        """Returns the ids of the contacts that a page shows: called, named by a token, in a list, and inside what it has to practise."""
        tokens = [token for token, _ in page.outline.tokens]
        listed = [contact.id for token in tokens if token.kind == "contacts" for contact in self.chosen(token)]
        inside = [id for token in tokens for id in practice_contacts(token, self.data, self.settings.codes)]
        return [*texts(page.meta.get("call")), *(token.id for token in tokens if token.kind == "contact"), *listed, *inside]

    @property
    def help_bar(self) -> list[Text]:
        """Returns the ids of the contacts that every page offers."""
        return texts(self.group("campaign", "help").get("bar"))


def read_project(root: Path, today: date | None = None) -> Project:
    """Returns the project in the folder `root` for a day; never raises for what the folder holds."""
    project = read_facts(root, today)
    if project.settings is None:
        return project
    pages, odd = read_pages(root, project.settings)
    return replace(project, pages=pages, problems=(*project.problems, *odd))


def read_facts(root: Path, today: date | None = None) -> Project:
    """Returns the project without its pages, for those who ask about few of them or none."""
    settings, problems = read_settings(root)
    if settings is None:
        return Project(root, None, today=today, problems=tuple(problems))
    data, wrong = read_data(root, settings)
    people, numbers = _registry(data, settings)
    exercises = practice(data, settings.codes)
    return Project(root, settings, data, people, numbers, (), exercises, today, tuple(problems + wrong))


def _registry(data: dict[str, Record], settings: Settings) -> tuple[dict, dict]:
    """Returns contacts and retired numbers, leaving out every entry that has a finding."""
    codes = settings.codes
    shapes = {"contacts": contacts_shape(codes, settings.country), "retired": retired_shape(codes)}
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
