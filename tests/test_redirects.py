"""An old address leads on, in every language, from a server, from a folder and from the offline copy."""

from pathlib import Path

import pytest

from scripts.build.headers import write_headers
from scripts.build.redirects import write_redirects
from scripts.checks.built import check_built
from scripts.checks.built.files.tree import read_tree
from scripts.checks.report import as_text, in_order
from scripts.facts.project import read_project
from tests.plain_site import write_plain_site

MOVED = """cuu-ho/xuong.md: cuu-giup/index.md
nguoi-duoi-nuoc.md: cuu-giup/nguoi-roi-xuong-nuoc.md
cuu-giup/da-bo.md:
  gone:
    vi: Trang này đã bỏ & không có gì thay.
    en: This page was taken away.
    km: ទំព័រនេះត្រូវបានដក។
index.md: cuu-giup/index.md
"""


@pytest.fixture
def site(campaign: Path) -> Path:
    """The plainest site of the campaign, with pages at the old addresses."""
    (campaign / "docs/_data/moved.yml").write_text(MOVED, encoding="utf-8")
    project = read_project(campaign)
    write_plain_site(project, campaign / "site", policed=False)
    write_redirects(project, campaign / "site")
    write_headers(campaign / "site")
    return campaign / "site"


def test_an_old_address_goes_on_without_a_script(site: Path) -> None:
    """Relative, so that it works under any folder; the address for search engines is the new one."""
    page = (site / "en/cuu-ho/xuong.html").read_text(encoding="utf-8")
    assert '<html lang="en">' in page and "<script" not in page
    assert '<meta http-equiv="refresh" content="0; url=../cuu-giup/index.html">' in page
    assert '<link rel="canonical" href="https://river.example/safe/en/cuu-giup/index.html">' in page
    assert '<meta name="robots" content="noindex">' in page
    assert '<p>page_moved (en) <a href="../cuu-giup/index.html">Rescue</a></p>' in page
    assert 'url=cuu-giup/nguoi-roi-xuong-nuoc.html"' in (site / "nguoi-duoi-nuoc.html").read_text(encoding="utf-8")


def test_a_page_that_is_gone_says_so_and_leads_home(site: Path) -> None:
    """No guess where the reader wanted to go."""
    page = (site / "cuu-giup/da-bo.html").read_text(encoding="utf-8")
    assert "Trang này đã bỏ &amp; không có gì thay." in page and "refresh" not in page and '<a href="../index.html">' in page


def test_a_page_that_is_there_is_never_written_over(site: Path) -> None:
    """The check tells of it; a build must not lose a page meanwhile."""
    assert "refresh" not in (site / "index.html").read_text(encoding="utf-8")


def test_old_addresses_pass_the_built_checks(site: Path, campaign: Path) -> None:
    """Every target is there, in the same language, nothing is fetched from elsewhere, and no link has to lead there."""
    tree = read_tree(site)
    assert as_text(in_order(check_built(read_project(campaign), tree))) == ""
    assert len([page for page in tree.pages(tree.fronts) if any(found.attribute == "content" for found in page.body.references)]) == 6


@pytest.mark.browser
def test_a_browser_goes_on_from_a_folder(site: Path, browser) -> None:
    """On file://, as in the offline copy."""
    page = browser.new_page(java_script_enabled=False)
    page.goto((site / "km/cuu-ho/xuong.html").as_uri(), wait_until="commit")
    page.wait_for_url("**/km/cuu-giup/index.html")
    page.close()
