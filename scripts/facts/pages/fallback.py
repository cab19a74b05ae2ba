"""Gives readers an honest notice where a translation is still to be written.

The address exists in every language, so that the language switch and printed links never end
nowhere; the text is the main language's, marked with its own `lang`, and no search engine is
told that it is a translation.
"""

from collections.abc import Iterator
from dataclasses import replace

from ..project import Project
from . import DOCS, Page


def with_notices(project: Project) -> Project:
    """Returns the project with a stand-in page for each translation declared as pending."""
    if project.settings is None:
        return project
    return replace(project, pages=(*project.pages, *_notices(project)))


def _notices(project: Project) -> Iterator[Page]:
    for page in project.pages:
        if page.language != project.settings.default or not page.meta.get("translation"):
            continue
        for code in project.settings.codes[1:]:
            if project.page(page.pair, code) is None:
                yield replace(page, path=f"{DOCS}/{code}/{page.pair}", language=code, foreign=page.language)
