"""The open data says what the registry says, in forms that other programs read, and nothing that must not be dialled."""

import json
import re
from datetime import date
from pathlib import Path
from posixpath import normpath
from xml.etree import ElementTree

import pytest

from scripts.build.open_data import open_data_view, write_open_data
from scripts.build.open_data.embed import snippet
from scripts.build.open_data.feed import feed
from scripts.build.open_data.vcard import folded, vcards
from scripts.checks.built.data import open_data
from scripts.checks.built.files.tree import read_tree
from scripts.checks.report import as_text
from scripts.facts.contacts.contacts_schema import contacts_schema
from scripts.facts.project import Project, read_project
from tests.browser.built import change

BUILT = date(2026, 5, 20)
ATOM = "{http://www.w3.org/2005/Atom}"
REGISTRY = "docs/_data/contacts.yml"
DOWN = "status: down until 2026-06-01\n  replaced_by: boat-office"


def project(root: Path, today: date = BUILT) -> Project:
    """The campaign at `root` on a day."""
    return read_project(root, today)


def data(root: Path, site: Path, today: date = BUILT) -> dict:
    """Writes the open data of the campaign into `site` and returns its JSON."""
    write_open_data(project(root, today), site, BUILT)
    return json.loads((site / "data/contacts.json").read_text(encoding="utf-8"))


def out_of_service(root: Path) -> None:
    """Puts the campaign's first line out of service, by one edit of the registry."""
    change(root / REGISTRY, "rank: primary\n  status: live", f"rank: primary\n  {DOWN}")


def misfits(value: object, schema: dict, at: str = "") -> list[str]:
    """Returns where a value breaks a schema; knows as much of JSON Schema 2020-12 as ours uses."""
    kinds = {"object": dict, "array": list, "string": str}
    wanted = schema.get("type", [])
    found = []
    if wanted and not isinstance(value, tuple(kinds[kind] for kind in ([wanted] if isinstance(wanted, str) else wanted))):
        return [f"{at}: not {wanted}"]
    if "const" in schema and value != schema["const"] or "enum" in schema and value not in schema["enum"]:
        found.append(f"{at}: {value}")
    if isinstance(value, str) and (not re.search(schema.get("pattern", ""), value) or len(value) < schema.get("minLength", 0)):
        found.append(f"{at}: {value!r}")
    if isinstance(value, dict):
        found += [f"{at}: no {key}" for key in schema.get("required", []) if key not in value]
        for key, item in value.items():
            found += misfits(item, schema.get("properties", {}).get(key, schema.get("additionalProperties", {})), f"{at}/{key}")
    for number, item in enumerate(value if isinstance(value, list) else []):
        found += misfits(item, schema.get("items", {}), f"{at}/{number}")
    return found


def known_keys(value: object, schema: dict) -> bool:
    """Returns whether every key of a value is described."""
    if isinstance(value, dict) and "properties" in schema:
        return all(key in schema["properties"] and known_keys(item, schema["properties"][key]) for key, item in value.items())
    return all(known_keys(item, schema.get("items", {})) for item in value) if isinstance(value, list) else True


def test_the_json_fits_its_schema_and_the_schema_describes_all_of_it(campaign: Path, tmp_path: Path) -> None:
    """A program can check what it got; a field that nobody described would be guessed at."""
    read = data(campaign, tmp_path)
    schema = json.loads((tmp_path / "data/contacts.schema.json").read_text(encoding="utf-8"))
    assert schema == contacts_schema(("vi", "en", "km"))
    assert misfits(read, schema) == [] and known_keys(read, schema)
    read["contacts"][0]["channels"][0]["number"] = "1 1 9"
    del read["contacts"][1]["name"]["km"]
    assert misfits(read, schema) == ["/contacts/0/channels/0/number: '1 1 9'", "/contacts/1/name: no km"]


def test_only_what_may_be_dialled_is_there_with_dates_sources_and_licence(campaign: Path, tmp_path: Path) -> None:
    """An unconfirmed number is nobody's to copy; an old one is named as old."""
    read = data(campaign, tmp_path)
    assert (read["format"], read["made"], read["licence"]["name"]) == (1, "2026-05-20", "CC BY 4.0")
    assert [contact["id"] for contact in read["contacts"]] == ["river-rescue-119", "boat-office"]
    first = read["contacts"][0]
    assert first["channels"][0]["href"] == "tel:119" and first["verified"]["check_again"] == "2026-08-02"
    assert first["sources"] == [{"publisher": "Báo Sông", "title": "Cứu hộ trên sông", "date": "2026-05-01",
                                 "url": "https://paper.example/rescue", "language": "vi"}]
    assert [(old["number"], old["replaced_by"]) for old in read["retired"]] == [("18001190", "river-rescue-119")]
    assert [entry["id"] for entry in read["changes"]] == ["2026-05-05-rescue-page", "2026-05-04-first-list"]
    assert "+84287300120" not in (tmp_path / "data/contacts.json").read_text(encoding="utf-8")


