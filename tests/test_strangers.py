"""A finished site holds what the build makes, and nothing else: one file more can take over all of it."""

from pathlib import Path

import pytest

from scripts.build.icons import as_ico
from scripts.build.redirects import write_redirects
from scripts.checks.built import check_built
from scripts.checks.built.files.tree import read_tree
from scripts.checks.built.site import made
from scripts.checks.report import as_text
from scripts.checks.site import check_site
from scripts.facts.project import read_project
from tests.picture_bytes import jpeg, png, png_part
from tests.plain_site import write_plain_site

MADE = ("favicon.ico", "feed.xml", "en/feed.xml", "robots.txt", "sitemap.xml", "_headers", "headers/Caddyfile", "headers/nginx.conf",
        "data/contacts.json", "data/contacts.schema.json", "assets/neutral.html",
        *(f"data/contacts.{code}.{ending}" for code in ("vi", "en", "km") for ending in ("vcf", "html")),
        "assets/images/favicon.svg", "assets/images/apple-touch-icon.png", "assets/cards/en/cuu-giup/nguoi-roi-xuong-nuoc.png",
        "assets/javascripts/quick-exit-copy-age-search.js", "assets/javascripts/search-engine.js",
        "assets/javascripts/search-data.en.js", "en/cho-dich.html", "cu/trang.html", "assets/boat.png")
STRANGE = ("CNAME", "_redirects", ".htaccess", ".nojekyll", "sw.js", "evil.html", "en/evil.html", "note.txt", "x.pdf", "web.config",
           "assets/evil.js", "assets/javascripts/evil.js", "assets/javascripts/search-evil.js", "assets/javascripts/search-data.xx.js",
           "assets/images/evil.png", "assets/cards/en/evil.png", "data/contacts.xx.html", "data/more.json", ".well-known/security.txt",
           ".well-known/assetlinks.json", "_data/contacts.yml", "headers/.htaccess")


@pytest.fixture
def site(campaign: Path) -> Path:
    """A finished site of the campaign, without what no page needs."""
    (campaign / "docs/_data/moved.yml").write_text("cu/trang.md: cuu-giup/index.md\n", encoding="utf-8")
    (campaign / "docs/vi/cho-dich.md").write_text("---\ntitle: x\ntranslation: pending\n---\n", encoding="utf-8")
    (campaign / "docs/assets").mkdir()
    (campaign / "docs/assets/boat.png").write_bytes(b"")
    project = read_project(campaign)
    write_plain_site(project, campaign / "site")
    write_redirects(project, campaign / "site")
    return campaign / "site"


def put(site: Path, *names: str) -> None:
    """Writes an empty file under each name."""
    for name in names:
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).touch()


def test_what_the_build_makes_is_no_stranger(site: Path) -> None:
    """Pages, old addresses, data, pictures, scripts joined or alone, what servers read, what editors put into assets."""
    put(site, *MADE)
    assert list(made.check(read_project(site.parent), read_tree(site))) == []


@pytest.mark.parametrize("name", STRANGE)
def test_a_file_that_the_build_does_not_make(site: Path, name: str) -> None:
    """Another host, a worker in the browser, a page or a script of nobody."""
    put(site, *MADE, name)
    found = list(made.check(read_project(site.parent), read_tree(site)))
    assert [(one.place.path, one.rule) for one in found] == [(name, "built-file-unknown")]


def test_the_command_tells_of_it(site: Path) -> None:
    """Both with and without the second look, and only of a site of our own."""
    put(site, "CNAME")
    for only in (None, "built"):
        assert "CNAME:1: built-file-unknown" in as_text(check_site(read_project(site.parent), site, only))
    put(site.parent / "other", "index.html", "CNAME")
    assert "built-file-unknown" not in as_text(check_site(read_project(site.parent), site.parent / "other"))


def test_security_txt_where_somebody_answers(site: Path) -> None:
    """Only with a contact in mkdocs.yml."""
    put(site, ".well-known/security.txt")
    with (site.parent / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("extra:\n  security_contact: https://river.example/report\n")
    assert list(made.check(read_project(site.parent), read_tree(site))) == []


@pytest.mark.parametrize("content, here", [
    (png(1200, 630), ""),
    (png(1200, 631), "a picture (png) of 1200 × 631 pixels with nothing else in the file"),
    (png(1200, 630, png_part(b"tEXt", b"Comment\0call me")), "a picture (png) of 1200 × 630 pixels with a part named tEXt"),
    (png(1200, 630, behind=b"PK"), "a picture (png) of 1200 × 630 pixels with something behind the end of the picture"),
    (jpeg(1200, 630), "a picture (jpeg) of 1200 × 630 pixels with nothing else in the file"),
    (b"GIF89a", "no whole picture"),
])
def test_a_card_is_a_picture_of_its_size_and_nothing_else(site: Path, content: bytes, here: str) -> None:
    """Chat apps show it for years; what it carries along, nobody sees."""
    card = site / "assets/cards/en/cuu-giup/nguoi-roi-xuong-nuoc.png"
    card.parent.mkdir(parents=True)
    card.write_bytes(content)
    told = [dict(one.values)["here"] for one in check_built(read_project(site.parent), read_tree(site)) if one.rule == "built-file-differs"]
    assert told == ([here] if here else [])


@pytest.mark.parametrize("picture, right", [(png(32, 32), True), (png(16, 16), False), (png(32, 32, png_part(b"eXIf", b"here")), False)])
def test_the_icon_of_the_tab_holds_one_picture(site: Path, picture: bytes, right: bool) -> None:
    """Its header names the size that it has."""
    (site / "favicon.ico").write_bytes(as_ico(picture, 32))
    told = [one for one in check_built(read_project(site.parent), read_tree(site)) if one.rule == "built-file-differs"]
    assert (told == []) is right
