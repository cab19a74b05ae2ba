"""Writes the beginning of a new page in every language, so that it passes the checks from the start."""

import re
from pathlib import Path

from ..facts.finding import Finding, finding
from ..facts.pages import DOCS
from ..facts.pages.slug import slug
from ..facts.place import Place
from ..facts.project import Project
from ..facts.settings import SETTINGS

TEMPLATE = """---
title: {title}
description: {title}
type: guide
audience: [everyone]
sources: []
reviewed: pending
---

# {title}

"""


def new_page(project: Project, path: str, title: str = "") -> tuple[list[str], list[Finding]]:
    """Writes the page `path` (such as `help/new-page`) and lists it in nav.

    Returns the files written, and a finding instead when the page is there already.
    """
    pair = _pair(path)
    targets = [project.root / DOCS / code / pair for code in project.settings.codes]
    there = [target for target in targets if target.exists()]
    if there:
        return [], [finding(Place(there[0].relative_to(project.root).as_posix()), "page-exists")]
    for target in targets:
        target.parent.mkdir(parents=True, exist_ok=True)
        heading = title or target.stem.replace("-", " ").capitalize()
        target.write_text(TEMPLATE.format(title=heading), encoding="utf-8", newline="\n")
    _list_in_nav(project.root / SETTINGS, pair)
    return [*(target.relative_to(project.root).as_posix() for target in targets), SETTINGS], []


def _pair(path: str) -> str:
    """Returns the path below the language folders, each part in plain lower-case words."""
    parts = [slug(part) for part in path.removesuffix(".md").replace("\\", "/").split("/") if slug(part)]
    return "/".join(parts) + ".md"


def _list_in_nav(settings: Path, pair: str) -> None:
    """Adds the page behind the last one of its folder, or at the end of nav."""
    lines = settings.read_text(encoding="utf-8").split("\n")
    entries = [number for number, line in enumerate(lines) if re.match(r"\s+- [\w/-]+\.md\s*$", line)]
    folder = pair.rpartition("/")[0]
    same = [number for number in entries if lines[number].split("- ")[1].rpartition("/")[0] == folder]
    at = (same or entries)[-1]
    indent = lines[at].partition("-")[0]
    lines.insert(at + 1, f"{indent}- {pair}")
    settings.write_text("\n".join(lines), encoding="utf-8", newline="\n")
