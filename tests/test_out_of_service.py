"""A line that is out of service, or retired, disappears from every page by one edit, and comes back by itself."""

import json
import os
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from unittest.mock import patch

import pytest
from markdown import Markdown

from scripts.build.contact_views import contact_view, contact_views
from scripts.build.search import build_index, retired_numbers, sections
from scripts.build.site import build_site
from scripts.build.tokens.extension import TokenExtension
from scripts.build.tokens.renderer import TokenRenderer
from scripts.checks.built import check_built
from scripts.checks.built.files.tree import read_tree
from scripts.checks.report import as_text, in_order
from scripts.checks.source import check_source
from scripts.checks.status import status
from scripts.facts.contacts.out_of_service import name_of, without
from scripts.facts.project import read_project
from tests.browser.built import BUILD_DAY, change

OVERRIDES = Path(__file__).parents[1] / "overrides"
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


def written(root: Path, *paragraphs: str) -> str:
    """Returns the text of paragraphs of Markdown on a day on which a line is out of service, in English, the spaces as one."""
    project = read_project(root, LAST)
    renderer = TokenRenderer(project, OVERRIDES)
    renderer.page = next(page for page in project.pages if page.language == "en")
    html = Markdown(extensions=[TokenExtension(renderer)]).convert("\n\n".join(paragraphs))
    return re.sub(r"\s+", " ", re.sub(r"</?(?:a|p|span|time|strong)\b[^>]*>", "", html))


def test_the_dead_number_is_nowhere_a_link_and_what_stands_in_is(down: Path) -> None:
    """Help bar, crisis page, card, sentence and data."""
    pages = built(down, LAST)
    assert "tel:119" not in pages and "sms:119" not in pages
    assert pages.count("tel:+84287300119") > 12
    page = (down / "site/en/cuu-giup/nguoi-roi-xuong-nuoc.html").read_text(encoding="utf-8")
    step = re.search(r"<li>Call (.*?)</li>", page, re.DOTALL)[1]
    assert re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", step)).strip() == (
        "+84 287 300 119 (in_place_of (en) River rescue: out_until 1 VI 2026 (en)).")
    assert page.count("down_until") == page.count("out_until") == 1  # among the calls, and in the sentence


