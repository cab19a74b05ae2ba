"""Writes a made-up project of many guides, to see what a large site costs before anybody has written one.

The facts are the made-up campaign's of the tests; the pages hang together as a real site's do: home,
parts, chapters of about thirty guides, each guide of about 1,350 words with lists, a table, tokens and links.
"""

import json
import re
import shutil
from collections.abc import Iterator
from math import ceil
from pathlib import Path

from .words import Writer, stock_of

ENGINE = Path(__file__).resolve().parents[2]
CAMPAIGN = ENGINE / "tests/campaign"
LANGUAGES = {"vi": "Tiếng Việt", "en": "English"}
LEFT_OUT = re.compile("^ +km: .*\n", re.MULTILINE)
CHAPTER, PART = 32, 10  # guides of a chapter, chapters of a part
HELP = "cuu-giup"  # the campaign's facts name its page
CONTACT, FACT, TERM = "[[contact:river-rescue-119]]", "[[fact:boats-2025]]", "[[term:life-jacket]]"
META = """---
title: {title}
description: {description}
type: {type}
audience: [everyone]
sources: [river-paper-2026]
reviewed: pending
---

# {title}

"""


def write_project(root: Path, guides: int) -> int:
    """Writes a project with `guides` guides in each of two languages; returns the number of all pages."""
    _write_facts(root / "docs/_data")
    pages = dict(_plan(guides))
    for language in LANGUAGES:
        stock = stock_of(language)
        for pair, below in pages.items():
            path = root / "docs" / language / pair
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(_page(pair, below, Writer(stock, pair)), encoding="utf-8", newline="\n")
    (root / "mkdocs.yml").write_text(_settings(pages), encoding="utf-8")
    return len(pages) * len(LANGUAGES)


def _write_facts(folder: Path) -> None:
    """Copies the facts, without the language that these projects do not have, and the words of our templates."""
    shutil.copytree(CAMPAIGN / "docs/_data", folder, ignore=shutil.ignore_patterns("quizzes", "scenarios", "guided-help.yml"))
    shutil.copy(ENGINE / "docs/_data/strings.yml", folder)
    for path in folder.glob("*.yml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(LEFT_OUT.sub("", text), encoding="utf-8", newline="\n")


def _plan(guides: int) -> Iterator[tuple[str, list[str]]]:
    """Yields every page with the pages below it, those above before those below, in the order of nav."""
    chapters = [HELP, *(f"chapter-{number}" for number in range(2, ceil(guides / CHAPTER) + 1))]
    parts = [f"part-{number}" for number in range(1, ceil(len(chapters) / PART) + 1)] if len(chapters) > PART else []
    folder = {name: name if name == HELP or not parts else f"{parts[at // PART]}/{name}" for at, name in enumerate(chapters)}
    top = [name for name in chapters if folder[name] == name] + parts
    yield "index.md", [f"{name}/index.md" for name in top]
    yield "404.md", []
    for part in parts:
        yield f"{part}/index.md", [f"{place}/index.md" for place in folder.values() if place.startswith(f"{part}/")]
    for at, place in enumerate(folder.values()):
        numbers = range(at * CHAPTER + 1, min((at + 1) * CHAPTER, guides) + 1)
        below = [f"{place}/guide-{number}.md" for number in numbers]
        yield f"{place}/index.md", below
        yield from ((pair, []) for pair in below)


def _settings(pages: dict[str, list[str]]) -> str:
    """Returns the settings of the project; JSON is YAML."""
    languages = [{"locale": code, "name": name, "default": code == "vi"} for code, name in LANGUAGES.items()]
    return json.dumps({
        "site_name": "Guides", "site_url": "https://guides.example/", "strict": True, "exclude_docs": "/_data/\n",
        "not_in_nav": "404.md\n", "nav": [pair for pair in pages if pair != "404.md"],
        "plugins": [{"i18n": {"docs_structure": "folder", "fallback_to_default": False, "reconfigure_search": False,
                              "languages": languages}}],
        "markdown_extensions": ["admonition", "attr_list", "def_list", "sane_lists", "tables", "toc"]}, indent=1)


def _page(pair: str, below: list[str], write: Writer) -> str:
    kinds = {"index.md": "home", "404.md": "notice"}
    kind = kinds.get(pair, "hub" if pair.endswith("index.md") else "guide")
    head = META.format(title=write.words(5).capitalize(), description=write.words(14).capitalize() + ".", type=kind)
    if kind == "guide":
        return head + _guide(write)
    folder = pair.removesuffix("index.md")
    doors = "".join(f"- [{write.words(4).capitalize()}]({other.removeprefix(folder)})\n" for other in below)
    return f"{head}{write.paragraph(40)} {CONTACT}\n\n{doors}"


def _guide(write: Writer) -> str:
    """Returns the text of a guide: an opening, six sections, a note and a table."""
    note = f'!!! note "{write.words(3).capitalize()}"\n\n    {write.paragraph(36)} {CONTACT}\n'
    rows = "".join(f"| {write.words(3)} | {write.words(8)} |\n" for _ in range(4))
    table = f"| {write.words(2)} | {write.words(2)} |\n| --- | --- |\n{rows}"
    sections = "\n".join(_section(number, write) for number in range(1, 7))
    up = f"{write.paragraph(24)} [{write.words(4).capitalize()}](index.md)."
    return f"{write.paragraph(60)} {CONTACT} {FACT}\n\n{note}\n{sections}\n{table}\n{up}\n"


def _section(number: int, write: Writer) -> str:
    points = "".join(f"- **{write.words(2).capitalize()}:** {write.words(12)}.\n" for _ in range(4))
    return (f"## {write.words(4).capitalize()} {{#section-{number}}}\n\n{write.paragraph(66)} {TERM}\n\n"
            f"{write.paragraph(54)}\n\n{points}")
