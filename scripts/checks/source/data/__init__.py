"""Checks of the other data files: sources and what cites them, figures, words of the templates and of the search."""
