"""The few settings of `mkdocs.yml` that facts and checks need: languages, address, order of pages."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from .contacts.country import UNTOLD, Country, country_of
from .data.strict_yaml import read_yaml
from .files.reading import read_text
from .finding import Finding, finding
from .place import Items, Place, Record, Text, mapping

SETTINGS = "mkdocs.yml"
MOST_PAGES = 10_000
LOCALE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*\Z")  # BCP 47; it is the name of a folder, too


@dataclass(frozen=True)
class Language:
    """A language of the site: its code (BCP 47) and its name in that language."""

    code: str
    name: str


@dataclass(frozen=True)
class Settings:
    """What `mkdocs.yml` says; `nav` holds page paths without the language folder.

    `address` ends with a slash, and is empty when nobody has said where the site is served.
    """

    name: str
    address: str
    repository: str
    languages: tuple[Language, ...]
    default: str
    nav: tuple[Text, ...]
    hidden: frozenset[str]
    security_contact: str = ""
    country: Country = country_of(UNTOLD)
    unpublished: tuple[str, ...] = ()  # lines of `exclude_docs`
    written: Record = field(default_factory=lambda: Record(Place(SETTINGS)))  # the whole file, for the gate

    @property
    def codes(self) -> tuple[str, ...]:
        """Returns the language codes, the default first."""
        return tuple(language.code for language in self.languages)


def read_settings(root: Path) -> tuple[Settings | None, list[Finding]]:
    """Returns the settings of the project at `root`, or None with the findings that say why."""
    text, findings = read_text(root, SETTINGS)
    if text is None:
        return None, findings
    value, wrong = read_yaml(text, SETTINGS, numbers=True)
    findings += wrong
    if not isinstance(value, Record):
        return None, findings or [finding(Place(SETTINGS), "settings-empty")]
    named = languages_of(value)
    languages = [entry for entry in named if _is_code(entry.get("locale"))]
    findings += [finding(entry.place_of("locale"), "settings-locale-malformed", locale=entry.get("locale"))
                 for entry in named if entry not in languages]
    if not named:
        findings.append(finding(Place(SETTINGS), "settings-languages-missing"))
    if len(languages) < len(named) or not named:
        return None, findings
    extra = mapping(value.get("extra"))
    country = country_of(str(extra.get("country") or UNTOLD))
    if country is None:
        findings.append(finding(extra.place_of("country"), "settings-country-unknown", written=extra["country"]))
    settings = _settings(value, languages, country or country_of(UNTOLD))
    if len(settings.nav) > MOST_PAGES:
        return None, [finding(value.place_of("nav"), "settings-nav-long", most=MOST_PAGES)]
    return settings, findings


def _is_code(locale: object) -> bool:
    return isinstance(locale, Text) and LOCALE.match(locale) is not None


def _settings(value: Record, languages: list[Record], country: Country) -> Settings:
    default = next((entry for entry in languages if entry.get("default") is True), languages[0])
    ordered = [default, *(entry for entry in languages if entry is not default)]
    hidden = str(value.get("not_in_nav") or "").split()
    address = str(value.get("site_url") or "")
    return Settings(
        name=str(value.get("site_name") or ""), address=f"{address.rstrip('/')}/" if address else "",
        repository=str(value.get("repo_url") or "").rstrip("/"),
        languages=tuple(Language(entry["locale"], str(entry.get("name") or entry["locale"])) for entry in ordered),
        default=default["locale"], nav=tuple(islice(_pages(value.get("nav")), MOST_PAGES + 1)),
        security_contact=str(mapping(value.get("extra")).get("security_contact") or ""),
        unpublished=tuple(line.strip() for line in str(value.get("exclude_docs") or "").splitlines()),
        hidden=frozenset(path.lstrip("/") for path in hidden), country=country, written=value)


def languages_of(value: Record) -> list[Record]:
    """Returns the entries of the languages in the whole file, as they are written."""
    plugins = value.get("plugins")
    named = [mapping(plugin) for plugin in plugins] if isinstance(plugins, Items) else [mapping(plugins)]
    listed = next((plugin["i18n"].get("languages") for plugin in named if isinstance(plugin.get("i18n"), Record)), None)
    return [entry for entry in listed if isinstance(entry, Record)] if isinstance(listed, Items) else []


def _pages(entry: object) -> Iterator[Text]:
    if isinstance(entry, Text):
        yield entry
    elif isinstance(entry, Items):
        for item in entry:
            yield from _pages(item)
    elif isinstance(entry, Record):
        for item in entry.values():
            yield from _pages(item)
