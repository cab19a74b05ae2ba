"""Reads the registry a second time, by itself: what a finished file may dial, name and open.

Nothing here is shared with the rooms that built the site; a fault in them must not hide itself.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from pathlib import Path
from urllib.parse import unquote

import yaml

from ...kept import hash_of
from .digits import folded, grouped

LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # the quick one where it is there; both build nothing but text
HOST = re.compile(r"https?://([^/\s\"'<>?#]+)", re.IGNORECASE)
URL = re.compile(r"https?://[^\s\"'<>]+", re.IGNORECASE)
ENDS = ".,;:!?)]}”’»"  # what a sentence puts behind an address
FORMATS = ("w3.org", "schema.org", "json-schema.org", "sitemaps.org", "ogp.me")  # names of file formats, which no reader opens
DOWN = "down until"
SETTINGS, HOMES = "mkdocs.yml", ("site_url", "repo_url")
REGISTRY = ("contacts.yml", "retired.yml")
LONG_ENOUGH = 9  # characters; shorter texts explain too much
UNSAID = "wording.yml"  # words that no page says, names of months among them


@dataclass
class Reference:
    """What the sources say: targets and whose they are, the live numbers and how they are shown, every number, those nobody may print, mailboxes, hosts, texts.

    `urls` are the addresses that stand in a data file, `own` those of the site and of its repository, below which all is ours.
    """

    owners: dict[str, str] = field(default_factory=dict)
    names: dict[str, dict[str, str]] = field(default_factory=dict)
    live: set[str] = field(default_factory=set)
    shown: dict[str, str] = field(default_factory=dict)
    every: set[str] = field(default_factory=set)
    forbidden: set[str] = field(default_factory=set)
    mailboxes: set[str] = field(default_factory=set)
    hosts: set[str] = field(default_factory=set)
    urls: set[str] = field(default_factory=set)
    own: tuple[str, ...] = ()
    farewells: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    help: list[str] = field(default_factory=list)
    instead: dict[str, str] = field(default_factory=dict)

    def ours(self, address: str) -> bool:
        """Returns whether an address, with its scheme or without, is one of the site or of its repository."""
        return f"{address}/".startswith(self.own) and "/." not in address

    def offered(self, id: str) -> str:
        """Returns whom pages name under an id: who answers there, or whoever took over in the end."""
        passed: set[str] = set()
        while id in self.instead and id not in passed:
            passed.add(id)
            id = self.instead[id]
        return id


def digest(root: Path, today: date | None = None) -> str:
    """Returns a text that changes with everything that a reference is made of."""
    files = ((path.relative_to(root).as_posix(), path.read_bytes()) for path in _files(root) if path.is_file())
    return hash_of(str(today), *chain.from_iterable(files))


def _files(root: Path) -> list[Path]:
    return [*(path for path in sorted((root / "docs" / "_data").rglob("*.yml")) if path.name != UNSAID), root / SETTINGS]


def read_reference(root: Path, today: date | None = None) -> Reference:
    """Returns what the files below `docs/_data/` and `mkdocs.yml` of a project say, on a day."""
    found, everything = Reference(hosts=set(FORMATS)), set()
    *files, settings = _files(root)
    for path in files:
        data = _load(path)
        everything.update(_texts(data))
        if path.name == "synonyms.yml":
            everything.update([folded(text) for text in _texts(data)])  # as the search data hold them
        if path.name in REGISTRY and isinstance(data, dict):
            everything.update(data)  # ids, by which programs know an entry
        if path.name == "contacts.yml" and isinstance(data, dict):
            _contacts(data, found, today)
        elif path.name == "retired.yml" and isinstance(data, dict):
            found.farewells += [text for entry in data.values() if isinstance(entry, dict) for text in _texts(entry.get("why"))]
            found.forbidden |= {_plain(entry.get("number")) for entry in data.values() if isinstance(entry, dict)}
        elif path.name == "strings.yml" and isinstance(data, dict):
            found.farewells += list(_texts(data.get("contact_retired")))
        elif path.name == "campaign.yml" and isinstance(data, dict):
            found.help = list((data.get("help") or {}).get("bar") or ())
    everything.update(_texts(said := _load(settings)))
    found.own = tuple(_own(said))
    for text in everything:
        found.urls |= {form for url in URL.findall(text) for form in _spelled(opened(url))}
        found.hosts |= {match.lower().rpartition("@")[2].removeprefix("www.") for match in HOST.findall(text)}
    found.hosts |= {text for text in everything if re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+", text)}
    found.texts = sorted({" ".join(text.split()) for text in everything if len(text) >= LONG_ENOUGH}, key=lambda text: -len(text))
    found.forbidden -= {_plain(target) for target in found.owners}
    found.live = _forms({_plain(target) for target in found.owners})
    found.every = found.live | _forms(found.forbidden)
    return found


def _own(settings: object) -> Iterator[str]:
    """Yields the addresses below which everything is the project's own."""
    for key in HOMES if isinstance(settings, dict) else ():
        if HOST.match(url := str(settings.get(key) or "")):
            yield from (f"{form}/" for form in _spelled(url.rstrip("/")))


def _spelled(url: str) -> set[str]:
    """Returns an address as a link and as a text may hold it: without its scheme, without what ends a sentence."""
    forms = {url, url.rstrip(ENDS)}
    return forms | {form.partition("://")[2] for form in forms}


def opened(url: str) -> str:
    """Returns an address with its escapes read and without spaces, so that two ways to write it are one."""
    return re.sub(r"[\s\x00-\x1f]", "", unquote(url))


def _forms(numbers: set[str]) -> set[str]:
    """Returns numbers as they are dialled from abroad and at home, and as people search for them."""
    return numbers | {f"{zero}{number.removeprefix('84')}" for number in numbers if number.startswith("84") for zero in ("0", "")}


def _load(path: Path) -> object:
    """Returns a file with every value as the text that stands there, so that 0111 stays 0111."""
    try:
        return yaml.load(path.read_text(encoding="utf-8-sig"), Loader=LOADER)  # noqa: S506 (builds nothing but text)
    except (OSError, ValueError, yaml.YAMLError, RecursionError):
        return None


def _texts(value: object):
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)
    elif isinstance(value, str):
        yield value


def _plain(number: object) -> str:
    return re.sub(r"[^0-9]", "", str(number))


def _works(entry: dict, today: date | None) -> bool:
    """Returns whether a contact may be dialled; one that is down may be again when its last day has passed."""
    status = str(entry.get("status"))
    return status == "live" or status.startswith(DOWN) and bool(today) and status.removeprefix(DOWN).strip() < str(today)


def _contacts(data: dict, found: Reference, today: date | None) -> None:
    for id, entry in data.items():
        if not isinstance(entry, dict):
            continue
        live = _works(entry, today)
        if not live:
            found.instead[id] = str(entry.get("replaced_by") or "")
        if isinstance(entry.get("name"), dict):
            found.names[id] = entry["name"]
        for channel in entry.get("channels") or ():
            if isinstance(channel, dict):
                _channel(id, channel, live, found)


def _channel(id: str, channel: dict, live: bool, found: Reference) -> None:
    number, scheme = str(channel.get("number") or ""), "sms" if channel.get("type") == "sms" else "tel"
    if number and live:
        found.owners[f"{scheme}:{number}"] = id
        found.shown[_plain(number)] = grouped(number)
    elif number:
        found.forbidden.add(_plain(number))
    if live and channel.get("address"):
        found.mailboxes.add(str(channel["address"]).lower())
