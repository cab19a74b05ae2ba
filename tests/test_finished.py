"""Tests the last look at finished files: thirty and more faults put straight into them, and what it may not know."""

import ast
import json
import shutil
import sqlite3
import sys
import zipfile
import zlib
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from scripts.build.structure import href
from scripts import processors
from scripts.checks import finished
from scripts.checks.finished import PLACE, SecondLook, check_finished, extract, sheets
from scripts.checks.report import as_text, counts, in_order
from scripts.checks.finished.bounded import Unread
from scripts.facts.project import read_project
from tests.conftest import CAMPAIGN
from tests.pdf_bytes import pdf
from tests.picture_bytes import code, code_svg, saved

ROOM = Path(__file__).parents[1] / "scripts" / "checks" / "finished"
PAGE, HOME, EN = "cuu-giup/nguoi-roi-xuong-nuoc.html", "index.html", "en/cuu-giup/nguoi-roi-xuong-nuoc.html"
HTML = """<!doctype html>
<html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>
<meta name="app-source" content="{source}"><meta name="description" content="{title}">
<meta property="og:title" content="{title}"><link rel="canonical" href="https://river.example/safe/{address}">
<script type="application/ld+json">{{"@context": "https://schema.org", "name": "{title}"}}</script>
<style>a::after {{ content: "→" }}</style></head>
<body><nav><a href="tel:119">119</a> <a href="{home}">{language}</a></nav><h1>{title}</h1>
<div class="app-contact-card"><p class="app-contact-card__name">{rescue}</p><a href="tel:119">Call <strong>119</strong></a></div>
<div class="app-contact-card"><p class="app-contact-card__name">{office}</p><a href="tel:+84287300119">+84 287 300 119</a></div>
<p>1. <span>Stay</span> on the bank, 5 May 2026.</p><img src="a.png" alt="river"><svg viewBox="0 0 24 24"><title>call</title></svg>
<a href="https://paper.example/rescue">paper</a></body></html>
"""
DATA = "assets/javascripts/search-data.vi.js"
TODAY = date(2026, 5, 20)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A finished site of the made-up campaign, without any fault."""
    project = read_project(CAMPAIGN)
    for page in project.pages:
        name = {key: project.contacts[key].name[page.language] for key in ("river-rescue-119", "boat-office")}
        home = href(project, page, project.page("index.md", page.language))
        write(tmp_path, project.address(page), HTML.format(
            language=page.language, title=page.title, source=page.path.removeprefix("docs/"), home=home,
            address=project.address(page), rescue=name["river-rescue-119"], office=name["boat-office"]))
    write(tmp_path, DATA, 'appSearch({"pages": ["Người rơi xuống nước", "Đừng nhảy theo."]})')
    write(tmp_path, "robots.txt", "User-agent: *\nSitemap: https://river.example/safe/sitemap.xml\n")
    write(tmp_path, "sitemap.xml", "<urlset><url><loc>https://river.example/safe/index.html</loc></url></urlset>")
    write(tmp_path, "contacts.json", json.dumps({"boat-office": "+84287300119", "river-rescue-119": "119"}))
    write(tmp_path, "contacts.vcf", "BEGIN:VCARD\nTEL:+84287300119\nEND:VCARD\n")
    return tmp_path


def write(folder: Path, name: str, text: str) -> None:
    """Writes a file of the site."""
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


@pytest.mark.parametrize("content", [b"\x89PNG\r\n\x1a\n", b"<p>no</p>", b""])
def test_a_broken_picture_is_told_in_the_same_words_each_time(site: Path, content: bytes) -> None:
    """Pillow names the place in memory, which differs in every run."""
    (site / "a.png").write_bytes(content)
    said = {as_text(in_order(check_finished(CAMPAIGN, site))) for _ in range(2)}
    assert len(said) == 1 and "a.png:1: finished-file-unread: nobody can look into it: it is no whole picture: it does not begin as a picture " \
        "does, or breaks off; it could hide" in said.pop()


def test_a_site_without_faults_has_no_findings(site: Path) -> None:
    """As a folder and as a zip."""
    assert list(check_finished(CAMPAIGN, site)) == []
    assert list(check_finished(CAMPAIGN, packed(site))) == []


def packed(site: Path) -> Path:
    """Returns the site in a zip."""
    return Path(shutil.make_archive(str(site.parent / f"{site.name}-packed"), "zip", site))


CARD, DIAL = '<a href="tel:119">Call <strong>119</strong></a>', 'href="tel:119"'
FAULTS: dict[str, tuple[str, str, str]] = {
    "another digit is dialled": (PAGE, DIAL, 'href="tel:118"'),
    "another digit is read": (PAGE, "<strong>119</strong>", "<strong>118</strong>"),
    "another digit in both": (PAGE, CARD, '<a href="tel:118">118</a>'),
    "two numbers changed places": (PAGE, CARD, '<a href="tel:+84287300119">+84 287 300 119</a>'),
    "a digit is missing": (PAGE, "+84 287 300 119", "+84 287 300 19"),
    "a digit more": (PAGE, "tel:+84287300119", "tel:+842873001199"),
    "two digits swapped": (PAGE, "+84 287 300 119", "+84 278 300 119"),
    "a country code before a short code": (PAGE, DIAL, 'href="tel:+84119"'),
    "a call became a message": (PAGE, DIAL, 'href="sms:119"'),
    "a messenger dials": (PAGE, DIAL, 'href="zalo:119"'),
    "a number that is not confirmed": (PAGE, DIAL, 'href="tel:+84287300120"'),
    "an old number in the text": (PAGE, "Stay", "1800 1190"),
    "a screen reader says another number": (PAGE, DIAL, 'href="tel:119" aria-label="Gọi 118"'),
    "a title says another number": (PAGE, DIAL, 'href="tel:119" title="113"'),
    "a picture in the link says another number": (PAGE, "<strong>119", '<img src="a.png" alt="118"><strong>119'),
    "the digits of another script": (PAGE, "<strong>119", "<strong>１１８"),
    "a character that nobody sees": (PAGE, "<strong>119", "<strong>1\u200b19"),
    "a hidden character is dialled": (PAGE, DIAL, 'href="tel:1\u200b19"'),
    "entities hide what is dialled": (PAGE, DIAL, 'href="&#116;el:118"'),
    "percent signs hide what is dialled": (PAGE, DIAL, 'href="%74el:118"'),
    "the help bar is gone": (HOME, DIAL, 'href="index.html"'),
    "a number in a sentence": (PAGE, "Stay", "0912 345 678"),
    "a number over several tags": (PAGE, "<span>Stay</span>", "<b>09</b><i>12 34</i><u>5678</u>"),
    "a number in words": (PAGE, "Stay", "một một tám"),
    "a number in circles": (PAGE, "Stay", "⓪⑨①②③④⑤⑥⑦⑧"),
    "a number with letters": (PAGE, "Stay", "O9l2 345 678"),
    "a number in the title": (PAGE, "<title>", "<title>0912345678 "),
    "a number in the description": (PAGE, 'name="description" content="', 'name="description" content="Gọi 0912345678 '),
    "a number in a shared card": (PAGE, 'og:title" content="', 'og:title" content="Gọi 0912345678 '),
    "a number in structured data": (PAGE, '"name": "', '"telephone": "+84912345678", "name": "'),
    "a number beside a picture": (PAGE, 'alt="river"', 'alt="0912 345 678"'),
    "a number in a drawing": (PAGE, "<title>call", "<title>0912345678"),
    "a number in a style": (PAGE, '"→"', '"0912 345 678"'),
    "a number in a comment": (PAGE, "<h1>", "<!-- 0912 345 678 --><h1>"),
    "a number in an attribute of a script": (PAGE, "<h1>", '<h1 data-phone="0912345678">'),
    "a number in the search data": (DATA, "Đừng nhảy", "Gọi 0912 345 678, đừng nhảy"),
    "an escaped number in the search data": (DATA, "Đừng nhảy", "Gọi \\u0030912345678, đừng nhảy"),
    "a number in robots.txt": ("robots.txt", "User", "# 0912345678\nUser"),
    "a number in the list of contacts": ("contacts.json", "+84287300119", "+84287300118"),
    "a number in a card": ("contacts.vcf", "TEL:+84287300119", "TEL:+84287300118"),
    "a host in the sitemap": ("sitemap.xml", "river.example", "rlver.example"),
    "a mailbox": (PAGE, "Stay", "help@river.test"),
    "a mail link": (PAGE, "https://paper.example/rescue", "mailto:help@river.test"),
    "a chat": (PAGE, "https://paper.example/rescue", "https://wa.me/84912345678"),
    "a look-alike host": (PAGE, "https://paper.example", "https://paper.example.test"),
    "letters of another alphabet": (PAGE, "https://paper.example", "https://pаper.example"),
    "a name before the host": (PAGE, "https://paper.example", "https://paper.example@evil.test"),
    "a port": (PAGE, "https://paper.example", "https://paper.example:8080"),
    "a script in a link": (PAGE, "https://paper.example/rescue", "javascript:location='tel:118'"),
    "a page that dials by itself": (PAGE, "<h1>", '<iframe src="tel:118"></iframe><h1>'),
    "the name of another language": (PAGE, "Cứu hộ sông 119", "River rescue 119"),
    "the name of another contact": (PAGE, "Cứu hộ sông 119", "Văn phòng thuyền"),
    "a number in the other language": (EN, "Stay", "Call 118"),
}


def put(site: Path, fault: tuple[str, str, str]) -> None:
    """Puts a fault into a file of the site."""
    name, old, new = fault
    text = (site / name).read_text(encoding="utf-8")
    assert old in text
    write(site, name, text.replace(old, new))


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_a_fault_in_a_finished_file_is_found(site: Path, fault: tuple[str, str, str]) -> None:
    """And the finding names the file."""
    put(site, fault)
    found = list(check_finished(CAMPAIGN, site))
    assert found and {one.place.path for one in found} == {fault[0]}


def test_a_fault_in_a_zip_is_found(site: Path) -> None:
    """The copy that schools carry is looked at as it lies there."""
    put(site, FAULTS["another digit is dialled"])
    assert {one.place.path for one in check_finished(CAMPAIGN, packed(site))} == {PAGE}


def test_an_index_for_programs_is_not_read_as_text(site: Path) -> None:
    """The larger a site, the likelier it holds by chance what reads as a space in HTML, or as an address."""
    write(site, DATA, f'appSearch("{"bIbUa0" * 60}&Tab;,1@g.a-G,{"c8b4h#" * 60}")')
    assert list(check_finished(CAMPAIGN, site)) == []


def test_a_zip_inside_a_zip_is_opened(site: Path, tmp_path: Path) -> None:
    """A copy for a school may lie inside the site."""
    with zipfile.ZipFile(site / "copy.zip", "w") as archive:
        archive.writestr("card.txt", "0912 345 678")
    assert [str(one.place) for one in check_finished(CAMPAIGN, site)] == ["copy.zip/card.txt:1"]


def strokes(drawn: Image.Image) -> bytes:
    """Returns a code as a PDF draws it without a picture: a square for each black dot."""
    dots = [(x, y) for y in range(drawn.height) for x in range(drawn.width) if drawn.getpixel((x, y)) < 128]
    return b"8 0 0 8 20 20 cm " + b" ".join(b"%d %d 1 1 re" % (x, drawn.height - y) for x, y in dots) + b" f"


UNKNOWN, DIFFERS, TARGET, UNREAD = ("finished-number-unknown", "finished-call-differs", "finished-target-unknown", "finished-file-unread")
CARD_CODE = "BEGIN:VCARD\nN:x\nTEL:+84912345678\nEND:VCARD"
SHEETS: dict[str, tuple[str, bytes, str]] = {
    "a PDF without a fault": ("a.pdf", pdf("Call 119 or +84 287 300 119.", link="https://paper.example/rescue", title="River"), ""),
    "a number in a PDF": ("a.pdf", pdf("Call 0912 345 678."), UNKNOWN),
    "a call link in a PDF": ("a.pdf", pdf("119", link="tel:118"), TARGET),
    "a call link in a PDF that says another number": ("a.pdf", pdf("118", link="tel:119"), DIFFERS),
    "a call link in a PDF that is right": ("a.pdf", pdf("119", link="tel:119"), ""),
    "a host in a PDF": ("a.pdf", pdf(link="https://rlver.example/"), TARGET),
    "a number in the title of a PDF": ("a.pdf", pdf(title="0912 345 678"), UNKNOWN),
    "a number in a note of a PDF": ("a.pdf", pdf(note="Call 0912 345 678"), UNKNOWN),
    "a number in what a PDF says about itself": (
        "a.pdf", pdf() + b"\n%<x:xmpmeta><dc:title>Call 0912 345 678</dc:title></x:xmpmeta>", UNKNOWN),
    "a script in a PDF": ("a.pdf", pdf(script="app.alert"), TARGET),
    "a program that a PDF starts": ("a.pdf", pdf(file="calc.exe"), TARGET),
    "a code in a PDF": ("a.pdf", pdf(picture=code("tel:0912345678")), TARGET),
    "a code in a PDF that is drawn with lines": ("a.pdf", pdf(content=strokes(code("tel:0912345678", 1))), TARGET),
    "a PDF that is none": ("a.pdf", b"<p>no</p>", UNREAD),
    "a PDF that is cut off": ("a.pdf", pdf()[:100], UNREAD),
    "a PDF of very many pages": ("a.pdf", pdf(count=100_000), UNREAD),
    "a PDF that swells": ("a.pdf", pdf(content=zlib.compress(b"0 0 1 1 re f " * 20_000_000, 9), filter="/Filter/FlateDecode"), UNREAD),
    "a PDF that takes for ever": (
        "a.pdf", pdf(content=zlib.compress(b"0 0 400 400 re f " * 200_000), filter="/Filter/FlateDecode", count=400), UNREAD),
    "a right number in a code": ("a.png", saved(code("tel:119"), "png"), ""),
    "a right address in a code": ("a.png", saved(code("https://river.example/safe/index.html"), "png"), ""),
    "a number in a code": ("a.png", saved(code("tel:118"), "png"), TARGET),
    "a number as the text of a code": ("a.jpg", saved(code("0912 345 678"), "jpeg"), UNKNOWN),
    "a host in a code": ("a.webp", saved(code("https://rlver.example/safe/"), "webp"), TARGET),
    "a host without a scheme in a code": ("a.gif", saved(code("rlver.example/safe"), "gif"), TARGET),
    "a chat in a code": ("a.png", saved(code("https://wa.me/84912345678"), "png"), TARGET),
    "a message in a code": ("a.png", saved(code("SMSTO:0912345678:help"), "png"), TARGET),
    "a network in a code": ("a.png", saved(code("WIFI:S:free;T:nopass;;"), "png"), TARGET),
    "a card in a code": ("a.png", saved(code(CARD_CODE), "png"), UNKNOWN),
    "a code in a drawing": ("a.svg", code_svg("tel:0912345678"), TARGET),
    "a picture without a code": ("a.png", saved(Image.new("RGB", (40, 30), "teal"), "png"), ""),
    "a picture that is none": ("a.png", b"<p>no</p>", UNREAD),
    "a picture that is cut off": ("a.png", saved(code("tel:119"), "png")[:-40], UNREAD),
    "a picture that is huge": ("a.png", saved(Image.new("1", (20_000, 20_000)), "png"), UNREAD),
    "a drawing that calls itself": ("a.svg", b'<svg xmlns="http://www.w3.org/2000/svg"><g id="a">' + b"<g>" * 100_000 + b"</svg>", UNREAD),
}


@pytest.mark.parametrize(("name", "content", "rule"), SHEETS.values(), ids=SHEETS)
def test_what_only_a_camera_or_a_printer_sees_is_read(site: Path, name: str, content: bytes, rule: str) -> None:
    """PDFs, pictures and drawings are judged like pages, and one that nobody can look into is told once."""
    (site / name).write_bytes(content)
    assert [(one.rule, one.place.path) for one in check_finished(CAMPAIGN, site)] == ([(rule, name)] if rule else [])


def test_a_picture_is_looked_at_once(tmp_path_factory, site: Path, monkeypatch) -> None:
    """Also when a data file has changed since, for what a picture shows is the same."""
    root = tmp_path_factory.mktemp("project")
    shutil.copytree(CAMPAIGN, root, dirs_exist_ok=True)
    (site / "a.png").write_bytes(saved(code("tel:118"), "png"))
    before = [str(one) for one in SecondLook(root, TODAY, root / PLACE).at(site)]
    (root / "docs/_data/tides.yml").write_text("high: 6 am", encoding="utf-8")
    monkeypatch.setattr(sheets, "codes", lambda content: pytest.fail("looked at again"))
    assert [str(one) for one in SecondLook(root, TODAY, root / PLACE).at(site)] == before != []


def test_what_could_not_be_read_is_tried_again(tmp_path_factory, site: Path, monkeypatch) -> None:
    """The machine may only have been busy."""
    memory = tmp_path_factory.mktemp("memory") / "look.sqlite3"
    (site / "a.pdf").write_bytes(pdf())
    monkeypatch.setattr(sheets, "taken_apart", raising)
    assert [one.rule for one in SecondLook(CAMPAIGN, TODAY, memory).at(site)] == [UNREAD]
    monkeypatch.undo()
    assert list(SecondLook(CAMPAIGN, TODAY, memory).at(site)) == []


def raising(kind: str, content: bytes) -> bytes:
    """Fails as when time is up."""
    raise Unread("late")


def test_a_machine_that_cannot_read_codes_says_so_once(site: Path, monkeypatch) -> None:
    """As a warning, so that it can still build."""
    monkeypatch.setitem(sys.modules, "zxingcpp", None)
    for name in ("a.png", "b.png"):
        (site / name).write_bytes(saved(code("tel:118"), "png"))
    found = list(check_finished(CAMPAIGN, site))
    assert [(one.rule, one.place.path) for one in found] == [("finished-program-missing", "a.png")] and counts(found)["error"] == 0


@pytest.fixture
def project(tmp_path: Path, site: Path) -> Path:
    """The made-up campaign in a folder of its own, whose site was looked at before."""
    root = tmp_path.parent / f"{tmp_path.name}-project"
    shutil.copytree(CAMPAIGN, root)
    assert looked(root, site) == ""
    return root


def looked(root: Path, site: Path) -> str:
    """Returns the report of a look that may know what an earlier one found out; it must be that of one that knows nothing."""
    told = as_text(in_order(SecondLook(root, TODAY, root / PLACE).at(site)))
    assert told == as_text(in_order(check_finished(root, site, TODAY)))
    return told


def test_files_that_did_not_change_are_not_taken_apart_again(project: Path, site: Path, monkeypatch) -> None:
    """Of a changed site only the changed file is."""
    seen = []
    monkeypatch.setattr(finished, "page", lambda content: seen.append(content) or extract.page(content))
    look = SecondLook(project, TODAY, project / PLACE)
    assert list(look.at(site)) == [] and seen == []
    put(site, FAULTS["another digit is read"])
    assert [one.place.path for one in look.at(site)] == [PAGE] and len(seen) == 1


@pytest.mark.parametrize("name", ["contacts.yml", "retired.yml", "campaign.yml"])
def test_changed_data_are_held_against_unchanged_files(project: Path, site: Path, name: str) -> None:
    """What the registry does not say any more is told of a page that is the same as before."""
    path = project / "docs/_data" / name
    path.write_text(path.read_text(encoding="utf-8").replace("119", "118"), encoding="utf-8")
    assert (looked(project, site) == "") == (name != "contacts.yml")


def test_changed_markdown_is_held_against_the_unchanged_page(project: Path, site: Path) -> None:
    """A number that the page's own source explained is strange when the source loses it."""
    markdown = project / "docs/vi" / PAGE.replace(".html", ".md")
    plain = markdown.read_text(encoding="utf-8")
    markdown.write_text(f"{plain}\n1. 0912 345 678\n", encoding="utf-8")
    put(site, FAULTS["a number in a sentence"])
    assert looked(project, site) == ""
    markdown.write_text(plain, encoding="utf-8")
    assert ": finished-number-unknown: " in looked(project, site)


