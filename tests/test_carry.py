"""The offline copy opens anywhere, is the same everywhere, and tells when it was changed."""

import zipfile
from pathlib import Path

from scripts.carry.archive import write_archive
from scripts.carry.checksums import verify, write_checksums
from scripts.checks.report import as_text

PAGE = '<a href="https://weather.example" class="app-quick-exit" data-offline-href="assets/neutral.html">x</a>'


def site(folder: Path) -> Path:
    """A small finished site, with files that only a server needs."""
    files = {"index.html": PAGE, "en/index.html": "<p>b</p>", "assets/page.js": "1", "404.html": "", "en/404.html": "",
             "sitemap.xml": "", "_headers": "", "headers/nginx.conf": ""}
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return folder


def test_the_copy_holds_what_a_reader_needs(tmp_path: Path) -> None:
    """Server files stay behind; the pages open from the top folder."""
    write_archive(site(tmp_path / "site"), tmp_path / "copy.zip")
    with zipfile.ZipFile(tmp_path / "copy.zip") as archive:
        assert archive.namelist() == ["assets/page.js", "en/index.html", "index.html"]


def test_the_copy_leads_nowhere_outside_by_surprise(tmp_path: Path) -> None:
    """A link with an offline twin uses the twin."""
    write_archive(site(tmp_path / "site"), tmp_path / "copy.zip")
    with zipfile.ZipFile(tmp_path / "copy.zip") as archive:
        assert archive.read("index.html").decode() == '<a href="assets/neutral.html" class="app-quick-exit">x</a>'


def test_the_same_site_gives_the_same_bytes(tmp_path: Path) -> None:
    """Whatever the times of the files are."""
    write_archive(site(tmp_path / "one"), tmp_path / "one.zip")
    other = site(tmp_path / "two")
    for path in other.rglob("*.html"):
        path.touch()
    write_archive(other, tmp_path / "two.zip")
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


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
