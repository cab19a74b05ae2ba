"""Finds what a template takes from the program that runs it, beyond what it is to show.

The settings that MkDocs hands to a template hold the modules of the build, and through them the whole computer. So only
what a page prints of them may be taken, and no name that begins with `_`, by which Python's own parts are reached.
"""

import re
from collections.abc import Iterator
from typing import Any

HANDED = {"config": ("copyright", "edit_uri", "extra", "repo_name", "repo_url", "site_author", "site_description", "site_name", "site_url", "theme"),
          "config.theme": ("direction", "favicon", "features", "font", "icon", "language", "logo", "name", "palette")}
WORTH_READING = re.compile(r"\b(?:config|attr)\b|[.\[\"'|]\s*_")  # all others reach nothing, and need not be taken apart
LARGEST = 100_000  # characters of a template that is
TOO_DEEP = "(…(…))"  # written so deep inside itself that nobody can read it


def reached(text: str) -> Iterator[tuple[int, str]]:
    """Yields the line and the name of what is taken and is not there to be shown; a template that nobody can read runs nothing."""
    from jinja2 import Environment, TemplateSyntaxError  # here, because few trees need it

    try:
        yield from list(_reached(Environment(extensions=["jinja2.ext.i18n"]).parse(text)))
    except TemplateSyntaxError:
        return
    except RecursionError:
        yield 1, TOO_DEEP


def _reached(tree: Any) -> Iterator[tuple[int, str]]:
    from jinja2 import nodes

    steps = list(tree.find_all((nodes.Getattr, nodes.Getitem)))
    passed = {id(step.node) for step in steps}
    for node in tree.find_all((nodes.Name, nodes.Getattr, nodes.Getitem)):
        path = _path(node)
        before, _, name = path.rpartition(".")
        if name.startswith("_") or before in HANDED and name not in HANDED[before] or path in HANDED and id(node) not in passed:
            yield node.lineno, name if name.startswith("_") else path
    yield from ((node.lineno, node.name) for node in tree.find_all(nodes.Filter) if node.name == "attr")
    yield from ((node.lineno, node.value) for node in tree.find_all(nodes.Const) if str(node.value).startswith("_") and len(node.value) > 1)


def _path(node: object) -> str:
    """Returns the names that lead to a value, `config.extra.country`; those that are worked out are `*`."""
    steps: list[str] = []
    while hasattr(node, "attr") or hasattr(node, "arg"):
        steps.append(node.attr if hasattr(node, "attr") else str(getattr(node.arg, "value", "*")))
        node = node.node
    return ".".join([getattr(node, "name", "*"), *reversed(steps)])
