"""Checks `mkdocs.yml` against what this project allows, before MkDocs itself reads the file.

MkDocs imports every plugin, hook and extension that its settings name and follows every folder, so one
line there can run a stranger's code or publish a private file. What is not in the table below is refused.
"""

from collections.abc import Iterator
from datetime import date

from ...facts.finding import Finding
from ...facts.place import Place
from ...facts.project import Project
from ...facts.settings import SETTINGS
from ...facts.shape import either
from .setting_shapes import each, harmless, keys, local, named, nav, only, plain, web

TRUTH, FALSE = only("true", "false"), only("false")
LANGUAGE = keys({"locale": plain, "name": plain, "default": TRUTH, "build": TRUTH, "site_name": plain,
                 "site_description": plain})
PLUGINS = {"i18n": keys({"docs_structure": only("folder"), "fallback_to_default": FALSE, "languages": each(LANGUAGE),
                         "reconfigure_material": TRUTH, "reconfigure_search": TRUTH}),
           "search": keys({"lang": each(plain), "enabled": TRUTH})}
EXTENSIONS = {**dict.fromkeys(("admonition", "attr_list", "def_list", "sane_lists", "tables"), keys({})),
              "toc": keys({"toc_depth": plain, "title": plain})}
THEME = keys({"name": only("material"), "custom_dir": only("overrides", "overrides/"), "language": plain,
              "font": FALSE, "direction": only("ltr", "rtl"), "favicon": local, "logo": local,
              "features": each(plain), "palette": harmless, "icon": harmless})
SAID = ("site_name", "site_author", "site_description", "copyright", "repo_name", "exclude_docs", "draft_docs", "not_in_nav")
ALLOWED = keys({
    **dict.fromkeys(SAID, plain), "site_url": web, "repo_url": web, "edit_uri": local, "nav": nav, "extra": harmless,
    "docs_dir": only("docs"), "site_dir": only("site"), "strict": TRUTH, "use_directory_urls": FALSE,
    "hooks": each(only("scripts/build/hooks.py")), "theme": either(only("material"), THEME),
    "plugins": each(named(PLUGINS)), "markdown_extensions": each(named(EXTENSIONS)),
    "validation": keys({"nav": harmless, "links": harmless})})


def check(project: Project, today: date) -> Iterator[Finding]:
    """Yields settings that are not allowed, and values that would load or reach something."""
    if project.settings:
        yield from ALLOWED(project.settings.written, Place(SETTINGS), SETTINGS)
