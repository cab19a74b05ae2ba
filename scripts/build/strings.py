"""The words of the templates, in one language."""

from ..facts.once import once
from ..facts.project import Project


@once
def strings_of(project: Project, language: str) -> dict[str, str]:
    """Returns the words of the templates in one language."""
    return {key: str(entry[language]) for key, entry in project.entries("strings").items()}
