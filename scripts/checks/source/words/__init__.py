"""Checks of words: those that hurt, promise or are over, those that belong to one person, those that are hard to read."""
