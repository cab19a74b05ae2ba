"""A second campaign in three languages is built with no change of code, safely and the same every time."""

import errno
import hashlib
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
import unicodedata
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from filelock import FileLock

from scripts.build import generator
from scripts.build import site as site_room
from scripts.build.site import WORK
from scripts.carry.zim import can_write
from scripts.checks.built import check_built
from scripts.checks.built.files.tree import read_tree
from scripts.checks.report import as_text
from scripts.facts.project import read_project
from tests.browser.built import BASE, BUILD_DAY, CODES, PENDING, Built, build, change, grown_campaign

ENGINE = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The made-up campaign with a page whose translation is pending, built once for this module."""
    made = build(grown_campaign(tmp_path_factory.mktemp("build") / "campaign"))
    assert not made.outcome.failed, as_text(made.outcome.findings)
    return made


def digest(folder: Path) -> str:
    """Returns one hash of all names and bytes below a folder."""
    whole = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        whole.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return whole.hexdigest()


def command(root: Path, *words: str) -> subprocess.CompletedProcess:
    """Runs a verb on a project, as a person would."""
    return subprocess.run([sys.executable, "-X", "utf8", "-m", "scripts", *words, "--root", str(root)], cwd=ENGINE,
                          capture_output=True, encoding="utf-8", env={**os.environ, **BUILD_DAY})


@pytest.mark.parametrize("address, language", [
    ("index.html", "vi"), ("en/index.html", "en"), ("km/index.html", "km"), ("404.html", "vi"), ("km/404.html", "km"),
    ("en/cuu-giup/nguoi-roi-xuong-nuoc.html", "en"),
])
def test_each_page_has_its_address_and_its_language(built: Built, address: str, language: str) -> None:
    """The main language at the root, the others in their folder, under the same file names."""
    assert f'<html lang="{language}"' in built.text(address)


def test_tokens_become_links_and_cards_and_examples_stay_examples(built: Built) -> None:
    """A number in a sentence, a card in a paragraph of its own, and code as it was written."""
    page = built.text("en/cuu-giup/nguoi-roi-xuong-nuoc.html")
    assert re.search(r'<a [^>]*href="tel:119"[^>]*>119</a>', page)
    assert '<div class="app-contact-card">' in page and "+84 287 300 119" in page
    assert "<code>[[contact:id]]</code>" in page
    hub = built.text("en/cuu-giup/index.html")
    assert "counted 40 boats" in hub and '<dfn class="app-term"><span title="a jacket that keeps a person afloat">life jacket</span></dfn>' in hub
    assert "night-watch" not in hub and "Night watch" not in hub


def test_alternates_are_named_where_they_exist_and_nowhere_else(built: Built) -> None:
    """Absolute addresses, for search engines; a stand-in is not a translation."""
    page = built.text("en/index.html")
    for code, address in (("vi", ""), ("en", "en/"), ("km", "km/")):
        assert f'<link rel="alternate" hreflang="{code}" href="https://river.example{BASE}{address}index.html">' in page
    assert '<link rel="alternate" hreflang="en"' not in built.text(f"{PENDING}.html")


def test_a_pending_translation_stands_in_honestly(built: Built) -> None:
    """The reader's language around it, the text marked with its own, and no search engine invited."""
    page = built.text(f"en/{PENDING}.html")
    assert '<html lang="en"' in page and re.search(r"<article [^>]*lang=\"vi\"", page)
    assert '<meta name="robots" content="noindex">' in page and 'rel="canonical"' not in page
    assert f"en/{PENDING}" not in (built.site / "sitemap.xml").read_text()


def test_the_sitemap_is_ours_and_lists_every_page_once(built: Built) -> None:
    """A theme brings one along, a template that MkDocs copies as it is when nobody fills it in."""
    pages = [path.relative_to(built.site).as_posix() for path in built.site.rglob("*.html")]
    listed = re.findall(r"<loc>https://[^/]+/[^/]+/([^<]+)</loc>", (built.site / "sitemap.xml").read_text(encoding="utf-8"))
    assert sorted(listed) == sorted({page for page in pages if not page.endswith("404.html")} - {f"en/{PENDING}.html", "assets/neutral.html"}
                                    - {page for page in pages if '<meta name="robots" content="noindex">' in built.text(page)})


def test_a_page_that_is_not_found_finds_its_way_from_any_depth(built: Built) -> None:
    """A server shows it for whatever address is missing."""
    for code, folder in (("vi", ""), ("km", "km/")):
        assert f'<base href="{BASE}{folder}404.html">' in built.text(f"{folder}404.html")