def test_no_reader_reads_the_dead_number(down: Path) -> None:
    """It is in the contact's name, in three scripts; whoever is in fear dials the digits and reads no notice behind them."""
    built(down, LAST)
    for path in sorted((down / "site").rglob("*")):
        if path.suffix in (".html", ".json", ".js", ".vcf", ".xml") and path.name != "contacts.schema.json":
            said = re.sub(r"\+84[ 0-9]+|<style>.*?</style>|<svg.*?</svg>", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
            assert not re.search(r"(?<![-0-9])(?:119|១១៩)(?![0-9])", said), path
    card = re.search(r'<div class="app-contact-card">.*?</div>', written(down, "[[contact:river-rescue-119]]"), re.DOTALL)[0]
    assert card.index("River rescue") < card.index("down_until") < card.index("The boat office")


def test_without_another_line_a_sentence_still_says_what_to_do(campaign: Path) -> None:
    """Nobody is sent to a line that is down; and what it was for is not read as an invitation."""
    change(campaign / REGISTRY, "rank: secondary\n  status: live", "rank: secondary\n  status: down until 2026-06-01")
    sentence = written(campaign, "Hurt? Call [[contact:boat-office]].")
    assert "Hurt? Call elsewhere (en) (The boat office: out_until 1 VI 2026 (en))." in sentence
    card = written(campaign, "[[contact:boat-office]]")
    assert "down_until 1 VI 2026 (en)" in card and "Report a damaged boat" not in card


def test_one_that_is_gone_for_good_leads_on_in_a_sentence(campaign: Path) -> None:
    """And a stand-in that cannot be dialled is named."""
    change(campaign / REGISTRY, "rank: secondary\n  status: live", "rank: secondary\n  status: retired\n  replaced_by: river-rescue-119")
    assert "Hurt? Call 119 (in_place_of (en) The boat office: out_for_good (en))." in written(campaign, "Hurt? Call [[contact:boat-office]].")


def test_an_excerpt_of_a_search_shows_a_notice_whole_or_not_at_all() -> None:
    """Half of it reads as if the line were to be called, and half a number calls somebody else."""
    page = "<main><h1>Hurt</h1><p>Call <a class=\"app-contact-link\" href=\"tel:1900118\">1900 118</a> <span class=\"app-contact-out\">(in place of River rescue: out of service)</span>. Then wait.</p></main>"
    (section,) = sections(page, "hurt.html")
    index = [build_index([replace(section, text="x" * length + " " + section.text)]) for length in range(240, 308)]
    shown = {re.search(r"x+ ([^\"]*)\"", text)[1] for text in index}
    assert {"Call 1900 118…", "Call 1900 118 (in place of River rescue: out of service).…"} <= shown
    assert not any(text.startswith("Call 1900…") or "(" in text and "service)" not in text for text in shown)
    assert "rescu" in index[0] and "\u2063" not in "".join(index)


def test_open_data_name_it_without_its_number(down: Path) -> None:
    """Other sites copy what stands there."""
    built(down, LAST)
    (entry,) = json.loads((down / "site/data/contacts.json").read_text(encoding="utf-8"))["unavailable"]
    assert entry == {"id": "river-rescue-119", "name": {"vi": "Cứu hộ sông", "en": "River rescue", "km": "សង្គ្រោះទន្លេ"},
                     "until": "2026-06-01", "replaced_by": "boat-office"}


@pytest.mark.parametrize("name, left", [
    ("Boats (119)", "Boats"), ("119 – Boats", "Boats"), ("Boats 119, day and night", "Boats, day and night"), ("Boats 1 1 9", "Boats"),
    ("Boats ១១៩", "Boats"), ("Boats 0287 300 119", "Boats"), ("Boats +84287300119", "Boats"), ("Boats 84.287.300.119: help", "Boats: help"),
    ("Boats 1190", "Boats 1190"), ("119.000 boats", "119.000 boats"), ("“Boats” 11", "“Boats” 11"), ("119", "")])
def test_a_number_leaves_a_name_with_the_marks_that_held_it(name: str, left: str) -> None:
    """However it is written there, and never a part of a longer figure."""
    assert without(name, frozenset({"119", "+84287300119"})) == left


def test_a_name_that_is_a_number_gives_way_to_who_runs_it(campaign: Path) -> None:
    """Something must stand there."""
    contact = read_project(campaign).contacts["river-rescue-119"]
    assert name_of(replace(contact, name={"en": "119"}), "en", frozenset({"119"})) == "The river rescue team"


def test_a_number_that_somebody_else_answers_stays(down: Path) -> None:
    """Two entries of the registry may share one line."""
    project = read_project(down, LAST)
    office = replace(project.contacts["boat-office"], channels=project.contacts["river-rescue-119"].channels)
    assert project.silenced == {"119"} and not replace(project, contacts={**project.contacts, "boat-office": office}).silenced


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


def test_whoever_took_over_may_hand_on_in_turn(campaign: Path) -> None:
    """One edit retires the short number, which had itself replaced an old one, and which another entry and the search words name."""
    change(campaign / REGISTRY, "rank: primary\n  status: live", "rank: primary\n  status: retired\n  replaced_by: boat-office")
    change(campaign / REGISTRY, "en: The river port\n", "en: The river port, which answers for 119\n")
    (campaign / "docs/_data/synonyms.yml").write_text("drowning:\n  says:\n    en: [call 119 or not]\n  pages: [cuu-giup/index.md]\n", encoding="utf-8")
    project = read_project(campaign, LAST)
    assert "119" not in as_text([one for one in check_source(project, LAST) if one.rule != "token-contact-retired"])
    assert {entry.number: entry.replaced_by for entry in project.out_of_use()} == {"18001190": "boat-office", "119": "boat-office"}
    assert contact_view(project.contacts["boat-office"], "en", project)["operator"] == "The river port, which answers for"


def test_nobody_takes_over_in_a_circle(campaign: Path) -> None:
    """Two retired lines that name each other lead nowhere, and that is told."""
    change(campaign / REGISTRY, "rank: primary\n  status: live", "rank: primary\n  status: retired\n  replaced_by: boat-office")
    change(campaign / REGISTRY, "rank: secondary\n  status: live", "rank: secondary\n  status: retired\n  replaced_by: river-rescue-119")
    project = read_project(campaign, LAST)
    assert project.offered("boat-office") is None
    assert [one.place.line for one in in_order(check_source(project, LAST)) if one.rule == "contact-unpublished" and one.place.path == REGISTRY] == [13, 46]


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