def test_another_day_is_another_look(project: Path, site: Path) -> None:
    """A line that is down on one day may be dialled on another."""
    put(site, FAULTS["another digit is dialled"])
    assert looked(project, site)
    assert list(SecondLook(project, TODAY.replace(year=2027), project / PLACE).at(site))


def test_a_changed_look_forgets_what_it_said(project: Path, site: Path, monkeypatch) -> None:
    """A new rule must see old pages, too."""
    seen = []
    monkeypatch.setattr(finished, "page", lambda content: seen.append(content) or extract.page(content))
    monkeypatch.setattr(finished, "_made_by", lambda: "other code")
    assert looked(project, site) == "" and seen


def test_what_another_project_kept_says_nothing_here(project: Path, site: Path) -> None:
    """The same page, the same name, another registry."""
    other = project.with_name("other")
    shutil.copytree(project, other)
    registry = other / "docs/_data/contacts.yml"
    registry.write_text(registry.read_text(encoding="utf-8").replace("119", "118"), encoding="utf-8")
    assert "finished-target-unknown: leads to tel:119" in looked(other, site)


def test_a_damaged_memory_costs_time_only(project: Path, site: Path) -> None:
    """Also one whose rows were changed so that they still can be read."""
    put(site, FAULTS["another digit is read"])
    before = looked(project, site)
    with sqlite3.connect(project / PLACE) as rows:
        rows.execute("UPDATE looked SET said = '[\"\", null, []]'")
    assert looked(project, site) == before != ""
    (project / PLACE).write_bytes(b"not a table" * 1000)
    assert looked(project, site) == before


