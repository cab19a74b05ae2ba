"""Checks of pages as such: front matter, tokens, links, markup, menu, and that languages say the same."""
