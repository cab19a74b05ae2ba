"""The offline copies open anywhere, are the same everywhere, surprise nobody, and tell when they were changed."""

import zipfile
from pathlib import Path

import pytest

from scripts.carry.archive import write_archive
from scripts.carry.checksums import verify, write_checksums
from scripts.carry.offline import offline
from scripts.checks.report import as_text

WORDS = {"vi": "cần có mạng", "en": "needs the internet & power"}
PAGE = '<a href="https://weather.example" class="app-quick-exit" data-offline-href="assets/neutral.html">x</a>'


def site(folder: Path) -> Path:
    """A small finished site, with files that only a server needs."""
    files = {"index.html": PAGE, "en/index.html": "<p>b</p>", "assets/page.js": "1", "404.html": "", "en/404.html": "",
             "sitemap.xml": "", "_headers": "", "headers/nginx.conf": "", ".DS_Store": "x", "en/Thumbs.db": "x"}
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return folder


def test_the_copy_holds_what_a_reader_needs(tmp_path: Path) -> None:
    """Server files stay behind, and what a computer left for itself; the pages open from the top folder."""
    write_archive(site(tmp_path / "site"), tmp_path / "copy.zip", WORDS)
    with zipfile.ZipFile(tmp_path / "copy.zip") as archive:
        assert archive.namelist() == ["assets/page.js", "en/index.html", "index.html"]


def test_the_copy_leads_nowhere_outside_by_surprise(tmp_path: Path) -> None:
    """A link with an offline twin uses the twin."""
    write_archive(site(tmp_path / "site"), tmp_path / "copy.zip", WORDS)
    with zipfile.ZipFile(tmp_path / "copy.zip") as archive:
        assert archive.read("index.html").decode() == '<a href="assets/neutral.html" class="app-quick-exit">x</a>'


def test_the_same_site_gives_the_same_bytes(tmp_path: Path) -> None:
    """Whatever the times of the files are."""
    write_archive(site(tmp_path / "one"), tmp_path / "one.zip", WORDS)
    other = site(tmp_path / "two")
    for path in other.rglob("*.html"):
        path.touch()
    write_archive(other, tmp_path / "two.zip", WORDS)
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


WEB = '<a href="https://paper.example/a" rel="noopener">paper</a>'
MARKED = {
    "a link of Markdown": (f"<p>Read {WEB}, then rest.</p>", f"<p>Read {WEB} (cần có mạng), then rest.</p>"),
    "two links in a sentence": (f"<p>{WEB} {WEB}</p>", f"<p>{WEB} (cần có mạng) {WEB} (cần có mạng)</p>"),
    "a link without a scheme": ('<a href="//paper.example/a">x</a>', '<a href="//paper.example/a">x</a> (cần có mạng)'),
    "a link that says it already": (f"<p>{WEB} (cần có mạng)</p>", f"<p>{WEB} (cần có mạng)</p>"),
    "a button that says it already": (f"<div>{WEB} <span>cần có mạng</span></div>", f"<div>{WEB} <span>cần có mạng</span></div>"),
    "a contact that says it to screen readers": (
        '<a href="https://a.example/">A<span class="app-hidden"> (cần có mạng)</span></a>',
        '<a href="https://a.example/">A<span> (cần có mạng)</span></a>'),
    "a list of sources says it once": (
        f'<details class="app-sources"><p>Cần mạng.</p>{WEB}</details>', f'<details class="app-sources"><p>Cần mạng.</p>{WEB}</details>'),
    "the source of an entry says it once": (
        f'<span class="app-cited">{WEB}, <time>1</time>; {WEB}.</span>', f'<span class="app-cited">{WEB}, <time>1</time>; {WEB} (cần có mạng).</span>'),
    "the source of an entry without a link": ('<span class="app-cited">paper</span>', '<span class="app-cited">paper</span>'),
    "links inside the copy": ('<a href="a.html">a</a> <a href="tel:119">119</a>', '<a href="a.html">a</a> <a href="tel:119">119</a>'),
    "a link that is shown as an example": ("<code>&lt;a href=\"https://a.example\"&gt;</code>", "<code>&lt;a href=\"https://a.example\"&gt;</code>"),
}


@pytest.mark.parametrize(("before", "after"), MARKED.values(), ids=MARKED)
def test_a_link_into_the_internet_says_so(before: str, after: str) -> None:
    """Who taps it without a network knows why it does not open."""
    head = '<!doctype html><html lang="vi"><body>'
    assert offline((head + before).encode(), WORDS).decode() == head + after


def test_a_link_into_the_internet_says_so_in_the_language_of_the_page() -> None:
    """With the signs of HTML written as such; a language without words stays as it is."""
    page = '<html class="no-js" lang="{0}">' + WEB
    assert offline(page.format("en").encode(), WORDS).decode().endswith("</a> (needs the internet &amp; power)")
    assert offline(page.format("km").encode(), WORDS).decode() == page.format("km")


def copies(folder: Path) -> Path:
    """A folder with a copy and its checksums."""
    folder.mkdir()
    (folder / "copy.zip").write_bytes(b"whole")
    write_checksums(folder)
    return folder


def test_a_whole_copy_verifies(tmp_path: Path) -> None:
    """No findings, and `sha256sum -c` can read the list."""
    folder = copies(tmp_path / "dist")
    assert list(verify(folder)) == []
    assert (folder / "SHA256SUMS").read_text().endswith("  copy.zip\n")


def test_a_changed_copy_is_told(tmp_path: Path) -> None:
    """One changed byte is enough."""
    folder = copies(tmp_path / "dist")
    (folder / "copy.zip").write_bytes(b"wholE")
    assert as_text(list(verify(folder))) == (
        "SHA256SUMS:1: copy-file-changed: copy.zip is not the file that was made: its contents have changed\n"
        "    fix: do not hand it out; fetch copy.zip again\n"
        "    sửa: đừng phát tệp này; hãy tải lại copy.zip\n")


def test_one_copy_alone_verifies(tmp_path: Path) -> None:
    """A school that was given the zip and not the ZIM can compare what it has."""
    folder = copies(tmp_path / "dist")
    (folder / "copy.zim").write_bytes(b"other")
    write_checksums(folder)
    (folder / "copy.zim").unlink()
    assert list(verify(folder, "copy.zip")) == []
    assert [found.rule for found in verify(folder, "copy.zim")] == ["copy-file-missing"]
    assert [found.rule for found in verify(folder, "renamed.zip")] == ["copy-file-unlisted"]


def test_a_missing_copy_and_a_garbled_list_are_told(tmp_path: Path) -> None:
    """Each on its line."""
    folder = copies(tmp_path / "dist")
    (folder / "copy.zip").unlink()
    with (folder / "SHA256SUMS").open("a") as sums:
        sums.write("not a checksum\n")
    told = as_text(list(verify(folder)))
    assert "SHA256SUMS:1: copy-file-missing: copy.zip is listed and is not there" in told
    assert "SHA256SUMS:2: copy-checksum-malformed: “not a checksum”" in told


def test_a_folder_without_checksums_is_told(tmp_path: Path) -> None:
    """Nothing to compare with is not the same as nothing changed."""
    assert "copy-checksums-missing: the folder" in as_text(list(verify(tmp_path)))
