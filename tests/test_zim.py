"""The ZIM for the Kiwix app: whole, the same every time, told about as it should be, and read with care."""

import hashlib
from datetime import date
from pathlib import Path

import pytest

from scripts.build.site import Outcome
from scripts.carry import copies, zim
from scripts.carry.book import about
from scripts.carry.zim import can_write, write_zim
from scripts.checks.built import check_built
from scripts.checks.built.files.tree import read_tree
from scripts.checks.finished import check_finished
from scripts.checks.report import as_text
from scripts.cli import main
from scripts.facts.project import read_project
from tests.conftest import CAMPAIGN
from tests.picture_bytes import png
from tests.plain_site import write_plain_site

needs_libzim = pytest.mark.skipif(not can_write(), reason="no libzim for this machine")
POLICY = '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">'
PAGE = (f'<!doctype html><html lang="vi"><head><meta charset="utf-8">{POLICY}<title>Sông &amp; thuyền</title>'
        '<meta name="app-source" content="vi/index.md"></head><body><a href="https://weather.example" data-offline-href="rest.html">x</a>'
        '<a href="https://paper.example/">y</a></body></html>')


def site(folder: Path) -> Path:
    """A small finished site."""
    for name, text in {"index.html": PAGE, "rest.html": "<title>Rest</title>", "en/a.js": "1", "404.html": ""}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "a.png").write_bytes(png())
    return folder


def packed(folder: Path, target: Path) -> Path:
    """Returns the site in a ZIM."""
    write_zim(folder, target, {"vi": "cần có mạng"}, {"Title": "Sông", "Date": "2026-05-05"}, png(48, 48), "index.html")
    return target


@needs_libzim
def test_a_zim_holds_what_a_reader_needs(tmp_path: Path) -> None:
    """Pages without the policy that would stop Kiwix's own toolbar, and links as in the zip."""
    from libzim.reader import Archive

    book = Archive(packed(site(tmp_path / "site"), tmp_path / "copy.zim"))
    page = bytes(book.get_entry_by_path("index.html").get_item().content).decode()
    assert POLICY not in page and '<a href="rest.html">x</a>' in page and "y</a> (cần có mạng)" in page
    assert book.check() and book.main_entry.get_item().path == "index.html" and not book.has_entry_by_path("404.html")
    assert book.get_entry_by_path("a.png").get_item().mimetype == "image/png"
    assert book.get_metadata("Title").decode() == "Sông" and book.has_illustration(48)


@needs_libzim
def test_the_app_suggests_pages_by_their_titles(tmp_path: Path) -> None:
    """Typed without marks, too; files that nobody wrote as a page are not suggested."""
    from libzim.reader import Archive
    from libzim.suggestion import SuggestionSearcher

    book = Archive(packed(site(tmp_path / "site"), tmp_path / "copy.zim"))
    assert book.get_entry_by_path("index.html").title == "Sông & thuyền"
    assert list(SuggestionSearcher(book).suggest("song").getResults(0, 9)) == ["index.html"]
    assert list(SuggestionSearcher(book).suggest("rest").getResults(0, 9)) == []


@needs_libzim
def test_the_same_site_gives_the_same_zim(tmp_path: Path) -> None:
    """And another site another id."""
    one = packed(site(tmp_path / "one"), tmp_path / "one.zim").read_bytes()
    assert packed(site(tmp_path / "two"), tmp_path / "two.zim").read_bytes() == one
    (tmp_path / "two" / "rest.html").write_text("<title>Rast</title>")
    assert packed(tmp_path / "two", tmp_path / "other.zim").read_bytes()[8:24] != one[8:24]


@needs_libzim
def test_writing_a_zim_says_nothing(tmp_path: Path, capfd) -> None:
    """What is printed may be JSON."""
    packed(site(tmp_path / "site"), tmp_path / "copy.zim")
    assert capfd.readouterr().out == ""


def test_a_zim_says_what_it_is() -> None:
    """All that openZIM asks for, within its limits, from the data files and the day of the build."""
    told = about(read_project(CAMPAIGN), "song-lanh", date(2026, 5, 5))
    assert told == {"Name": "song-lanh_mul_all", "Title": "Sông Lành", "Description": "Về bờ an toàn", "Language": "vie,eng,khm",
                    "Creator": "Sông Lành", "Publisher": "Sông Lành", "Date": "2026-05-05", "License": "CC BY 4.0",
                    "Source": "https://river.example/safe/", "Tags": "_ftindex:no"}


def whole_site(tmp_path: Path) -> Path:
    """The finished site of the made-up campaign, in a ZIM."""
    write_plain_site(read_project(CAMPAIGN), tmp_path / "site")
    return packed(tmp_path / "site", tmp_path / "copy.zim")