def test_a_look_in_another_process_leaves_the_same_behind(project: Path, site: Path, monkeypatch) -> None:
    """Afterwards nothing is left to look at, and what was found is told."""
    put(site, FAULTS["another digit is read"])
    (project / PLACE).unlink()
    monkeypatch.setattr(finished, "FEW", 1)
    monkeypatch.setattr(processors, "processors", lambda: 2)
    look = SecondLook(project, TODAY, project / PLACE)
    with look.begun(site):
        pass
    monkeypatch.setattr(finished, "page", None)
    assert [one.place.path for one in look.at(site)] == [PAGE]


@pytest.mark.parametrize("path", sorted(ROOM.glob("*.py")), ids=lambda path: path.stem)
def test_the_last_look_shares_no_code(path: Path) -> None:
    """One mistake must not blind all three layers: only the way a finding is told and kept is the same."""
    allowed = {"facts.finding", "facts.place", "kept", "processors"}  # neither knows what it tells, keeps or does
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level > 1:
            assert node.module in allowed
        elif isinstance(node, ast.ImportFrom) and node.level == 0 or isinstance(node, ast.Import):
            names = [node.module] if isinstance(node, ast.ImportFrom) else [alias.name for alias in node.names]
            assert not any(name.startswith(("scripts", "selectolax", "markdown", "mkdocs")) for name in names)
