"""Joins our rooms to MkDocs: the only module that knows MkDocs, so that leaving it costs one file.

MkDocs calls these functions once per language (mkdocs-static-i18n builds each language as a
site of its own). They decide nothing: they hand values from our rooms to MkDocs.
Written for mkdocs 1.6.1, mkdocs-static-i18n 1.3.1, mkdocs-material 9.8.1.
"""

import gc
import logging
import sys
import unicodedata
from pathlib import Path

from mkdocs.structure.files import File

ENGINE = Path(__file__).resolve().parents[2]
if str(ENGINE) not in sys.path:  # `mkdocs build` loads this file by its path, outside the package
    sys.path.insert(0, str(ENGINE))

from scripts.build import afterwards, views  # noqa: E402
from scripts.build.day import build_day, page_day  # noqa: E402
from scripts.build.foreign_phrases import mark_phrases  # noqa: E402
from scripts.build.templates import COMPILED  # noqa: E402
from scripts.build.tightening import tight  # noqa: E402
from scripts.build.tokens.extension import TokenExtension  # noqa: E402
from scripts.build.tokens.first_terms import first_terms  # noqa: E402
from scripts.build.tokens.renderer import TokenRenderer  # noqa: E402
from scripts.facts.pages.fallback import with_notices
from scripts.facts.project import Project, read_project  # noqa: E402
from scripts.facts.files.published import publishes
from scripts.facts.pages.slug import slug

# A warning, never an exception: an error raised in a hook makes `mkdocs serve` hang every
# request until it is restarted. Strict mode turns the warning into a failed build.
LOG = logging.getLogger("mkdocs.hooks.project")
OURS = {"sitemap.xml", "404.html"}  # one sitemap for all languages, one not-found page for each


class State:
    """What the build at hand knows; read afresh by each build, so that a preview sees edits."""

    project: Project
    renderer: TokenRenderer
    language = ""
    serving = False


def on_startup(command: str, dirty: bool) -> None:
    """Remembers whether this is a preview, which checks the sources as you save."""
    gc.set_threshold(100_000)  # looking for rings among all the pages costs a tenth of the time
    State.serving = command == "serve"


def on_config(config):
    """Reads the project once for all languages of a build, and teaches Markdown our tokens and our slugs."""
    if not _later_language(config):
        State.project = _project(Path(config.docs_dir).parent)
        State.renderer = TokenRenderer(State.project, Path(config.theme.custom_dir))
    kept = [item for item in config.markdown_extensions if not isinstance(item, TokenExtension)]
    config.markdown_extensions = [*kept, TokenExtension(State.renderer)]
    config.mdx_configs.setdefault("toc", {})["slugify"] = slug
    config.mdx_configs.setdefault("tables", {})["use_align_attribute"] = True  # a style is refused by the policy of every page
    config.theme.static_templates.difference_update(OURS)
    return config


def _later_language(config) -> bool:
    """Returns whether this is another language of the build at hand (mkdocs-static-i18n 1.3.1 builds them one in another)."""
    return getattr(config.plugins.get("i18n"), "building", False)


def _project(root: Path) -> Project:
    return with_notices(read_project(root, page_day(root)))


def on_pre_build(config) -> None:
    """Shows the findings of the sources in a preview."""
    if not State.serving or _later_language(config):
        return
    from scripts.checks.report import as_text, in_order  # here, because only a preview needs the checks
    from scripts.checks.source import check_source

    if found := in_order(check_source(State.project, page_day(State.project.root))):
        LOG.warning("\n%s", as_text(found))


def on_files(files, config):
    """Adds a page for each translation that is declared as pending, an honest notice; leaves out what nobody is meant to get.

    What a theme has besides its templates, MkDocs copies as it is: a sitemap that is no template any more, too.
    """
    for name in OURS:
        if theirs := files.get_file_from_path(name):
            files.remove(theirs)
    codes = State.project.settings.codes if State.project.settings else ()
    for file in [file for file in files if file.src_dir == config.docs_dir and not publishes(file.src_uri, codes)]:
        files.remove(file)
    for page in State.project.pages:
        if page.foreign:
            files.append(File(page.path.removeprefix("docs/"), config.docs_dir, config.site_dir, config.use_directory_urls))
    return files


def on_nav(nav, config, files):
    """Gives those pages their text; static-i18n makes every file anew after `on_files`, without its text."""
    for file in files:
        page = State.project.by_path.get("docs/" + file.src_uri)
        if page and page.foreign:
            file.content_string = page.markdown
    return nav


def on_env(env, config, files):
    """Lets the templates be compiled once for all languages."""
    env.bytecode_cache = COMPILED
    return env


def on_page_markdown(markdown: str, page, config, files) -> str:
    """Tells the renderer of tokens which page comes now, and chooses the page's template; returns its text in NFC, in which readers search."""
    sheet = _sheet(page)
    State.renderer.page = sheet
    if sheet:
        State.language = sheet.language
        page.meta["template"] = views.template_of(sheet.type, Path(config.theme.custom_dir))
        page.meta["title"] = sheet.title
    return unicodedata.normalize("NFC", markdown)


def on_page_content(html: str, page, config, files) -> str:
    """Explains each word once a page, where it first stands, and marks phrases in another language of the site."""
    sheet = _sheet(page)
    return mark_phrases(State.project, sheet.text_language, first_terms(html)) if sheet else html


def on_page_context(context, page, config, nav):
    """Gives the templates their values."""
    if sheet := _sheet(page):
        context.update(views.page_context(State.project, sheet, build_day(State.project.root)))
    return context


def on_post_page(output: str, page, config) -> str:
    """Leaves out what only costs time on a weak signal."""
    return tight(output)


def on_post_build(config) -> None:
    """Writes what belongs to a whole language once all its pages are there."""
    if State.language:
        afterwards.write(State.project, State.language, Path(config.site_dir), Path(config.theme.custom_dir))


def _sheet(page):
    return State.project.by_path.get("docs/" + page.file.src_uri)