def test_the_value_in_the_file_is_the_value_in_memory_and_in_every_data_file(campaign: Path, tmp_path: Path) -> None:
    """Byte for byte; a short code stays short."""
    read = data(campaign, tmp_path)
    written = re.findall(rb'number: "([^"]+)"', (campaign / REGISTRY).read_bytes().partition(b"night-watch:")[0])
    assert [channel.number.encode() for contact in project(campaign).contacts.values() if contact.published()
            for channel in contact.channels if channel.number] == written
    assert [channel["number"].encode() for contact in read["contacts"] for channel in contact["channels"] if "number" in channel] == written
    assert re.findall(rb"\r\nTEL;TYPE=VOICE:([^\r]+)", (tmp_path / "data/contacts.km.vcf").read_bytes()) == written
    assert b"+84119" not in b"".join(path.read_bytes() for path in tmp_path.rglob("*.*"))


def test_a_line_out_of_service_is_in_no_data_file(campaign: Path, tmp_path: Path) -> None:
    """By one edit, and with what stands in; the day after, it is back by itself, with a word of doubt."""
    out_of_service(campaign)
    read = data(campaign, tmp_path / "down", date(2026, 6, 1))
    assert [contact["id"] for contact in read["contacts"]] == ["boat-office"]
    assert [{key: entry[key] for key in ("id", "until", "replaced_by")} for entry in read["unavailable"]] == [
        {"id": "river-rescue-119", "until": "2026-06-01", "replaced_by": "boat-office"}]
    for path in (tmp_path / "down").rglob("*.*"):
        assert not re.search(r"tel:119|:119\b", path.read_text(encoding="utf-8")), path
    read = data(campaign, tmp_path / "back", date(2026, 6, 2))
    assert read["contacts"][0]["was_down_until"] == "2026-06-01" and read["unavailable"] == []
    assert "down_lapsed 1 VI 2026 (vi)" in (tmp_path / "back/data/contacts.vi.vcf").read_bytes().decode().replace("\r\n ", "")
    assert "down_lapsed 1 VI 2026 (en)" in (tmp_path / "back/data/contacts.en.html").read_text(encoding="utf-8")


def test_a_retired_line_is_listed_with_the_old_numbers_and_with_who_answers_now(campaign: Path, tmp_path: Path) -> None:
    """By one edit of the registry: whoever holds the old number finds the new one."""
    change(campaign / REGISTRY, "rank: primary\n  status: live", "rank: primary\n  status: retired\n  replaced_by: boat-office")
    read = data(campaign, tmp_path)
    assert [(old["id"], old["replaced_by"]) for old in read["retired"] if old["number"] == "119"] == [("river-rescue-119", "boat-office")]
    assert list(open_data.check(project(campaign), read_tree(tmp_path))) == []


def test_the_vcard_is_one_that_telephones_read(campaign: Path) -> None:
    """Version 3.0, CR LF, no line over 75 octets, no letter cut in two, separators escaped."""
    change(campaign / REGISTRY, "en: The river port", "en: The river port; quay 1, \\upper side")
    cards = vcards(project(campaign), "en")
    lines = cards.split("\r\n")
    assert cards.count("BEGIN:VCARD\r\nVERSION:3.0\r\n") == cards.count("END:VCARD\r\n") == 2 and lines[-1] == ""
    assert all(len(line.encode()) <= 75 and "\n" not in line for line in lines)
    unfolded = cards.replace("\r\n ", "").split("\r\n")
    assert r"ORG:The river port\; quay 1\, \\upper side" in unfolded
    assert [line for line in unfolded if line.startswith("TEL")] == ["TEL;TYPE=VOICE:119", "TEL;TYPE=VOICE:+84287300119"]
    assert "URL:https://boats.example/report" in unfolded and unfolded.count("REV:2026-05-04") == 2


@pytest.mark.parametrize("letters", ["a" * 300, "ễ" * 200, "ទ" * 100, "", "x" * 75, "x" * 76])
def test_folding_loses_nothing(letters: str) -> None:
    """RFC 2426 counts octets, and lets a line be cut anywhere; letters stay whole."""
    parts = folded(letters).split("\r\n")
    assert "".join([parts[0], *(part[1:] for part in parts[1:])]) == letters
    assert all(len(part.encode()) <= 75 for part in parts) and all(part.startswith(" ") for part in parts[1:])


