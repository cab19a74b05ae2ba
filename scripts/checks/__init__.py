"""Refuses what must not be published. A check is pure: facts in, findings out."""
