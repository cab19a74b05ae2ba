"""The files for machines, and the linked data, say what is true and nothing more."""

import json
from datetime import date
from pathlib import Path

from scripts.build.linked_data import linked_data
from scripts.build.well_known import write_well_known
from scripts.facts.project import read_project


def test_robots_names_the_sitemap_and_no_one_is_promised_an_answer(campaign: Path, tmp_path: Path) -> None:
    """Without a contact in mkdocs.yml there is no security.txt: nobody would answer."""
    write_well_known(tmp_path, read_project(campaign).settings, date(2026, 5, 4))
    assert (tmp_path / "robots.txt").read_text() == (
        "User-agent: *\nAllow: /\nSitemap: https://river.example/safe/sitemap.xml\n")
    assert not (tmp_path / ".well-known").exists()


def test_security_txt_has_what_rfc_9116_asks_for(campaign: Path, tmp_path: Path) -> None:
    """Contact and Expires, less than a year after the build."""
    with (campaign / "mkdocs.yml").open("a") as settings:
        settings.write("extra:\n  security_contact: https://river.example/report\n")
    write_well_known(tmp_path, read_project(campaign).settings, date(2026, 5, 4))
    assert (tmp_path / ".well-known/security.txt").read_text() == (
        "Contact: https://river.example/report\nExpires: 2027-05-04T00:00:00Z\nPreferred-Languages: vi, en, km\n"
        "Canonical: https://river.example/safe/.well-known/security.txt\n")


def test_linked_data_names_the_page_its_language_and_its_place(campaign: Path) -> None:
    """No organisation and no telephone is claimed."""
    project = read_project(campaign)
    told = json.loads(linked_data(project, project.page("cuu-giup/nguoi-roi-xuong-nuoc.md", "en")))
    assert (told["@type"], told["inLanguage"]) == ("WebPage", "en")
    assert told["url"] == "https://river.example/safe/en/cuu-giup/nguoi-roi-xuong-nuoc.html"
    assert [item["name"] for item in told["breadcrumb"]["itemListElement"]] == ["Kind River", "Rescue"]
    assert "telephone" not in json.dumps(told) and "Organization" not in json.dumps(told)


def test_a_title_cannot_end_the_script_element(campaign: Path) -> None:
    """A page may say anything in its title; it stays data."""
    page = campaign / "docs/en/index.md"
    page.write_text(page.read_text().replace("title: Kind River", "title: </script><b>Kind River"))
    project = read_project(campaign)
    told = linked_data(project, project.page("index.md", "en"))
    assert "<" not in told and json.loads(told)["name"].startswith("</script><b>")
