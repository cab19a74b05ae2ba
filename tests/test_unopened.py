"""Tests what is told of a finished site before anything opens it: what strangers can do to a folder or a zip."""

import io
import os
import struct
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.checks.report import as_text, in_order
from scripts.checks.site import check_site
from scripts.checks.unopened import check_unopened
from scripts.facts.project import read_project
from tests.plain_site import write_plain_site

ENGINE = Path(__file__).parents[1]
POSIX_ONLY = pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot make or bound such a thing")
BOUNDED = """
import resource, runpy, sys
resource.setrlimit(resource.RLIMIT_CPU, (5, 5))
resource.setrlimit(resource.RLIMIT_AS, (512 * 2**20,) * 2)
sys.argv[0] = "scripts"
runpy.run_module("scripts", run_name="__main__")
"""


def told(place: Path) -> list[tuple[str, str]]:
    """Returns rule and file of what forbids to open a place."""
    return [(found.rule, found.place.path) for found in check_unopened(place)]


def bounded(root: Path, place: Path) -> list[str]:
    """Returns the findings of the whole command, in a process with 5 seconds of work and half a gigabyte of address space."""
    ran = subprocess.run([sys.executable, "-X", "utf8", "-c", BOUNDED, "check", "--root", str(root), "--built", str(place)],
                         cwd=ENGINE, capture_output=True, encoding="utf-8")
    assert ran.returncode == 1 and "Traceback" not in ran.stderr, ran.stderr
    return [line.split(": ")[1] for line in ran.stdout.splitlines() if not line.startswith(" ")]


@pytest.fixture
def site(campaign: Path) -> Path:
    """The finished site of the made-up campaign."""
    write_plain_site(read_project(campaign), campaign / "site")
    return campaign / "site"


@pytest.fixture
def copy(site: Path, tmp_path: Path) -> Path:
    """The same as a zip."""
    place = tmp_path / "copy.zip"
    with zipfile.ZipFile(place, "w") as archive:
        for path in sorted(path for path in site.rglob("*") if path.is_file()):
            archive.write(path, path.relative_to(site).as_posix())
    return place


def add(copy: Path, name: str, text: str = "x", mode: int = 0, **how: int) -> None:
    """Adds a file to a zip, under exactly this name."""
    entry = zipfile.ZipInfo("x")
    entry.filename, entry.external_attr = name, mode << 16
    with zipfile.ZipFile(copy, "a") as archive:
        archive.writestr(entry, text, **how)


def test_what_the_build_makes_is_opened(site: Path, copy: Path) -> None:
    """As a folder, over a link to it, and as a zip."""
    assert told(site) == told(copy) == []


@pytest.mark.parametrize("name", ["../evil.html", "a/../../evil.html", "/etc/evil.html", "..\\evil.html", "C:evil.html", "a//evil.html",
                                  "./evil.html", "\\\\server\\evil.html", "c:\\evil.html"])
def test_a_name_that_leads_out_of_the_folder_is_told(copy: Path, name: str) -> None:
    """Some programs write a file wherever its name says."""
    add(copy, name)
    assert told(copy) == [("copy-name-outside", copy.as_posix())]


@pytest.mark.parametrize(("mode", "kind"), [(0o120777, "a symbolic link"), (0o010644, "a pipe"), (0o020644, "a device"),
                                            (0o060644, "a device"), (0o140644, "a socket")])
def test_what_is_no_file_in_a_zip_is_told(copy: Path, mode: int, kind: str) -> None:
    """A link shows whatever it leads to on the computer of whoever unpacks it."""
    add(copy, "a.html", "/etc/passwd", mode)
    assert told(copy) == [("copy-entry-odd", copy.as_posix())] and f"is {kind}" in as_text(check_unopened(copy))


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_what_is_packed_in_a_rare_way_is_told(copy: Path, method: int) -> None:
    """Not every telephone unpacks it, and nobody can stop it half-way."""
    add(copy, "a.html", compress_type=method)
    assert told(copy) == [("copy-entry-closed", copy.as_posix())]