def test_anchors_are_plain_letters(built: Built) -> None:
    """The default slug drops the letter đ."""
    ids = re.findall(r'<h2[^>]* id="([^"]+)"', "".join(path.read_text() for path in built.site.rglob("*.html")))
    assert "goi-to" in ids
    assert all(anchor.isascii() for anchor in ids if not re.search(r"[\u1780-\u17ff]", anchor))


def test_nothing_of_material_is_sent_but_what_is_inlined(built: Built) -> None:
    """No bundle, no worker, no font, no stylesheet file."""
    names = [path.relative_to(built.site).as_posix() for path in built.site.rglob("*") if path.is_file()]
    assert not [name for name in names if re.search(r"bundle|lunr|workers|\.css$|\.map$|fonts/|print/", name)]


def test_the_finished_site_and_its_copy_have_no_findings(built: Built) -> None:
    """Checked again, on the files that readers get."""
    project = read_project(built.root)
    for place in (built.site, built.archive):
        assert as_text(list(check_built(project, read_tree(place)))) == ""


def test_the_same_input_gives_the_same_bytes(built: Built, tmp_path: Path) -> None:
    """In another folder, on another day."""
    again = build(grown_campaign(tmp_path / "elsewhere"))
    assert digest(again.site) == digest(built.site)
    assert again.archive.read_bytes() == built.archive.read_bytes()


def test_what_is_kept_changes_no_byte_and_damage_to_it_neither(campaign: Path) -> None:
    """A second build with all that the first one kept, and a third over ruins of it, give the same site and copy."""
    first = build(campaign)
    site, archive = digest(first.site), first.archive.read_bytes()
    assert digest(build(campaign).site) == site
    for place in (campaign / WORK).glob("*.sqlite3"):
        place.write_bytes(place.read_bytes()[:5000] + b"ruins" * 1000)
    third = build(campaign)
    assert not third.outcome.failed and digest(third.site) == site and third.archive.read_bytes() == archive


@pytest.fixture
def standing(campaign: Path) -> tuple[Path, str]:
    """A small campaign that was built once, and the hash of its site."""
    assert not build(campaign).outcome.failed
    return campaign, digest(campaign / "site")


def test_a_fault_leaves_the_old_site_and_tells_where_it_is(standing: tuple[Path, str]) -> None:
    """Readers keep what they had."""
    root, old = standing
    change(root / "docs/vi/index.md", "river-rescue-119", "river-rescue-911")
    made = build(root)
    assert made.outcome.failed and digest(root / "site") == old
    assert as_text(made.outcome.findings).startswith(
        "docs/vi/index.md:12: token-id-unknown: [[contact:river-rescue-911]] names “river-rescue-911”")


def test_pages_in_separate_marks_are_built_as_if_they_were_not(standing: tuple[Path, str]) -> None:
    """As text comes from some systems; a reader who searches the page finds every word, and the editor is told."""
    root, old = standing
    for path in (root / "docs/vi").rglob("*.md"):
        path.write_text(unicodedata.normalize("NFD", path.read_text(encoding="utf-8")), encoding="utf-8")
    made = build(root)
    assert not made.outcome.failed and {found.rule for found in made.outcome.findings} == {"page-not-nfc"}
    assert digest(root / "site") == old


def test_mkdocs_is_stopped_when_the_sources_are_at_fault(standing: tuple[Path, str], monkeypatch: pytest.MonkeyPatch) -> None:
    """It builds while they are checked, and is neither waited for nor left behind."""
    root, _ = standing
    started, start = [], subprocess.Popen
    monkeypatch.setattr(generator.subprocess, "Popen", lambda *words, **rest: started.append(start(*words, **rest)) or started[-1])
    change(root / "docs/vi/index.md", "river-rescue-119", "river-rescue-911")
    assert build(root).outcome.failed
    mkdocs = [run for run in started if "mkdocs" in run.args]
    assert len(mkdocs) == 1 and mkdocs[0].returncode not in (None, 0)


@pytest.mark.parametrize("spoil", [
    lambda root: change(root / "mkdocs.yml", "plugins:\n", "plugins:\n  - macros\n"),
    lambda root: (root / "docs/vi/x.md").symlink_to("/etc/passwd"),
    lambda root: change(root / "docs/vi/index.md", "# ", "> " * 100 + "\n\n# "),
], ids=["settings-that-load", "a-file-that-leads-away", "a-page-beyond-limits"])
def test_mkdocs_is_never_started_on_what_it_must_not_see(campaign: Path, spoil, monkeypatch: pytest.MonkeyPatch) -> None:
    """What could run, leave the project or take for ever is told, with all other findings, before any other program reads it."""
    spoil(campaign)
    monkeypatch.setattr(site_room, "generating", None)
    change(campaign / "docs/en/index.md", "river-rescue-119", "river-rescue-911")
    found = build(campaign).outcome
    assert found.failed and "token-id-unknown" in as_text(found.findings)


