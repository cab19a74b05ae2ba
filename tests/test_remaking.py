"""Tests that what stands around the text of a finished page is held against what the build makes of the sources."""

import shutil
from pathlib import Path

import pytest

from scripts.build.remaking import check_remade
from scripts.carry.archive import write_archive
from scripts.carry.offline import offline
from scripts.checks.built.files.tree import read_tree
from scripts.checks.report import as_text, in_order
from scripts.facts.project import Project, read_project
from tests.browser.built import Built, build, grown_campaign

HOME, HELP, PENDED = "index.html", "en/cuu-giup/nguoi-roi-xuong-nuoc.html", "km/cuu-giup/index.html"
OLD = "docs/_data/moved.yml"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The made-up campaign with a page whose translation is pending and an address that moved."""
    root = grown_campaign(tmp_path_factory.mktemp("build") / "campaign")
    (root / OLD).write_text("cu.md: index.md\n", encoding="utf-8")
    made = build(root)
    assert not made.outcome.failed, as_text(made.outcome.findings)
    return made


@pytest.fixture
def site(built: Built, tmp_path: Path) -> Path:
    """A copy of the finished site, free to be changed."""
    return Path(shutil.copytree(built.site, tmp_path / "site"))


def told(built: Built, place: Path, whole: bool = True) -> list[tuple[str, str, int]]:
    """Returns rule, file and line of what is told of a finished site."""
    project: Project = built.outcome.project if whole else read_project(built.root, built.outcome.project.today)
    return [(found.rule, found.place.path, found.place.line) for found in in_order(check_remade(project, read_tree(place), offline))]


def test_what_the_build_made_has_no_findings(built: Built, site: Path, tmp_path: Path) -> None:
    """As a folder and as a copy to carry, where links lead elsewhere; without what makes a copy, none is compared."""
    copy = tmp_path / "copy.zip"
    words = built.outcome.project.entries("strings").get("needs_internet", {})
    write_archive(site, copy, words)
    assert told(built, site) == told(built, site, whole=False) == told(built, copy) == []
    (site / HOME).write_bytes((site / HOME).read_bytes().replace(b"<title>", b"<title>x"))
    write_archive(site, copy, words)
    assert len(told(built, copy)) == 1 and list(check_remade(built.outcome.project, read_tree(copy))) == []


@pytest.mark.parametrize(
    ("address", "old", "new"),
    [
        (HOME, "<title>", "<title>Call nobody: "),
        (HELP, '<meta property="og:type"', '<meta name="robots" content="noindex">\n<meta property="og:type"'),
        (HELP, "</head>", '<link rel="canonical" href="https://river.example/safe/index.html"></head>'),
        (HELP, '<link rel="canonical" href="https://river.example', '<link rel="canonical" href="https://brook.example'),
        (HELP, '<meta name="description" content="', '<meta name="description" content="Call nobody. '),
        (HELP, 'class="app-help-bar"', 'class="app-help-bar app-site-footer__print"'),
        (HELP, 'hreflang="vi" lang="vi"', 'hreflang="vi" lang="vi" data-x=""'),
        (HELP, " data-offline-href=", " data-other="),
        (HELP, '<footer class="app-site-footer">', '<nav>Call nobody</nav>\n<footer class="app-site-footer">'),
        (HELP, "</footer>", ""),
        ("km/404.html", 'content="noindex"', 'content="index"'),
    ],
)
def test_a_frame_that_the_templates_do_not_make_is_told(built: Built, site: Path, address: str, old: str, new: str) -> None:
    """Head, bars, menus and footer, and what stands between them; one finding for a page."""
    text = (site / address).read_text(encoding="utf-8")
    assert old in text
    (site / address).write_text(text.replace(old, new, 1), encoding="utf-8")
    found = told(built, site)
    assert [one[:2] for one in found] == [("built-frame-differs", address)]
    assert found[0][2] <= text.count("\n") + 1


@pytest.mark.parametrize(
    ("address", "old", "new"),
    [("sitemap.xml", "<loc>https://river.example", "<loc>https://brook.example"), ("sitemap.xml", 'hreflang="en"', 'hreflang="km"'),
     ("cu.html", "url=index.html", "url=cuu-giup/index.html")],
)
def test_a_small_file_that_the_build_does_not_make_so_is_told(built: Built, site: Path, address: str, old: str, new: str) -> None:
    """Sitemap, and a page at an old address."""
    text = (site / address).read_text(encoding="utf-8")
    assert old in text
    (site / address).write_text(text.replace(old, new, 1), encoding="utf-8")
    assert [one[:2] for one in told(built, site)] == [("built-file-differs", address)]


def test_the_fact_says_both_sides(built: Built, site: Path) -> None:
    """From the word where they part, with the line of the finished page."""
    page = site / HELP
    text = page.read_text(encoding="utf-8").replace('<a class="app-site-header__home" href="../index.html"', '<a class="app-site-header__home" href="x.html"')
    page.write_text(text, encoding="utf-8")
    line = text[:text.index('href="x.html"')].count("\n") + 1
    assert as_text(in_order(check_remade(built.outcome.project, read_tree(site)))).startswith(
        f"{HELP}:{line}: built-frame-differs: around its text, the page is not what the build makes of overrides/ and the data files: "
        "“href=\"x.html\">” here and “href=\"../index.html\">” there\n")


def test_what_stands_in_the_text_is_left_to_others(built: Built, site: Path) -> None:
    """The text is compared with its Markdown elsewhere."""
    page = site / HELP
    page.write_text(page.read_text(encoding="utf-8").replace("</article>", "<p>More.</p></article>"), encoding="utf-8")
    assert told(built, site) == []