def test_an_encrypted_file_is_told(copy: Path) -> None:
    """Nobody could look into it, and readers have no password."""
    content = copy.read_bytes()
    at = content.rfind(b"PK\x01\x02")  # the last line of the list (APPNOTE 4.3.12)
    copy.write_bytes(content[:at + 8] + struct.pack("<H", 1) + content[at + 10:])
    assert told(copy) == [("copy-entry-closed", copy.as_posix())] and "it is encrypted" in as_text(check_unopened(copy))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_name_that_stands_twice_is_told(copy: Path) -> None:
    """Programs unpack the first or the last."""
    add(copy, "index.html")
    assert told(copy) == [("copy-name-repeated", copy.as_posix())]


def test_a_comment_is_told(copy: Path) -> None:
    """Programs that open zips show it; it could offer a number."""
    with zipfile.ZipFile(copy, "a") as archive:
        archive.comment = b"0912345678"
    assert told(copy) == [("copy-comment-hidden", copy.as_posix())]


def test_bytes_in_front_of_the_files_are_told(copy: Path) -> None:
    """A program with a zip behind it is still a program."""
    copy.write_bytes(b"MZ" + copy.read_bytes())
    assert told(copy) == [("copy-comment-hidden", copy.as_posix())]


def test_bytes_between_and_behind_the_files_are_told(copy: Path) -> None:
    """No program shows them, and none put them there by itself."""
    whole = copy.read_bytes()
    at = whole.index(b"PK\x01\x02")  # where the list begins, whose place the last six bytes of the end tell (4.3.16)
    between = whole[:at] + b"0912345678" + whole[at:-6] + struct.pack("<I", at + 10) + whole[-2:]
    for content in (between, whole + b"0912345678"):
        copy.write_bytes(content)
        assert told(copy) == [("copy-comment-hidden", copy.as_posix())] and "bytes between or behind" in as_text(check_unopened(copy))


class Pipe(io.BytesIO):
    """A place to write to that cannot go back, as a network connection."""

    def seekable(self) -> bool:
        """Returns that it cannot."""
        return False

    def seek(self, *_where: int) -> int:
        """Refuses."""
        raise io.UnsupportedOperation


def test_a_zip_that_was_written_in_one_go_is_read(copy: Path) -> None:
    """It says behind each file how long that is."""
    pipe = Pipe()
    with zipfile.ZipFile(copy) as old, zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    copy.write_bytes(pipe.getvalue())
    assert told(copy) == []


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "nothing": lambda whole: b"", "cut off": lambda whole: whole[:-30], "another file": lambda whole: b"<p>no</p>",
    "a page changed in place": lambda whole: whole.replace(b"</html>", b"</HTML>", 1),
    "the list is garbled": lambda whole: whole.replace(b"PK\x01\x02", b"PK\x01\x03", 1),
    "a name differs": lambda whole: whole.replace(b"index.html", b"jndex.html", 1),
    "a file that begins nowhere": lambda whole: whole.replace(b"PK\x03\x04", b"PK\x03\x05", 1)}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_zip_is_told_in_our_words(copy: Path, damage: Callable[[bytes], bytes]) -> None:
    """Under the path that the reader gave."""
    copy.write_bytes(damage(copy.read_bytes()))
    assert told(copy) == [("copy-damaged", copy.as_posix())]
    assert "Error" not in as_text(check_unopened(copy)) and "zip file" not in as_text(check_unopened(copy))


@pytest.mark.parametrize("name", ["copy.zip", "a/b/copy.ZIP"])
def test_a_zip_inside_is_looked_at_as_well(site: Path, copy: Path, name: str) -> None:
    """In a folder and in a zip, three deep and no deeper."""
    add(copy, "../evil.html")
    inner = copy.read_bytes()
    (site / name).parent.mkdir(parents=True, exist_ok=True)
    (site / name).write_bytes(inner)
    assert told(site) == [("copy-name-outside", name)]
    for _ in range(3):
        with zipfile.ZipFile(copy, "w") as archive:
            archive.writestr(name, inner)
        inner = copy.read_bytes()
    assert told(copy) == [("copy-name-outside", "/".join([copy.as_posix(), name, name, name]))]
    with zipfile.ZipFile(copy, "w") as archive:
        archive.writestr(name, inner)
    assert [rule for rule, _ in told(copy)] == ["copy-entry-closed"]


def zeros(copy: Path, pieces: int) -> bytes:
    """Makes a zip of one page of so many times 16 MB, and returns it."""
    with zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("index.html", "w") as file:
        for _ in range(pieces):
            file.write(bytes(2**24))
    return copy.read_bytes()


