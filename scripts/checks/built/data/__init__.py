"""Checks of the files that other programs read: open data, vCards, the list to copy, feeds, what the search answers."""
