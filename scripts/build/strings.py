"""The words of the templates, in one language."""

from ..facts.project import Project
from .once import once


@once
def strings_of(project: Project, language: str) -> dict[str, str]:
    """Returns the words of the templates in one language."""
    return {key: str(entry[language]) for key, entry in project.entries("strings").items()}
