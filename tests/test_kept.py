"""What is kept of an earlier check may save time, and may never change what is said."""

import os
import sqlite3
from pathlib import Path

import pytest

from scripts import kept as store
from scripts import processors
from scripts.build.headers import with_policy
from scripts.checks.built import check_built, judging, kept
from scripts.checks.built.files import tree
from scripts.checks.built.kept import PLACE, Kept
from scripts.checks.report import as_text, in_order
from scripts.checks.rules import rules
from scripts.facts.project import read_project
from tests.plain_site import write_plain_site

HOME, HELP = "en/index.html", "en/cuu-giup/index.html"


@pytest.fixture
def root(campaign: Path) -> Path:
    """A campaign with a plain site whose English home links to a place of another page."""
    write_plain_site(read_project(campaign), campaign / "site")
    change(campaign, HELP, 'id="top"', 'id="boats"')
    change(campaign, HOME, "</body>", '<a href="cuu-giup/index.html#boats">x</a></body>')
    assert told(campaign) == ""
    return campaign


def told(root: Path, remember: bool = True) -> str:
    """Returns the report of a check that may know what an earlier one found out."""
    known = Kept(root / PLACE if remember else None)
    found = as_text(in_order(check_built(read_project(root), tree.read_tree(root / "site", known))))
    known.close()
    return found


def change(root: Path, address: str, old: str, new: str) -> None:
    """Changes a page and leaves its time and, where it can, its size as they were."""
    path = root / "site" / address
    before, text = path.stat(), path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8", newline="")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def count_readings(monkeypatch) -> list[str]:
    """Returns a list that grows by the address of each file that is parsed."""
    seen = []
    read = tree.read_file
    monkeypatch.setattr(tree, "read_file", lambda name, content: seen.append(name) or read(name, content))
    return seen


def test_an_unchanged_site_is_not_parsed_again(root: Path, monkeypatch) -> None:
    """Not one page, and not when a copy of it lies elsewhere either."""
    seen = count_readings(monkeypatch)
    assert told(root) == "" and seen == []
    (root / "site").rename(root / "site-2")
    (root / "site-2").rename(root / "site")
    assert told(root) == "" and seen == []


def test_of_a_changed_site_only_the_changed_page_is_parsed(root: Path, monkeypatch) -> None:
    """Also when time and size of the file tell nothing."""
    seen = count_readings(monkeypatch)
    change(root, HOME, "index.html#boats", "index.html#goats")
    assert ": built-anchor-missing: en/cuu-giup/index.html has no place #goats" in told(root)
    assert seen == [HOME]


def test_a_place_that_was_taken_out_breaks_the_links_of_unchanged_pages(root: Path) -> None:
    """The page with the link is the same as before; what is said of it is not."""
    change(root, HELP, 'id="boats"', 'id="goats"')
    assert "docs/en/index.md:1: built-anchor-missing: en/cuu-giup/index.html has no place #boats" in told(root)
    change(root, HELP, 'id="goats"', 'id="boats"')
    assert told(root) == ""


def test_a_page_that_was_taken_away_breaks_the_links_of_unchanged_pages(root: Path) -> None:
    """And one that comes back mends them."""
    page = root / "site" / HELP
    content = page.read_bytes()
    page.unlink()
    assert ": built-link-broken: href goes to cuu-giup/index.html#boats" in told(root)
    page.write_bytes(content)
    assert told(root) == ""


def test_a_picture_that_was_renamed_breaks_the_links_of_unchanged_pages(root: Path) -> None:
    """Files that are never parsed count as well."""
    picture = root / "site/a.png"
    picture.write_bytes(b"x")
    change(root, HOME, "</body>", '<img src="../a.png" alt=""></body>')
    assert told(root) == ""
    picture.rename(picture.with_name("b.png"))
    assert ": built-link-broken: src goes to ../a.png" in told(root)


def test_a_page_in_another_language_breaks_the_links_of_unchanged_pages(root: Path) -> None:
    """A page that nobody wrote in Markdown says itself what language it is in."""
    other = root / "site/en/x.html"
    other.write_text(with_policy('<html lang="en"><meta charset="utf-8"><title>x</title></html>'), encoding="utf-8")
    change(root, HOME, "</body>", '<a href="x.html">x</a></body>')
    assert told(root) == ""
    other.write_text(with_policy('<html lang="km"><meta charset="utf-8"><title>x</title></html>'), encoding="utf-8")
    assert ": built-link-language-untold: the link to x.html" in told(root)