STRAYS = ["CNAME", "_redirects", "sw.js", "x.html", "x.json", "_data/x.html", "vi/x.html", "vi/.x.md", "vi/.x/y.md", "en/.htaccess",
          ".htaccess", ".well-known/x.txt", "assets/javascripts/x.js", "assets/x.svg", "y.md", "_decisions/y.md"]


@pytest.mark.parametrize("line", ["/_data/", "!.*", "!/_data/"])
def test_mkdocs_copies_only_what_readers_are_meant_to_get(campaign: Path, tmp_path: Path, line: str) -> None:
    """Even without the checks, and with a line in the settings that lets everything in, nothing else is published."""
    for name in STRAYS:
        (campaign / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        (campaign / "docs" / name).write_text("---\ntitle: stray\n---\n# stray\n", encoding="utf-8")
    (campaign / "docs/assets/letters.woff2").write_bytes(b"wOF2")
    change(campaign / "mkdocs.yml", "  /_data/\n", f"  /_data/\n  {line}\n")
    with generator.generating(campaign, tmp_path / "site", tmp_path, date(2026, 5, 5)) as complaints:
        complaints()
    made = [path.relative_to(tmp_path / "site").as_posix() for path in (tmp_path / "site").rglob("*") if path.is_file()]
    assert "assets/letters.woff2" in made and "index.html" in made
    assert [name for name in made if Path(name).stem in ("CNAME", "_redirects", "sw", "x", "y", ".x", ".htaccess", "contacts.yml")] == []
    assert [name for name in made if name.startswith((".", "_"))] == []


def test_two_builds_at_once_one_wins_and_the_other_says_so(standing: tuple[Path, str]) -> None:
    """The lock is the operating system's, so a dead build leaves none behind."""
    root, old = standing
    with FileLock(root / WORK / "lock"):
        made = build(root)
    assert as_text(made.outcome.findings).startswith("site:1: build-running: another build of this project is running")
    assert digest(root / "site") == old and not build(root).outcome.failed


def test_a_full_disk_leaves_the_old_site(standing: tuple[Path, str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Wherever it strikes, it is told and nothing is lost."""
    root, old = standing

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    for step in ("inline_stylesheets", "swap"):
        with monkeypatch.context() as patched:
            patched.setattr(site_room, step, full)
            made = build(root)
        assert "build-not-written: cannot be written: No space left on device" in as_text(made.outcome.findings)
        assert digest(root / "site") == old


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_killed_at_any_moment_the_site_is_the_old_one_or_the_new_one(standing: tuple[Path, str]) -> None:
    """Eight kills spread over a whole build, of all its processes and of the first alone; the next build works."""
    root, old = standing
    change(root / "docs/vi/index.md", "Gọi ", "Hãy gọi ")
    started = time.monotonic()
    assert command(root, "build", "--site-only").returncode == 0
    whole, new = time.monotonic() - started, digest(root / "site")
    chance = random.Random(8)
    for turn in range(8):
        change(root / "docs/vi/index.md", *(("Hãy gọi ", "Gọi ") if turn % 2 == 0 else ("Gọi ", "Hãy gọi ")))
        killed_after(root, whole * (turn + chance.random()) / 8, os.kill if turn % 3 else os.killpg)
        assert digest(root / "site") in (old, new)
    assert command(root, "build", "--site-only").returncode == 0
    assert digest(root / "site") == new


def killed_after(root: Path, seconds: float, kill: Callable) -> None:
    """Starts a build and kills it, with its children or without."""
    run = subprocess.Popen([sys.executable, "-m", "scripts", "build", "--site-only", "--root", str(root)], cwd=ENGINE,
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
                           env={**os.environ, **BUILD_DAY})
    try:
        run.wait(seconds)
    except subprocess.TimeoutExpired:
        kill(run.pid, signal.SIGKILL)
        run.wait()


@pytest.mark.parametrize("spoil, told", [
    (lambda root: (root / "mkdocs.yml").unlink(), "mkdocs.yml:1: file-missing"),
    (lambda root: (root / "docs/_data/contacts.yml").write_text(""), "docs/_data/contacts.yml:1: data-empty"),
    (lambda root: (root / "docs/vi/index.md").write_bytes("---\ntitle: café\n".encode("latin-1")), "file-not-utf8"),
    (lambda root: (root / "docs/vi/index.md").write_text("---\ntitle: a: b\n---\n"), "docs/vi/index.md:2: yaml-syntax"),
    (lambda root: [path.unlink() for path in (root / "docs/en").rglob("*.md")], "folder-missing"),
], ids=["no-settings", "empty-registry", "latin-1", "broken-front-matter", "no-pages"])
def test_bad_input_is_told_and_never_a_traceback(campaign: Path, spoil, told: str) -> None:
    """Exit status 1, the finding, and the mend."""
    spoil(campaign)
    ran = command(campaign, "build")
    assert ran.returncode == 1 and told in ran.stdout and "    sửa: " in ran.stdout
    assert "Traceback" not in ran.stdout + ran.stderr
    assert not (campaign / "site").exists()


def test_the_table_at_the_end_says_what_was_made(campaign: Path) -> None:
    """Pages for each language, contacts, links, sizes, time, and where to open it."""
    ran = command(campaign, "build")
    rows = dict(line.split(None, 1) for line in ran.stdout.splitlines() if line.strip())
    assert ran.returncode == 0
    assert rows["pages"] == "vi 4, en 4, km 4" and rows["contacts"] == "2 published, 3 in the registry"
    assert rows["open"] == str(campaign / "site/index.html")
    copies = ["song-lanh-offline.zip", *(["song-lanh.zim"] if can_write() else [])]
    assert [line.split()[1] for line in ran.stdout.splitlines() if line.startswith("copy ")] == [str(campaign / "dist" / name) for name in copies]
    assert sorted(path.name for path in (campaign / "dist").iterdir()) == ["SHA256SUMS", *copies]


def test_an_unpacked_copy_is_judged_as_the_copy_is(campaign: Path, tmp_path: Path) -> None:
    """What only servers need is missed in a site that lacks a part of it, not in a copy; a wrong number is told in both."""
    assert command(campaign, "build").returncode == 0
    copy, site = tmp_path / "copy", campaign / "site"
    shutil.unpack_archive(campaign / "dist/song-lanh-offline.zip", copy)
    assert command(campaign, "check", "--built", str(copy)).stdout == ""
    (site / "404.html").unlink()
    assert "404.md:1: built-page-missing: 404.html was not made" in command(campaign, "check", "--built", str(site)).stdout
    page = copy / "cuu-giup/nguoi-roi-xuong-nuoc.html"
    page.write_text(page.read_text("utf-8").replace("tel:119", "tel:118"), "utf-8")
    assert "built-call-unregistered" in command(campaign, "check", "--built", str(copy)).stdout


def test_plain_mkdocs_gives_the_same_words(campaign: Path, tmp_path: Path) -> None:
    """The field's own habit works too: tokens, languages and search, without the cutting and swapping."""
    with (campaign / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write(f"use_directory_urls: false\ntheme:\n  name: material\n  font: false\n"
                       f"  custom_dir: {ENGINE / 'overrides'}\nhooks:\n  - {ENGINE / 'scripts/build/hooks.py'}\n")
    ran = subprocess.run([sys.executable, "-m", "mkdocs", "build", "--strict", "-d", str(tmp_path / "plain")],
                         cwd=campaign, capture_output=True, encoding="utf-8", env={**os.environ, **BUILD_DAY})
    assert ran.returncode == 0, ran.stderr
    for code in CODES:
        folder = tmp_path / "plain" / ("" if code == "vi" else code)
        assert 'href="tel:119"' in (folder / "cuu-giup/nguoi-roi-xuong-nuoc.html").read_text()
        assert (tmp_path / f"plain/assets/javascripts/search-data.{code}.js").is_file()


def test_a_new_page_passes_the_checks_from_the_start(campaign: Path) -> None:
    """In every language, listed beside its neighbours; a second time it is refused."""
    made = command(campaign, "new", "page", "cuu-giup/áo phao")
    assert made.stdout.splitlines() == ["docs/vi/cuu-giup/ao-phao.md", "docs/en/cuu-giup/ao-phao.md",
                                        "docs/km/cuu-giup/ao-phao.md", "mkdocs.yml"]
    assert command(campaign, "check", "--today", "2026-05-20").stdout == ""
    again = command(campaign, "new", "page", "cuu-giup/ao-phao")
    assert again.returncode == 1 and "docs/vi/cuu-giup/ao-phao.md:1: page-exists" in again.stdout
