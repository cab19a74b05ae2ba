"""Renders what stands around the text of each page once more: head, help bar, menus, trail, footer, by the templates and the sources.

MkDocs is not asked. Of the base that our templates extend only the order of their blocks is taken; what it puts between them is not made again.
"""

from datetime import date
from functools import cached_property
from posixpath import dirname, relpath
from types import SimpleNamespace

from jinja2 import ChainableUndefined, ChoiceLoader, DictLoader, Environment, FileSystemLoader, pass_context

from ..facts.files.theme import theme_of
from ..facts.pages import Page
from ..facts.place import mapping
from ..facts.project import Project
from .tightening import tight
from .views import page_context, template_of

CUT = "\x00"  # between two blocks, and in the place of the text
BLOCKS = ("site_meta", "htmltitle", "header", "container", "footer")
BASE = CUT.join(f"{{% block {name} %}}{{% endblock %}}" for name in BLOCKS)
TITLE = "<h1></h1>"  # behind which the templates put their parts


@pass_context
def _url(context, address: str) -> str:
    return relpath(f"/{address}", f"/{dirname(context['page'].url)}")


class Frames:
    """The frames of the pages of a project, as the build of a day makes them."""

    def __init__(self, project: Project, built: date):
        self.project, self.built, self.theme = project, built, theme_of(project.root)

    @cached_property
    def _environment(self) -> Environment:
        found = Environment(loader=ChoiceLoader([DictLoader({"base.html": BASE}), FileSystemLoader(self.theme)]), undefined=ChainableUndefined)
        found.filters["url"] = _url
        return found

    @cached_property
    def _settings(self) -> dict:
        return {"site_url": self.project.settings.address, "extra": mapping(self.project.settings.written.get("extra"))}

    def of(self, page: Page, text: str) -> str:
        """Returns the blocks of a page, one behind the other with CUT between them, as the build tightens them.

        `text` is its article: a template may ask what is linked there.
        """
        template = self._environment.get_template(template_of(page.type, self.theme))
        about = SimpleNamespace(url=self.project.address(page), content=f"{TITLE}{text}", edit_url="", toc=SimpleNamespace(items=[]), title=page.title, meta={})
        return tight(template.render(page_context(self.project, page, self.built), config=self._settings, page=about))