def test_the_list_to_copy_has_no_script_no_style_and_its_age(campaign: Path) -> None:
    """It goes into pages of other people, and cannot be mended there."""
    text = snippet(project(campaign), "en", BUILT)
    assert not re.search(r"<script|<style|style=|src=|on\w+=", text)
    assert re.findall(r'href="([^"]+)"', text) == ["tel:119", "tel:+84287300119", "https://river.example/safe/en/index.html"]
    assert "as an ordinary call" in text and "embed_made 20 V 2026 (en)" in text


def test_the_code_to_copy_is_the_list_that_is_shown(campaign: Path, tmp_path: Path) -> None:
    """Escaped once: pasted into a page, it is the list."""
    from selectolax.lexbor import LexborHTMLParser

    data(campaign, tmp_path)
    page = LexborHTMLParser((tmp_path / "data/contacts.vi.html").read_bytes())
    assert page.css_first("p > code").text() == snippet(project(campaign), "vi", BUILT)


def test_the_feed_is_what_rfc_4287_asks_for(campaign: Path) -> None:
    """Ids, titles, dates and authors; absolute links; the newest first."""
    told = ElementTree.fromstring(feed(project(campaign), "en"))
    entries = told.findall(f"{ATOM}entry")
    assert told.find(f"{ATOM}updated").text == "2026-05-05T00:00:00Z" and told.find(f"{ATOM}author/{ATOM}name").text == "Kind River"
    assert {link.get("rel"): link.get("href") for link in told.findall(f"{ATOM}link")} == {
        "self": "https://river.example/safe/en/feed.xml", "alternate": "https://river.example/safe/en/index.html"}
    assert [entry.find(f"{ATOM}title").text for entry in entries] == ["The rescue page says how to throw a float.", "The first list of contacts."]
    assert entries[0].find(f"{ATOM}link").get("href") == "https://river.example/safe/en/cuu-giup/index.html"
    ids = [node.text for node in told.iter(f"{ATOM}id")]
    assert len(set(ids)) == 3 and all(id.startswith("urn:uuid:") for id in ids)


def test_ids_of_the_feed_stay_when_the_site_moves(campaign: Path) -> None:
    """Otherwise every reader would be told everything once more."""
    before = re.findall(r"<id>.*</id>", feed(project(campaign), "vi"))
    change(campaign / "mkdocs.yml", "https://river.example/safe/", "https://elsewhere.example/")
    change(campaign / "docs/_data/changes.yml", "en: The first list of contacts.", "en: The first list.")
    assert re.findall(r"<id>.*</id>", feed(project(campaign), "vi")) == before
    assert before != re.findall(r"<id>.*</id>", feed(project(campaign), "en"))


def test_without_an_address_or_a_change_there_is_no_feed(campaign: Path, tmp_path: Path) -> None:
    """A feed needs absolute links and a date; nothing points at one that is not there."""
    (campaign / "docs/_data/changes.yml").write_text("{}\n")
    assert data(campaign, tmp_path)["changes"] == [] and not list(tmp_path.rglob("feed.xml"))
    page = project(campaign).page("index.md", "vi")
    assert "open_data_feed" not in [file["name"] for file in open_data_view(project(campaign), page)["files"]]


