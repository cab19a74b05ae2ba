"""Remembers what was worked out for a whole project, so that no page of a large site works it out again."""

from collections.abc import Callable
from functools import wraps


def once(work: Callable) -> Callable:
    """Returns `work(project, …)` with a memory: whatever else it is given, each project is asked only once.

    A project is frozen, so the answer stays true. It is kept in the project, where `functools.cached_property`
    keeps its answers too, and goes when the project goes: a preview that reads the project afresh sees every edit.
    """
    name = f"{work.__module__}.{work.__qualname__}"

    @wraps(work)
    def remembered(project, *rest):
        answers = vars(project).setdefault(name, {})
        if rest not in answers:
            answers[rest] = work(project, *rest)
        return answers[rest]

    return remembered