def test_a_number_that_is_not_published_any_more_is_told_of_unchanged_pages(root: Path) -> None:
    """What the registry says is a part of what pages are judged by."""
    registry = root / "docs/_data/contacts.yml"
    registry.write_text(registry.read_text(encoding="utf-8").replace("status: live", "status: unconfirmed"), encoding="utf-8")
    assert ": built-call-unregistered: the link tel:119" in told(root)


def test_a_contact_that_the_markdown_names_by_now_is_missed_on_the_unchanged_page(root: Path) -> None:
    """A site that was built before the edit promises less than its sources."""
    page = root / "docs/en/index.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nCall [[contact:boat-office]].\n", encoding="utf-8")
    assert ": built-contact-missing: " in told(root)


def test_changed_checks_forget_what_they_said(root: Path, monkeypatch) -> None:
    """A new rule must see old pages, too."""
    seen = count_readings(monkeypatch)
    monkeypatch.setattr(kept, "made_by", lambda: "other checks")
    assert told(root) == "" and HOME in seen


def test_what_is_kept_says_which_checks_and_parsers_made_it(monkeypatch) -> None:
    """So that nobody has to remember to count a version up."""
    before = kept.made_by.__wrapped__()
    monkeypatch.setattr(store, "version", lambda parser: "0")
    assert kept.made_by.__wrapped__() != before


def test_a_damaged_file_is_begun_again(root: Path, monkeypatch) -> None:
    """A disk that was full must not stop the next build."""
    (root / PLACE).write_bytes(b"not a table" * 1000)
    assert told(root) == ""
    seen = count_readings(monkeypatch)
    assert told(root) == "" and seen == []


def test_a_file_that_loses_its_tables_is_only_forgotten(root: Path) -> None:
    """Whoever else opened it."""
    with sqlite3.connect(root / PLACE) as rows:
        rows.execute("DROP TABLE bodies")
    change(root, HELP, 'id="boats"', 'id="goats"')
    assert told(root) == told(root, remember=False) != ""


def test_a_row_that_was_changed_on_the_disk_is_forgotten(root: Path, monkeypatch) -> None:
    """Also where it still reads like a verdict: "nothing is wrong here" must never come from a bad disk."""
    change(root, HELP, 'id="boats"', 'id="goats"')
    assert told(root) != ""
    with sqlite3.connect(root / PLACE) as rows:
        rows.execute("""UPDATE judged SET said = '[[], []]'""")
        rows.execute("UPDATE fronts SET said = (SELECT said FROM fronts ORDER BY hash DESC)")
    assert told(root) == told(root, remember=False) != ""


def test_of_pages_with_much_wrong_each_family_can_be_asked_for_alone(root: Path) -> None:
    """It tells what the whole check tells of the family, whatever was remembered of the whole."""
    for old, new in (("</body>", '<a href="tel:118">119</a> 0912 345 678 [[contact:x]]<marquee></marquee></body>'),
                     ("index.html#boats", "index.html#goats"), ("</body>", '<img src="https://far.example/x.png"></body>')):
        change(root, HOME, old, new)
    project, site = read_project(root), tree.read_tree(root / "site", Kept(root / PLACE))
    whole = list(check_built(project, site))
    assert len({rules()[one.rule].family for one in whole}) > 4
    for family in {rule.family for rule in rules().values()}:
        wanted = [one for one in whole if rules()[one.rule].family == family]
        assert in_order(one for one in check_built(project, site, family) if rules()[one.rule].family == family) == in_order(wanted)


def test_a_place_that_cannot_be_written_costs_time_only(root: Path, tmp_path: Path) -> None:
    """A file stands where the folder should be."""
    (tmp_path / "file").write_text("x")
    known = Kept(tmp_path / "file" / "links.sqlite3")
    assert list(check_built(read_project(root), tree.read_tree(root / "site", known))) == []


def test_much_that_is_not_needed_is_forgotten(tmp_path: Path) -> None:
    """A file that only grows fills a disk in the end."""
    known = Kept(tmp_path / "links.sqlite3")
    known.keep("fronts", {str(number): "" for number in range(3_000)})
    known.forget("fronts", ["1", "2"])
    assert sorted(known.all("fronts")) == ["1", "2"]


def test_many_processes_say_the_same_as_one(root: Path, monkeypatch) -> None:
    """Started afresh, as on Windows and macOS."""
    change(root, HOME, "index.html#boats", "index.html#goats")
    alone = told(root, remember=False)
    monkeypatch.setattr(tree, "MANY", 1)
    monkeypatch.setattr(tree, "BATCH", 2)
    monkeypatch.setattr(judging, "MANY", 1)
    for module in (tree, judging, processors):
        monkeypatch.setattr(module, "processors", lambda: 2)
    assert told(root, remember=False) == alone != ""