@pytest.mark.parametrize("name, old, new, what", [
    ("contacts.json", '"number": "119"', '"number": "911"', "river-rescue-119: channel 1 number"),
    ("contacts.json", '"href": "tel:119"', '"href": "tel:+84119"', "river-rescue-119: channel 1 href"),
    ("contacts.json", '"cost": "charged"', '"cost": "free"', "boat-office: channel 1 cost"),
    ("contacts.json", '"id": "boat-office"', '"id": "boats"', "the list of contacts"),
    ("contacts.json", '"en": "River rescue 119"', '"en": "The boat office"', "river-rescue-119: name"),
    ("contacts.json", '"number": "18001190"', '"number": "18001191"', "retired 1 number"),
    ("contacts.json", '"how": "called"', '"how": "letter"', "boat-office: verified how"),
    ("contacts.json", '"publisher": "Báo Sông"', '"publisher": "Sông"', "river-rescue-119: source 1 publisher"),
    ("contacts.json", '"check_again": "', '"check_again": "1', "river-rescue-119: verified check_again"),
    ("contacts.json", '"number": "119"', '"number": "911", "number": "119"', "“number” stands twice in one place"),
    ("contacts.json", '"format": 1,', '"format": 1, "more": 1,', "more"),
    ("contacts.json", '"made": "2026', '"made": "On 2026', "made"),
    ("contacts.json", '"site": "https://river', '"site": "https://rivers', "site"),
    ("contacts.json", '"id": "boat-office"', '"id": "river-rescue-119"', "the list of contacts"),
    ("contacts.schema.json", '"title": "Contacts"', '"title": "Contact"', "title"),
    ("contacts.schema.json", '"required"', '"title": "Contacts", "required"', "“title” stands twice in one place"),
    ("contacts.en.vcf", "FN:River rescue 119", "FN:The boat office", "river-rescue-119: FN"),
    ("contacts.en.vcf", "ORG:The river port", "ORG:The river police", "boat-office: ORG"),
    ("contacts.en.vcf", "in the water", "in the air", "river-rescue-119: NOTE"),
    ("contacts.en.vcf", "END:VCARD", "X-MORE:1\r\nEND:VCARD", "river-rescue-119: X-MORE"),
    ("contacts.en.vcf", "REV:2026-05-04", "REV:2027-05-04", "river-rescue-119: REV"),
    ("contacts.en.vcf", "\r\nFN:River rescue 119", "", "river-rescue-119: FN"),
    ("contacts.json", '"on": "2026-05-04"', '"on": "2026-05-14"', "river-rescue-119: verified"),
    ("contacts.json", '"format": 1,', '"format": 1', "the file: it cannot be read"),
    ("contacts.vi.vcf", "TEL;TYPE=VOICE:119", "TEL;TYPE=VOICE:+84119", "river-rescue-119: TEL"),
    ("contacts.en.vcf", "UID:boat-office", "UID:river-rescue-119", "the list of cards"),
    ("contacts.km.html", 'href="tel:119"', 'href="tel:118"', "the list of numbers"),
    ("contacts.en.html", "20 V 2026", "20 V 2028", "the list of numbers: its day"),
    ("../feed.xml", "Danh bạ đầu tiên.</title>", "Danh bạ cuối cùng.</title>", "the list of changes"),
    ("../en/feed.xml", "2026-05-05T", "2024-05-05T", "the list of changes"),
    ("../en/feed.xml", "<content type=\"text\">The first list of contacts.</content>", "", "the list of changes"),
])
def test_a_difference_from_the_registry_is_found(campaign: Path, tmp_path: Path, name: str, old: str, new: str, what: str) -> None:
    """Whatever the build wrote is read back by code of its own."""
    data(campaign, tmp_path)
    assert list(open_data.check(project(campaign), read_tree(tmp_path))) == []
    path = tmp_path / "data" / name
    path.write_bytes(path.read_bytes().replace(old.encode(), new.encode(), 1))
    told = as_text(list(open_data.check(project(campaign), read_tree(tmp_path))))
    assert f"{normpath(f'data/{name}')}:1: built-data-differs: " in told and what.split(": ")[-1] in told and what.split(": ")[0] in told


def test_the_day_in_the_file_is_that_of_the_pages(campaign: Path, tmp_path: Path) -> None:
    """A day to come would keep an old list fresh for years."""
    data(campaign, tmp_path)
    told = as_text(list(open_data.check(project(campaign), read_tree(tmp_path), date(2026, 5, 6))))
    assert "data/contacts.json:1: built-data-differs: differs from the registry: made: " in told


@pytest.mark.parametrize("old, new, found", [
    ("", "", False),
    ("The first list", "The last list", True),
    ("<li><time>5 V 2026</time>: The rescue page says how to throw a float.</li>", "", True),
    ("<time>4 V 2026</time>", "<time>4 V 2025</time>", True),
    ("app-open-data", "another", False),
])
def test_the_changes_on_a_page_are_those_of_the_file(campaign: Path, tmp_path: Path, old: str, new: str, found: bool) -> None:
    """In the language of the page, with their days, the newest first."""
    page = ('<html lang="en"><section><h2 id="app-open-data">Files</h2><ul><li>JSON</li></ul><h2 id="app-changes">News</h2>\n<ul>'
            "<li><time>5 V 2026</time>: The rescue page says how to throw a float.</li><li><time>4 V 2026</time>: "
            "The first list of contacts.</li></ul></section>")
    (tmp_path / "a.html").write_text(page.replace(old, new) if old else page, encoding="utf-8")
    told = [str(one.place) for one in open_data.check(project(campaign), read_tree(tmp_path)) if "the list of changes" in dict(one.values).values()]
    assert told == (["a.html:1"] if found else [])
