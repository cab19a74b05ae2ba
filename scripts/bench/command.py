"""Runs the verb `bench` and prints its table."""

import sys
from argparse import Namespace
from collections.abc import Callable

from . import MUTATION
from .figures import table
from .run import bench, broken

OK, FAILED, USAGE = 0, 1, 2


def run(options: Namespace, say: Callable[[str], None]) -> int:
    """Returns 0, 1 when something could not be measured, and 2 for options that belong to another subject."""
    if options.subject != MUTATION and (options.modules or options.sample or options.compared):
        print(f"MODULE, --sample, --compared: only with / chỉ đi cùng  {MUTATION}", file=sys.stderr)
        return USAGE
    root, lines = options.root.resolve(), []
    if options.subject == MUTATION:
        figures, lines = broken(root, options.modules, options.sample, options.compared, say)
    else:
        figures = bench(root, options.subject, options.large, say)
    say("")
    print("".join(f"{line}\n" for line in lines), table(figures), sep="", end="")
    return FAILED if any(figure.failed for figure in figures) else OK
