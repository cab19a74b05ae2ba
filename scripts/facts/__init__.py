"""Reads what we say: data files, pages and tokens, each value with its file and line."""
