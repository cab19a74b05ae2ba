"""Tests which texts are searched for typed numbers, with their places, and which are left out and why."""

from pathlib import Path

import pytest

from scripts.checks.source.numbers.excerpts import Excerpt, excerpts
from scripts.facts.project import read_project

SETTINGS = """site_name: Sông Lành
site_author: Bến
repo_name: thuyen
site_url: https://river.example/
nav:
  - Trang đầu: index.md
  - Cứu giúp:
      - Gọi ai: goi.md
plugins:
  - i18n:
      languages:
        - {locale: vi, name: Tiếng Việt, default: true}
"""
PAGE = """---
title: Tên trang
audience: parent
seen: Bến 12
odd: [một, {hai: ba}]
---

Dòng một.

Dòng hai.
"""


def searched(root: Path, files: dict[str, str]) -> list[Excerpt]:
    """Returns what is searched of a project of these files."""
    for name, text in {"mkdocs.yml": SETTINGS, "docs/vi/index.md": PAGE, **files}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return list(excerpts(read_project(root)))


def texts(root: Path, name: str, text: str) -> list[tuple[str, str]]:
    """Returns field and text of what is searched of one data file."""
    path = f"docs/_data/{name}"
    return [(one.key, one.text) for one in searched(root, {path: text}) if one.place.path == path]


def test_pages_and_settings(tmp_path: Path) -> None:
    """The body with its lines, every field of the front matter that is more than an id, and what the settings print."""
    found = searched(tmp_path, {})
    page = [one for one in found if one.place.path == "docs/vi/index.md"]
    assert [(one.place.line, one.key, one.text) for one in page[:-1]] == [
        (2, "title", "Tên trang"), (4, "seen", "Bến 12"), (5, "odd", "một"), (5, "hai", "ba")]
    body = page[-1]
    assert not body.key and body.text.strip() == "Dòng một.\n\nDòng hai." and body.place_at(body.text.index("hai")).line == 10
    settings = [one for one in found if one.place.path == "mkdocs.yml"]
    assert [(one.place.line, one.key, one.text) for one in settings] == [
        (1, "site_name", "Sông Lành"), (2, "site_author", "Bến"), (3, "repo_name", "thuyen"), (12, "name", "Tiếng Việt"),
        (6, "nav", "Trang đầu"), (7, "nav", "Cứu giúp"), (8, "nav", "Gọi ai")]
    assert {one.file for one in settings} == {"mkdocs.yml"} and not any(one.entry or one.whole for one in found)


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("glossary.yml", "a:\n  term: {vi: Bè, en: Raft}\n  status: live\n  status2: live\n", [("term", "Bè"), ("term", "Raft"), ("status2", "live")]),
        ("glossary.yml", "a:\n  sources: [paper-2026, Báo 12, 2026-a]\n", [("sources", "Báo 12"), ("sources", "2026-a")]),
        ("glossary.yml", "a:\n  page: song/a1234567.md\n  languages: [vi, b-123-4567]\n", [("page", "song/a1234567.md"), ("languages", "b-123-4567")]),
        ("glossary.yml", "a:\n  page: song/a123456.md\n  languages: [x]\n", []),
        ("pictures.yml", f"a:\n  sha256: {'0a' * 32}\n  more: {'0a' * 32}\n", [("more", "0a" * 32)]),
        ("pictures.yml", f"a:\n  sha256: {'0a' * 31}\n", [("sha256", "0a" * 31)]),
        ("contacts.yml", "a:\n  channels: [{type: phone, number: 119 now}, {type: email, address: a b}]\n  note: see 119\n  name: {vi: Bến 119}\n",
         [("name", "Bến 119")]),
        ("retired.yml", 'a:\n  number: "18001190"\n  note: see 119\n  why: {vi: Bến 119}\n', [("why", "Bến 119")]),
        ("retired.yml", 'a:\n  number: "+84900111"\nb:\n  number: "119 now"\nc:\n  number: "1 2"\nd:\n  number: ""\n',
         [("number", "119 now"), ("number", "1 2"), ("number", "")]),
        ("allowed.yml", "a:\n  value: Bến 119\n", []),
        ("later/allowed.yml", "a: {b: Bến 119}\n", [("b", "Bến 119")]),
        ("sources.yml", "a:\n  url: https://paper.example/119\n  from: http://a.example/b\n", [("url", "https://paper.example/119"), ("from", "http://a.example/b")]),
        ("sources.yml", "a:\n  url: Bến 119\n", []),
        ("extra.json", '{"a": "119"}', [("", '{"a": "119"}')]),
        ("extra.toml", "a = 119", [("", "a = 119")]),
        ("extra.md", "Bến 119", []),
        ("extra.yaml", "a: 119\nb: [Bến]\n", [("a", "119"), ("b", "Bến")]),
        ("extra.yaml", "Bến 119", [("", "Bến 119")]),
        ("extra.yaml", "a: [", [("", "a: [")]),
        ("contacts.txt", "Bến 119", [("", "Bến 119")]),
        ("contacts.yml", "Bến 119", []),
    ],
)
def test_data_files(tmp_path: Path, name: str, text: str, found: list[tuple[str, str]]) -> None:
    """Whatever readers may get; not ids, days, paths, the numbers of the registry itself, and the notes of its owners."""
    assert texts(tmp_path, name, text) == found


@pytest.mark.parametrize(
    ("text", "whole"),
    [("https://a.example/1", True), ("http://a.example", True), ("https://a.example or 119", False), ("See https://a.example", False), ("ftp://a", False)],
)
def test_what_is_nothing_but_an_address(tmp_path: Path, text: str, whole: bool) -> None:
    """In a data file; in a page it is one more text."""
    found = searched(tmp_path, {"docs/_data/glossary.yml": f"a:\n  from: {text}\n", "docs/vi/goi.md": f"---\nfrom: {text}\n---\n\nx\n"})
    assert [one.whole for one in found if one.text == text] == [False, whole]


def test_whose_a_text_is(tmp_path: Path) -> None:
    """The entry of the registry that it stands in; other files have no owner, and their names are told without an ending."""
    found = searched(tmp_path, {"docs/_data/contacts.yml": "river:\n  name: {vi: Bến sông}\n", "docs/_data/quizzes/a.yml": "one:\n  ask: {vi: Bè}\n",
                                "docs/_data/loose.json": "Thuyền"})
    said = {one.text: (one.file, one.entry, one.key, one.lines) for one in found if one.text in ("Bến sông", "Bè", "Thuyền")}
    assert said["Bến sông"] == ("contacts", "river", "name", ()) and said["Bè"][1:3] == ("", "ask")
    assert said["Thuyền"] == ("loose", "", "", (0,))