@POSIX_ONLY
def test_a_zip_that_swells_is_told_once(campaign: Path, copy: Path) -> None:
    """More memory than there is, in less than a megabyte."""
    zeros(copy, 40)
    assert bounded(campaign, copy) == ["file-too-large"]


@POSIX_ONLY
def test_a_zip_that_lies_about_its_size_is_told_once(campaign: Path, copy: Path) -> None:
    """The list says ten bytes; what is packed there would fill the memory."""
    content, size = zeros(copy, 40), struct.pack("<I", 40 * 2**24)
    assert content.count(size) == 2
    copy.write_bytes(content.replace(size, struct.pack("<I", 10)))
    assert bounded(campaign, copy) == ["copy-damaged"]


def test_many_files_that_swell_are_told_once(copy: Path) -> None:
    """Each is small enough, all together are not."""
    with zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(3):
            archive.writestr(f"{number}.png", bytes(29_000_000))
    assert told(copy) == [("copy-too-large", copy.as_posix())]


@POSIX_ONLY
def test_a_zip_with_a_list_beyond_measure_is_told_once(campaign: Path, copy: Path) -> None:
    """Reading the list alone would fill the memory."""
    with zipfile.ZipFile(copy, "w") as archive:
        for number in range(65_600):
            archive.writestr(str(number), "")
    assert bounded(campaign, copy) == ["folder-crowded"]


@POSIX_ONLY
def test_a_page_beyond_measure_is_told_once(campaign: Path, site: Path) -> None:
    """A hundred megabytes."""
    page = site / "index.html"
    page.write_bytes(page.read_bytes().replace(b"</body>", b"<p>word <b>x</b> 12</p>" * 4_300_000 + b"</body>"))
    assert bounded(campaign, site) == ["file-too-large"]


@pytest.mark.parametrize(("name", "most"), [("a.HTML", 2_000_000), ("a.svg", 2_000_000), ("a.js", 8_000_000), ("a.png", 30_000_000)])
def test_how_large_a_file_may_be(site: Path, name: str, most: int) -> None:
    """To the byte."""
    for size, found in ((most, []), (most + 1, [("file-too-large", name)])):
        with (site / name).open("wb") as file:
            file.truncate(size)
        assert told(site) == found


@POSIX_ONLY
@pytest.mark.parametrize("make", [os.mkfifo, lambda path: path.symlink_to("/dev/zero"), lambda path: path.symlink_to("/etc"),
                                  lambda path: path.symlink_to("/etc/passwd"), lambda path: path.symlink_to("nowhere")],
                         ids=["a pipe", "a link to a device", "a link to a folder", "a link to a file", "a link to nothing"])
def test_what_is_no_file_in_a_folder_is_told(site: Path, make: Callable[[Path], None]) -> None:
    """A server would wait for ever, or show a file of its own."""
    make(site / "x.html")
    assert told(site) == [("file-kind-odd", "x.html")]


@POSIX_ONLY
def test_a_pipe_is_no_site(tmp_path: Path) -> None:
    """Reading it would never end."""
    os.mkfifo(tmp_path / "site.zip")
    assert told(tmp_path / "site.zip") == [("file-kind-odd", (tmp_path / "site.zip").as_posix())]


@pytest.mark.parametrize(("name", "content", "rule"), [
    ("data/contacts.json", b"[" * 200_000, "built-data-differs"),
    ("data/contacts.en.html", b"<p>river\n\xff</p>", "finished-file-garbled"),
])
def test_what_nobody_can_read_is_told(campaign: Path, site: Path, name: str, content: bytes, rule: str) -> None:
    """In the file that it is in, and no other."""
    (site / "data").mkdir()
    for other in ("json", "schema.json", *(f"{code}.{ending}" for code in ("vi", "en", "km") for ending in ("vcf", "html"))):
        (site / f"data/contacts.{other}").touch()
    before = set(check_site(read_project(campaign), site))
    (site / name).write_bytes(content)
    after = in_order(set(check_site(read_project(campaign), site)) - before)
    assert {found.place.path for found in after} == {name} and rule in {found.rule for found in after}


@POSIX_ONLY
def test_tags_without_end_do_no_harm(campaign: Path, site: Path) -> None:
    """Three hundred thousand, one in the other."""
    page = site / "index.html"
    page.write_bytes(page.read_bytes().replace(b"</body>", b"<p>" * 300_000 + b'<a href="nowhere.html">x</a></body>'))
    assert "built-link-broken" in bounded(campaign, site)
