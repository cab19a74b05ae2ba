"""A line that is out of service, or retired, disappears from every page by one edit, and comes back by itself."""

import os
import re
from datetime import date
from pathlib import Path
from unittest.mock import patch

import pytest

from scripts.build.contact_views import contact_view, contact_views
from scripts.build.search import retired_numbers
from scripts.build.site import build_site
from scripts.checks.built import check_built
from scripts.checks.built.tree import read_tree
from scripts.checks.report import as_text
from scripts.checks.status import status
from scripts.facts.project import read_project
from tests.browser.built import BUILD_DAY, change

REGISTRY = "docs/_data/contacts.yml"
LAST = date(2026, 6, 1)  # the last day out of service
NEXT = date(2026, 6, 2)


@pytest.fixture
def down(campaign: Path) -> Path:
    """The campaign, whose first line is out of service."""
    change(campaign / REGISTRY, "rank: primary\n  status: live",
           "rank: primary\n  status: down until 2026-06-01\n  replaced_by: boat-office")
    return campaign


def built(root: Path, today: date, **options: bool) -> str:
    """Builds the site for a day; returns all its pages, one after the other, or the report when it failed."""
    with patch.dict(os.environ, BUILD_DAY):
        outcome = build_site(root, today, lambda step: None, **options)
    if outcome.failed:
        return as_text(outcome.findings)
    return "".join(path.read_text(encoding="utf-8") for path in sorted((root / "site").rglob("*.html")))


def test_the_dead_number_is_nowhere_a_link_and_what_stands_in_is(down: Path) -> None:
    """Help bar, crisis page, card, sentence and data."""
    pages = built(down, LAST)
    assert "tel:119" not in pages and "sms:119" not in pages
    assert pages.count("tel:+84287300119") > 12
    page = (down / "site/en/cuu-giup/nguoi-roi-xuong-nuoc.html").read_text(encoding="utf-8")
    step = re.search(r"<li>Call (.*?)</li>", page, re.DOTALL)[1]
    assert re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", step)).strip() == (
        "River rescue 119 (down_until 1 VI 2026 (en) use_instead (en): The boat office, +84 287 300 119.).")
    assert page.count("down_until") == 2  # among the calls, and in the sentence


def test_the_day_after_it_is_back_with_a_word_of_doubt(down: Path) -> None:
    """The last day has passed; nobody had to do anything, and a release asks somebody to look."""
    pages = built(down, NEXT)
    assert "tel:119" in pages and "down_lapsed 1 VI 2026 (en)" in re.sub(r"</?time[^>]*>", "", pages) and "down_until" not in pages
    assert "release-contact-lapsed" in built(down, NEXT, release=True)


def test_a_copy_that_still_dials_it_is_found(down: Path) -> None:
    """A site built before the edit, checked after it."""
    built(down, NEXT)
    found = as_text(list(check_built(read_project(down, LAST), read_tree(down / "site"))))
    assert "built-call-unregistered: the link tel:119 dials a number that the registry does not publish" in found


def test_without_a_day_a_line_that_is_down_stays_down(down: Path) -> None:
    """A template that knows no day can never print a dead number."""
    project = read_project(down)
    view = contact_view(project.contacts["river-rescue-119"], "en")
    assert (view["state"], view["call"], view["channels"], view["instead"]) == ("down", None, [], None)


def test_what_stands_in_is_called_once(down: Path) -> None:
    """And the first button is one that helps."""
    project = read_project(down, LAST)
    assert [view["id"] for view in contact_views(["river-rescue-119"], "vi", project)] == ["boat-office", "river-rescue-119"]
    assert [view["id"] for view in contact_views(["boat-office", "river-rescue-119"], "vi", project)] == ["boat-office", "river-rescue-119"]


def test_guided_help_leads_to_what_stands_in(down: Path) -> None:
    """The first question asks for danger, and its answer must call somebody."""
    page = "---\ntitle: {0}\ndescription: {0}\ntype: guided\naudience: [everyone]\nsources: []\nreviewed: pending\n---\n\n# {0}\n\n[[guide:in-the-water]]\n"
    for code in ("vi", "en", "km"):
        (down / f"docs/{code}/hoi.md").write_text(page.format("Hoi"), encoding="utf-8")
    change(down / "mkdocs.yml", "  - cuu-giup/index.md\n", "  - cuu-giup/index.md\n  - hoi.md\n")
    built(down, LAST)
    asked = re.search(r'<section class="app-walk__stop" id="breathing".*?</section>', (down / "site/en/hoi.html").read_text(encoding="utf-8"), re.DOTALL)
    assert 'href="tel:+84287300119"' in asked[0] and "tel:119" not in asked[0]


def test_a_retired_contact_is_printed_as_what_replaced_it(campaign: Path) -> None:
    """One line of the registry; the pages that name it follow, and searching its number finds the new one."""
    change(campaign / REGISTRY, "rank: secondary\n  status: live", "rank: secondary\n  status: retired\n  replaced_by: river-rescue-119")
    pages = built(campaign, LAST)
    assert "tel:+84287300119" not in pages and "contact_retired (en)" in pages
    project = read_project(campaign, LAST)
    strings = {"search_retired": "%(number)s: %(why)s", "search_replaced": "%(name)s %(number)s"}
    found = {entry.number: entry.query for entry in retired_numbers(project.out_of_use(), project.contacts, "en", strings)}
    assert found == {"18001190": "River rescue 119 119", "+84287300119": "River rescue 119 119"}


def test_a_release_is_refused_when_a_number_is_too_old_and_a_plain_build_is_not(campaign: Path) -> None:
    """Time passing never breaks a plain build."""
    late = date(2027, 1, 1)
    assert "release-contact-overdue" in built(campaign, late, release=True)
    assert "tel:119" in built(campaign, late)


def test_the_status_names_what_is_due_and_what_is_out_of_service(down: Path) -> None:
    """What waits for somebody."""
    told = status(read_project(down, date(2026, 7, 30)), date(2026, 7, 30))
    assert "river-rescue-119: compared 87 days ago (2026-05-04); compare it with its sources again before 2026-08-02" in told
    assert "river-rescue-119: out of service until 2026-06-01" in told and "boat-office" not in told
