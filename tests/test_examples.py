"""Runs the examples in docstrings: an example that lies is worse than none."""

import doctest
import importlib
import pkgutil

import pytest

import scripts

HOOKS = "scripts.build.hooks"  # needs MkDocs to be running; the build tests go through it
MODULES = [module.name for module in pkgutil.walk_packages(scripts.__path__, "scripts.")
           if module.name not in (HOOKS, "scripts.__main__")]


@pytest.mark.parametrize("name", MODULES)
def test_examples_in_docstrings_are_true(name: str) -> None:
    """Every `>>>` gives what it says."""
    assert doctest.testmod(importlib.import_module(name)).failed == 0
