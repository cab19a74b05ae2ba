"""Measures what the budgets promise: bytes, first paint, seconds, and how they grow. A benchmark, never a test.

It stands above the four rooms, like the command line, and drives a real browser, which only the
environment of the tests has: whatever imports it does so at the last moment.
"""

MUTATION = "mutation"  # takes an hour, so `all` leaves it out
SUBJECTS = ("wire", "paint", "build", "scale", "search", "links", "numbers", MUTATION, "all")
