"""Checks that a name, a number and a cost that stand beside each other belong together."""
