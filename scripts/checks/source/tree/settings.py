"""Checks `mkdocs.yml` against what this project allows, before MkDocs itself reads the file.

MkDocs imports every plugin, hook and extension that its settings name and follows every folder, so one
line there can run a stranger's code or publish a private file. What is not in the table below is refused.
"""

from collections.abc import Iterator
from datetime import date

from ....facts.data.shape import either
from ....facts.files.published import DECISIONS, FACTS
from ....facts.finding import Finding, finding
from ....facts.pages import DOCS
from ....facts.place import Place, Record
from ....facts.project import Project
from ....facts.settings import SETTINGS
from .setting_shapes import closed, each, harmless, home, keys, local, named, nav, only, plain, web

TRUTH, FALSE = only("true", "false"), only("false")
LANGUAGE = keys({"locale": plain, "name": plain, "default": TRUTH, "build": only("true"), "site_name": plain,
                 "site_description": plain})
PLUGINS = {"i18n": keys({"docs_structure": only("folder"), "fallback_to_default": FALSE, "languages": each(LANGUAGE),
                         "reconfigure_material": TRUTH, "reconfigure_search": TRUTH}),
           "search": keys({"lang": each(plain), "enabled": TRUTH})}
EXTENSIONS = {**dict.fromkeys(("admonition", "attr_list", "def_list", "sane_lists", "tables"), keys({})),
              "toc": keys({"toc_depth": plain, "title": plain})}
THEME = keys({"name": only("material"), "custom_dir": only("overrides", "overrides/"), "language": plain,
              "font": FALSE, "direction": only("ltr", "rtl"), "favicon": local, "logo": local,
              "features": each(plain), "palette": harmless, "icon": harmless})
# What our templates print of it, and the country of the campaign; Material's own templates would load what tracks readers from the others.
EXTRA = keys(dict.fromkeys(("wrong_number", "security_contact", "theme_color", "country"), harmless))
SAID = ("site_name", "site_author", "site_description", "copyright", "repo_name", "draft_docs", "not_in_nav")
VALIDATED = ("nav", "links", "omitted_files", "not_found", "absolute_links", "unrecognized_links", "anchors")  # in both forms of MkDocs
ALLOWED = keys({
    **dict.fromkeys(SAID, plain), "site_url": home, "repo_url": web, "edit_uri": local, "nav": nav, "extra": EXTRA,
    "docs_dir": only("docs"), "site_dir": only("site"), "strict": only("true"), "exclude_docs": closed, "use_directory_urls": FALSE,
    "hooks": each(only("scripts/build/hooks.py")), "theme": either(only("material"), THEME),
    "plugins": each(named(PLUGINS)), "markdown_extensions": each(named(EXTENSIONS)),
    "validation": keys(dict.fromkeys(VALIDATED, harmless))})


def check(project: Project, today: date) -> Iterator[Finding]:
    """Yields settings that are not allowed, and values that would load or reach something."""
    if project.settings:
        yield from ALLOWED(project.settings.written, Place(SETTINGS), SETTINGS)
        yield from _lines(project, project.settings.written)


def _lines(project: Project, written: Record) -> Iterator[Finding]:
    """Yields what the field's own `mkdocs build` needs; our build says it itself, so a line that is missing is a warning."""
    private = [f"/{folder}/" for folder in (FACTS, DECISIONS) if (project.root / DOCS / folder).is_dir()]
    for key, value in (("strict", "true"), ("exclude_docs", '"' + "\\n".join(private) + '"' if private else "")):
        if value and written.get(key) is None:
            yield finding(Place(SETTINGS), "settings-line-missing", key=key, value=value)
    said = written.get("exclude_docs")
    there = {line.strip("/ ") for line in str(said).splitlines()}
    missing = [folder for folder in private if said is not None and folder.strip("/") not in there]
    if missing:
        yield finding(written.place_of("exclude_docs"), "settings-folder-published", folders=" ".join(missing))
