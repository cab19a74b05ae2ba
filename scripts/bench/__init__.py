"""Measures what the budgets promise: bytes, first paint, seconds, and how they grow. A benchmark, never a test.

It stands above the four rooms, like the command line, and drives a real browser, which only the
environment of the tests has: whatever imports it does so at the last moment.
"""

import argparse

MUTATION = "mutation"  # takes an hour, so `all` leaves it out
SUBJECTS = ("wire", "paint", "build", "scale", "search", "links", "numbers", MUTATION, "all")


def add_arguments(verb: argparse.ArgumentParser) -> None:
    """Adds what the verb `bench` takes."""
    verb.add_argument("subject", nargs="?", choices=SUBJECTS, default="all", metavar="SUBJECT", help=f"one of: {', '.join(SUBJECTS)}")
    verb.add_argument("--large", action="store_true", help="also measure sites of some 5,000 pages, which takes minutes")
    verb.add_argument("modules", nargs="*", metavar="MODULE", help="with mutation: only modules whose path begins or ends so")
    verb.add_argument("--sample", type=int, default=0, metavar="N", help="with mutation: try N mutants of each module, always the same")
    verb.add_argument("--compared", action="store_true", help="with mutation: only what compares numbers and hosts")