@needs_libzim
def test_a_zim_is_checked_as_the_folder_is(tmp_path: Path) -> None:
    """By both layers, and each finds what is wrong in it."""
    project, whole = read_project(CAMPAIGN, date(2026, 5, 5)), whole_site(tmp_path)
    assert list(check_built(project, read_tree(whole))) == [] and list(check_finished(CAMPAIGN, whole)) == []
    page = tmp_path / "site/en/index.html"
    page.write_text(page.read_text(encoding="utf-8").replace('">119<', '">118<'), encoding="utf-8")
    faulty = packed(tmp_path / "site", tmp_path / "faulty.zim")
    assert {(found.rule, found.place.path) for found in check_finished(CAMPAIGN, faulty)} == {("finished-call-differs", "en/index.html")}
    assert "built-call-text-differs" in {found.rule for found in check_built(project, read_tree(faulty))}


class Mislabelled(zim._File):
    """A file whose title and type are those of another one."""

    def get_title(self) -> str:
        """Returns another title."""
        return "Call 118" if self.name == "en/index.html" else super().get_title()

    def get_mimetype(self) -> str:
        """Returns another type."""
        return "application/octet-stream" if self.name == "km/index.html" else super().get_mimetype()


@needs_libzim
def test_a_zim_calls_its_files_what_they_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It begins at home; the app finds a page by its own title, and opens it as a page."""
    project = read_project(CAMPAIGN, date(2026, 5, 5))
    whole_site(tmp_path)
    monkeypatch.setattr(zim, "_File", Mislabelled)
    faulty = tmp_path / "faulty.zim"
    write_zim(tmp_path / "site", faulty, {}, {}, png(48, 48), "en/index.html")
    assert sorted((found.rule, found.place.path, dict(found.values)["what"]) for found in check_built(project, read_tree(faulty))) == [
        ("copy-label-differs", "en/index.html", "first page of the copy"), ("copy-label-differs", "en/index.html", "title in the list of the app"),
        ("copy-label-differs", "km/index.html", "media type")]


@needs_libzim
def test_what_a_zim_says_of_itself_is_read_too(tmp_path: Path) -> None:
    """The app shows it before any page."""
    write_plain_site(read_project(CAMPAIGN), tmp_path / "site")
    write_zim(tmp_path / "site", tmp_path / "copy.zim", {}, {"Title": "x", "Description": "Gọi 0912 345 678"}, png(48, 48), "index.html")
    assert [str(found.place) for found in check_finished(CAMPAIGN, tmp_path / "copy.zim")] == ["metadata/Description.txt:1"]


def told(campaign: Path, place: Path, capsys) -> str:
    """Returns what `check --built` says of a file."""
    assert main(["check", "--root", str(campaign), "--built", str(place)]) == 1
    return capsys.readouterr().out


@needs_libzim
@pytest.mark.parametrize(("change", "reason"), {
    "cut off": (lambda content: content[:-2000], "it is no whole ZIM file: "),
    "only a beginning": (lambda content: content[:4], "it is no whole ZIM file: "),
    "one byte changed": (lambda content: content[:-3000] + bytes([content[-3000] ^ 1]) + content[-2999:], "its checksum is not that"),
    "a count that is too high": (lambda content: summed(content[:24] + b"\xff\xff\xff\x7f" + content[28:]), "it is no whole ZIM file: "),
    "a place outside": (lambda content: summed(content[:32] + b"\xff" * 8 + content[40:]), "it is no whole ZIM file: "),
}.values())
def test_a_broken_zim_is_one_finding(campaign: Path, tmp_path: Path, capsys, change, reason: str) -> None:
    """In a word and without a crash."""
    (tmp_path / "bad.zim").write_bytes(change(whole_site(tmp_path).read_bytes()))
    said = told(campaign, tmp_path / "bad.zim", capsys)
    assert reason in said and said.count("file-unreadable") == 1 and said.count("\n") == 3


def summed(content: bytes) -> bytes:
    """Returns a ZIM with the right checksum for what stands in it."""
    return content[:-16] + hashlib.md5(content[:-16]).digest()


def test_a_machine_without_libzim_says_so_kindly(tmp_path: Path, monkeypatch) -> None:
    """The zip is there, and the build goes on."""
    monkeypatch.setattr(zim, "Creator", None)
    write_plain_site(read_project(CAMPAIGN), tmp_path / "site")
    outcome = Outcome(project=read_project(CAMPAIGN))
    written = list(copies._written(tmp_path, outcome, tmp_path))
    assert [path.name for path in written] == ["song-lanh-offline.zip"] and not outcome.failed
    assert as_text(outcome.findings).startswith("dist/song-lanh.zim:1: copy-zim-unmade (warning): this machine makes no ZIM")
